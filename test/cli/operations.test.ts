/** `strata operations`: an operator finds what goes on without its caller, and settles it. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Operation } from '../../contracts/generated/admin.ts'
import { openDriver } from '../../gateway/store/open.ts'
import { newToken, Store } from '../../gateway/store/store.ts'
import { type Ready, type Run, strata } from './support.ts'

const DEADLINE_MS = 20_000
const onboarding = 'process/customer-onboarding/v1'
const newcomer = {
  legalName: 'Nordlicht Tischlerei GmbH',
  displayName: 'Nordlicht',
  email: 'office@nordlicht.example',
  address: { street: 'Kai 3', city: 'Hamburg', postalCode: '20457', country: 'DE' },
}

let directory: string
let storeUrl: string
let gateway: Run
let ready: Ready
let token: string

async function start(): Promise<void> {
  directory = mkdtempSync(join(tmpdir(), 'strata-operations-'))
  storeUrl = `sqlite:${directory}/strata.db`
  gateway = strata(['start', '--quiet'], { STORE_URL: storeUrl, ERP_POLICIES: 'retry: { retriesMax: 0 }' })
  ready = await gateway.ready()
  token = (await strata(['token', 'order-desk']).ended).out.trim()
}
const stop = () => rmSync(directory, { recursive: true, force: true })

const operations = (...args: readonly string[]) =>
  strata(['operations', ...args, '--url', ready.internalUrl]).ended

/** Decides as soon as nobody works on it. */
const resolve = (...args: readonly string[]) =>
  vi.waitFor(
    async () => {
      const answer = await operations('resolve', ...args)
      if (answer.err.includes('works on it')) throw new Error(answer.err)
      return answer
    },
    { timeout: 20_000, interval: 300 },
  )

const show = async (id: string) => JSON.parse((await operations('show', id, '--json')).out) as Operation

async function onboard(key: string) {
  const reply = await fetch(`${ready.internalUrl}/${onboarding}/customers`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'idempotency-key': key,
      'content-type': 'application/json',
    },
    body: JSON.stringify(newcomer),
  })
  return { status: reply.status, body: (await reply.json()) as { readonly operationId: string } }
}

async function breakErp(): Promise<void> {
  const fault = { kind: 'status', status: 503, match: 'party.party.create' }
  const headers = { 'content-type': 'application/json' }
  await fetch(`${ready.sandboxes.erp}/__faults`, { method: 'POST', headers, body: JSON.stringify(fault) })
}
const mendErp = () => fetch(`${ready.sandboxes.erp}/__faults`, { method: 'DELETE' })

/** A saga that waits for the ERP. */
async function waiting(key: string): Promise<string> {
  await breakErp()
  const { status, body } = await onboard(key)
  expect(status).toBe(202)
  return body.operationId
}

const until = (id: string, state: string) =>
  vi.waitUntil(async () => (await show(id)).state === state, { timeout: 15_000, interval: 300 })

describe('a saga that waits', { timeout: 40_000 }, () => {
  beforeEach(start)
  afterEach(stop)

  test('is listed without anything of the request, and goes on', async () => {
    const key = randomUUID()
    const id = await waiting(key)
    const { out, code } = await operations('list')
    expect(code).toBe(0)
    const [heading, row] = out.split('\n')
    expect(heading).toMatch(/^operation +state +api/)
    expect(row).toMatch(
      new RegExp(`^${id} +pending +${onboarding} +onboardCustomer +customer-lifecycle +order-desk `),
    )
    const shown = await operations('show', id)
    expect(shown.out).toMatch(/^crm-account +done$/m)
    expect(shown.out).toMatch(/^erp-party +pending$/m)
    for (const text of [out, shown.out, JSON.stringify(await show(id))])
      expect(text).not.toMatch(/nordlicht/i)
    expect((await operations('list', '--state', 'parked')).out.trim()).toBe('Nothing is open.')

    const resolved = await resolve(id, '--retry', '--note', 'The ERP is back.')
    expect(resolved).toMatchObject({ code: 0, out: expect.stringContaining('It goes on.') })
    await mendErp()
    await until(id, 'completed')
    expect(await onboard(key)).toMatchObject({ status: 201 })
    await gateway.says('operation resolved')
    const line = gateway.out.split('\n').find((text) => text.includes('operation resolved'))
    expect(JSON.parse(line ?? '')).toMatchObject({
      level: 'info',
      operationId: id,
      decision: 'retry',
      operator: 'ops',
      api: onboarding,
    })

    const late = await operations('resolve', id, '--abandon', '--note', 'too late')
    expect([late.code, late.err]).toEqual([1, expect.stringContaining('It is completed')])
  })

  test('is taken back, and its caller is told', async () => {
    const key = randomUUID()
    const id = await waiting(key)
    expect(await resolve(id, '--abandon', '--note', 'not wanted')).toMatchObject({ code: 0 })
    await until(id, 'completed')
    expect((await show(id)).steps).toContainEqual({ step: 'crm-account', state: 'undone' })
    expect(await onboard(key)).toMatchObject({ status: 409, body: { type: '/problems/operation-abandoned' } })
  })

  test('is completed by hand, and its caller is told', async () => {
    const key = randomUUID()
    const id = await waiting(key)
    const done = await resolve(id, '--completed', '--note', 'entered by hand')
    expect(done).toMatchObject({ code: 0 })
    expect(await onboard(key)).toMatchObject({
      status: 409,
      body: { type: '/problems/idempotency-body-not-retained' },
    })
    expect((await operations('list')).out.trim()).toBe('Nothing is open.')
  })
})

describe('a request in doubt', { timeout: 40_000 }, () => {
  beforeEach(start)
  afterEach(stop)

  /** Sent by a process that was stopped at that moment. */
  async function inDoubt(leaseMs: number): Promise<string> {
    const driver = openDriver(storeUrl)
    const id = newToken().padEnd(32, '0')
    const token = newToken()
    const about = { api: onboarding, operation: 'onboardCustomer', consumer: 'order-desk' }
    const store = new Store(driver)
    await store.apply(id, { kind: 'begin', fingerprint: 'f', about, token, leaseMs })
    const notes = { 'backend/erp/v1 putParty 7Yk0nqCzqkT1mJm3kq4yYw': { phase: 'sent' } } as const
    await store.apply(id, { kind: 'note', token, notes })
    await driver.close()
    return `OP-${id}`
  }

  test('is parked; tried again only when nobody can still be sending', async () => {
    const id = await inDoubt(-1)
    expect(await show(id)).toMatchObject({
      state: 'parked',
      owner: 'customer-lifecycle',
      steps: expect.arrayContaining([{ step: 'backend/erp/v1 putParty', state: 'in-doubt' }]),
    })
    expect((await operations('list', '--state', 'parked')).out).toContain(id)
    for (const decision of ['--retry', '--abandon']) {
      const early = await operations('resolve', id, decision, '--note', 'n')
      expect([early.code, early.err]).toEqual([1, expect.stringContaining('may still arrive until 20')])
    }
    expect(await operations('resolve', id, '--completed', '--note', 'seen')).toMatchObject({ code: 0 })

    const old = await inDoubt(-DEADLINE_MS)
    expect(await operations('resolve', old, '--retry', '--note', 'not there')).toMatchObject({ code: 0 })
    expect(await show(old)).toMatchObject({ state: 'pending' })
    expect((await show(old)).steps).not.toContainEqual(expect.objectContaining({ state: 'in-doubt' }))
  })

  test('is left alone while somebody works on it', async () => {
    const id = await inDoubt(60_000)
    const refused = await operations('resolve', id, '--completed', '--note', 'n')
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('Somebody works on it now')])
  })
})

const unknown = `OP-${'x'.repeat(32)}`

test.each([
  ['no id', ['show', 'CUS-1'], 'CUS-1 names no operation: strata operations list shows the ids'],
  [
    'no decision',
    ['resolve', unknown, '--note', 'n'],
    'decide: --retry, --abandon or --completed, one of them',
  ],
  [
    'two decisions',
    ['resolve', unknown, '--retry', '--abandon'],
    'decide: --retry, --abandon or --completed',
  ],
  ['no note', ['resolve', unknown, '--retry'], 'say what the decision rests on: --note "…"'],
])('given %s, it says what to do', async (_, args, advice) => {
  const { code, out, err } = await strata(['operations', ...args]).ended
  expect([code, out, err]).toEqual([1, '', expect.stringContaining(advice)])
})

test('says why the gateway refuses', async () => {
  await start()
  for (const [args, advice] of [
    [['show', unknown], `answered 404: There is no such resource. There is no operation ${unknown}`],
    [['list', '--state', 'lost'], 'answered 400: The request breaks the contract. #/state must be'],
    [['list', '--token', 'no.to.ken'], 'answered 401: The caller is not known'],
  ] as const) {
    const { code, out, err } = await operations(...args)
    expect([code, out, err]).toEqual([1, '', expect.stringContaining(advice)])
  }
  stop()
})
