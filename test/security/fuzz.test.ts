/**
 * Requests made from the contracts, most of them wrong somewhere, against the real APIs and sandboxes: whatever comes,
 * the answer is one the contract allows, and what is refused reaches no backend. 100,000 of them: `npm run fuzz`.
 */
import { subscribe } from 'node:diagnostics_channel'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { apis, backends, events } from '../../gateway/apis.gen.ts'
import { readConfig } from '../../gateway/config.ts'
import { startGateway } from '../../gateway/gateway.ts'
import { seed } from '../../gateway/sandbox/seed/main.ts'
import { readConsumers } from '../../gateway/security/consumers.ts'
import { createIdentity } from '../../gateway/security/identity.ts'
import { developmentIssuer } from '../../gateway/security/issuer.ts'
import { createLog } from '../../gateway/telemetry/log.ts'
import { type Answer, dial, readAnswer } from '../serve/support.ts'
import { startBackends } from '../support/backends.ts'
import { randomOf } from '../support/random.ts'
import { wrongWith } from './fuzz/judge.ts'
import { type Fuzzed, fuzzed, type Target, targetsOf } from './fuzz/requests.ts'

const isFull = process.env.MODE === 'full'
const COUNT = isFull ? 100_000 : 1_500
const SEED = Number(process.env.FUZZ_SEED ?? 7)
const SERVICE_KEY = 'a key of this test alone, 32 bytes and more'

const stateDirectory = mkdtempSync(join(tmpdir(), 'strata-fuzz-'))
const sandboxes = await startBackends()
const consumers = readConsumers()
const settings = {
  NODE_ENV: 'test',
  PUBLIC_PORT: '0',
  INTERNAL_PORT: '0',
  STORE_URL: 'memory:',
  RATE_LIMIT_FACTOR: '1000000',
  SERVICE_KEY,
  ...sandboxes.env,
}
const {
  publicUrl = '',
  internalUrl,
  close,
} = await startGateway({
  config: { ...readConfig(settings), stateDirectory },
  apis,
  backends,
  events,
  consumers,
  log: createLog({ level: 'silent' }),
})
afterAll(async () => {
  await close()
  await sandboxes.close()
  rmSync(stateDirectory, { recursive: true })
})

const issuer = await developmentIssuer(stateDirectory)
const layers = createIdentity(Buffer.from(SERVICE_KEY))
const customerId = seed.customers.find(({ billing }) => billing === 'active')?.customerId as string
const bearers = new Map<string, string>()

/** Those of layers live for a minute. */
async function renewBearers(): Promise<void> {
  for (const { contract } of apis) {
    const consumer = [...consumers.values()].find(({ uses }) => uses.includes(contract.id))?.id
    const token = consumer
      ? await issuer.issue({ consumer, customerId }, 'strata')
      : await layers.prove(contract.layer, { consumer: 'storefront-web', customerId })
    bearers.set(contract.id, `Bearer ${token}`)
  }
}
const RENEW_EVERY = 500

let backendCalls = 0
subscribe('undici:request:create', () => {
  backendCalls++
})

/** Who has sent half a request would get an answer when the time for the other half is over: nobody waits here. */
const PATIENCE_MS = 50

/** @returns nothing when the gateway waits for more */
async function send({ target, kind, bytes }: Fuzzed): Promise<Answer | undefined> {
  const socket = await dial(target.contract.layer === 'experience' ? publicUrl : internalUrl)
  socket.on('error', () => {})
  socket.write(bytes)
  const isWhole = kind !== 'bytes' && kind !== 'noise'
  const giveUp = isWhole ? undefined : setTimeout(() => socket.end(), PATIENCE_MS)
  try {
    return await readAnswer(socket)
  } catch (cause) {
    if (isWhole) throw new Error(`no answer to ${bytes.toString('latin1')}`, { cause })
    return undefined
  } finally {
    clearTimeout(giveUp)
    socket.destroy()
  }
}

/** What an order has set in motion calls backends as well, at any time: but not each time. */
async function callsEachTime(one: Fuzzed): Promise<boolean> {
  const answer = await send(one)
  if ((answer?.status ?? 0) < 400) return true
  for (let again = 0; again < 5; again++) {
    await after(50)
    const before = backendCalls
    await send(one)
    if (backendCalls === before) return false
  }
  return true
}

test(`${COUNT} requests, and no answer that is wrong`, { timeout: 60_000 + COUNT * 20 }, async () => {
  const random = randomOf(SEED)
  const targets = targetsOf(apis)
  const authorizationOf = ({ contract }: Target) => bearers.get(contract.id) ?? ''
  const wrong: object[] = []
  const statuses = new Map<number, number>()
  let unanswered = 0
  for (let index = 0; index < COUNT; index++) {
    if (index % RENEW_EVERY === 0) await renewBearers()
    const one = fuzzed(targets[index % targets.length] as Target, random, authorizationOf)
    const before = backendCalls
    const answer = await send(one)
    if (!answer) {
      unanswered++
      continue
    }
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
    const isRefusedLate = backendCalls > before && (await callsEachTime(one))
    const mistakes = wrongWith(one, answer, isRefusedLate ? backendCalls - before : 0)
    if (mistakes.length)
      wrong.push({ mistakes, kind: one.kind, asked: one.bytes.toString('latin1'), answered: answer })
  }
  if (isFull) console.log(Object.fromEntries(statuses), { unanswered })
  expect(wrong.slice(0, 3)).toEqual([])
  // A fuzz that is refused at the first door proves nothing of what is behind.
  const ok = [...statuses].reduce((sum, [status, count]) => sum + (status < 300 ? count : 0), 0)
  expect(ok).toBeGreaterThan(COUNT * 0.2)
  expect(statuses.get(401)).toBeLessThan(COUNT * 0.15)
  expect(unanswered).toBeLessThan(COUNT * 0.05)
})
