/** A login that fails says of its backend what it is: not well, or not to be asked again. */
import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { loadContract } from '../../contracts/runtime/load.ts'
import { Call } from '../../gateway/call.ts'
import { Deadlines } from '../../gateway/deadlines.ts'
import type { WireReply } from '../../gateway/hop/exchange.ts'
import { Pools } from '../../gateway/hop/pools.ts'
import { Session } from '../../gateway/hop/session.ts'
import { salesforce } from '../../gateway/hop/transports/salesforce.ts'
import type { Transport } from '../../gateway/hop/transports/transport.ts'
import { tryton } from '../../gateway/hop/transports/tryton.ts'
import { Problem } from '../../gateway/problem.ts'
import { startCrmSandbox } from '../../gateway/sandbox/crm/main.ts'
import { startErpSandbox } from '../../gateway/sandbox/erp/main.ts'
import { targetOf } from './upstream-support.ts'

const contractOf = (id: 'backend/crm/v1' | 'backend/erp/v1') =>
  loadContract(id, `${import.meta.dirname}/../../contracts/generated/${id.slice(0, -3)}`)

const deadlines = new Deadlines()
const pools = new Pools()
const password: string = randomUUID()
const crm = await startCrmSandbox({ clientId: 'strata', clientSecret: password })
const erp = await startErpSandbox({ user: 'strata', password })
afterAll(async () => {
  await pools.close()
  await Promise.all([crm.close(), erp.close()])
})

type Send = ReturnType<Transport['send']>

/** Changes in backends that nobody is logged in to yet. */
const changes = {
  crm: (clientSecret = password, url = crm.url) => {
    const contract = contractOf('backend/crm/v1')
    const options = { url, clientId: 'strata', clientSecret, apiVersion: '68.0' }
    return salesforce(options, contract, pools, deadlines).send(targetOf(contract, 'upsertAccount'))
  },
  erp: (secret = password, url = erp.url) => {
    const contract = contractOf('backend/erp/v1')
    const options = { url, rpcPath: '/erp/', user: 'strata', password: secret }
    return tryton(options, contract, pools, deadlines).send(targetOf(contract, 'createSales'))
  },
}

const fate = (send: Send) =>
  send({ params: { customerId: 'CUS-1' }, body: [[], {}] }, new Call(performance.now() + 5_000)).then(
    ({ status }) => status,
    (problem: Problem) => problem,
  )

describe.each([
  ['crm', crm, 'oauth2/token'],
  ['erp', erp, 'common.db.login'],
] as const)('a login at the %s', (backend, { faults }, match) => {
  const change = changes[backend]
  afterEach(() => faults.clear())

  test.each([
    ['that answers with an error', { kind: 'status', status: 500 }, { unhealthy: true }],
    ['over a connection that was closed while idle', { kind: 'dropAfterCommit' }, { stale: true }],
  ] as const)('%s fails the call that needed it, which was not sent', async (_, fault, failure) => {
    faults.set({ ...fault, match, times: 1 })
    const send = change()
    expect(await fate(send)).toMatchObject({
      slug: 'upstream-unavailable',
      failure: { effect: 'none', ...failure },
    })
    expect(await fate(send)).not.toMatchObject({ slug: 'upstream-unavailable' })
  })

  test('where nobody listens', async () => {
    expect(await fate(change(password, 'http://127.0.0.1:9'))).toMatchObject({
      slug: 'upstream-unavailable',
      failure: { effect: 'none', unhealthy: true, unreachable: true },
    })
  })

  test('that is refused is not made again, by nobody', async () => {
    const send = change('wrong')
    faults.set({ kind: 'latency', ms: 0, match, times: 10 })
    for (let count = 0; count < 3; count++) {
      const problem = (await fate(send)) as Problem
      expect(problem).toMatchObject({ slug: 'upstream-auth-failed', owner: { team: expect.any(String) } })
      expect(problem.failure).toBeUndefined()
    }
    expect(faults.list()).toMatchObject([{ times: 9 }])
  })
})

test('a CRM that throttles logins says when to come back; an ERP that does has locked the user out', async () => {
  crm.faults.set({ kind: 'throttle', retryAfterSeconds: 3, match: 'oauth2/token' })
  expect(await fate(changes.crm())).toMatchObject({
    failure: { effect: 'none', unhealthy: false, retryAfterMs: 3_000 },
    headers: { 'retry-after': '3' },
  })
  erp.faults.set({ kind: 'status', status: 429, match: 'common.db.login' })
  expect(await fate(changes.erp())).toMatchObject({
    slug: 'upstream-auth-failed',
    failure: undefined,
  })
  crm.faults.clear()
  erp.faults.clear()
})

describe('a session', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  const refused = () => new Problem('upstream-auth-failed', 'refused a new login')
  const reply = (status: number) => ({ status }) as WireReply
  /** A backend that answers with these statuses in turn, the last one for ever. */
  function sessionWith(login: () => Promise<number>, ...statuses: readonly number[]) {
    let calls = 0
    const session = new Session(login)
    const finish = (wire: WireReply) => {
      if (wire.status === 401) throw refused()
      return wire.status
    }
    const run = () =>
      session
        .run(
          new Call(performance.now() + 60_000),
          async (_, read) => read(reply(statuses[Math.min(calls++, statuses.length - 1)] as number)),
          finish,
        )
        .catch((problem: Problem) => problem)
    return { run, calls: () => calls }
  }

  test('that takes too long to begin says the backend is not well', async () => {
    const late = new Problem('deadline-exceeded', 'the deadline passed')
    const { run, calls } = sessionWith(() => Promise.reject(late), 200)
    expect(await run()).toMatchObject({
      slug: 'upstream-unavailable',
      cause: late,
      failure: { effect: 'none', unhealthy: true },
    })
    expect(calls()).toBe(0)
  })

  test('that is worth nothing although it is new is not renewed by every call, but in a minute', async () => {
    let logins = 0
    const { run, calls } = sessionWith(async () => ++logins, 401, 401, 200)
    for (let count = 0; count < 5; count++)
      expect(await run()).toMatchObject({ slug: 'upstream-auth-failed' })
    expect([logins, calls()]).toEqual([2, 2])
    await vi.advanceTimersByTimeAsync(60_000)
    expect([await run(), logins]).toEqual([200, 3])
  })

  test('that has expired is renewed once, for all', async () => {
    let logins = 0
    const { run } = sessionWith(async () => ++logins, 401, 401, 200)
    expect(await Promise.all([run(), run()])).toEqual([200, 200])
    expect(logins).toBe(2)
  })
})
