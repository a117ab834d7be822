/** `strata alerts`: a system fails and recovers, its owner is told both, and an operator sees and silences it. */
import { afterAll, expect, test } from 'vitest'
import { startReceiver } from '../alerting/support.ts'
import { strata } from './support.ts'

const receiver = await startReceiver()
afterAll(() => receiver.close())

test('a breaker that opens and closes again is told to its owner', { timeout: 60_000 }, async () => {
  const gateway = strata(['start', '--quiet'], {
    STORE_URL: 'memory:',
    ERP_POLICIES: '{ retry: { retriesMax: 0 }, breaker: { callsMin: 2, openMs: [300], probesGood: 1 } }',
    ALERT_CHANNELS: `{ finance-systems: [{ webhook: '${receiver.url}', secret: a-secret-of-a-good-length }] }`,
  })
  const { internalUrl, sandboxes } = await gateway.ready()
  const ask = (...args: readonly string[]) => strata([...args, '--url', internalUrl]).ended
  const token = (await strata(['token', 'order-desk']).ended).out.trim()
  const read = () =>
    fetch(`${internalUrl}/process/order-to-cash/v1/products`, {
      headers: { authorization: `Bearer ${token}` },
    })
  const told = () =>
    receiver.received.flatMap(({ body }) =>
      body.alerts.map(({ state, kind, api, owner }: Record<string, string>) => [state, kind, api, owner]),
    )

  await fetch(`${sandboxes.erp}/__faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'status', status: 503 }),
  })
  await expect
    .poll(async () => (await read()) && told(), { timeout: 10_000 })
    .toEqual([['open', 'circuit-open', 'backend/erp/v1', 'finance-systems']])
  await fetch(`${sandboxes.erp}/__faults`, { method: 'DELETE' })
  await expect
    .poll(async () => (await read()) && told(), { timeout: 10_000 })
    .toContainEqual(['resolved', 'circuit-open', 'backend/erp/v1', 'finance-systems'])

  // A silence shows in the list.
  const listed = await ask('alerts', 'list')
  const [silent, all, made] = await Promise.all([
    ask('alerts', 'silence', '--api', 'backend/erp/v1'),
    ask('alerts', 'silence', '--note', 'all of it'),
    ask('alerts', 'silence', '--api', 'backend/erp/v1', '--note', 'upgrade', '--json'),
  ])
  expect([listed.code, listed.err]).toEqual([0, ''])
  expect(listed.out).toMatch(/ALT-\S+ +resolved +circuit-open +finance-systems +sent/)
  expect([silent.code, silent.err]).toEqual([1, expect.stringContaining('--note')])
  expect([all.code, all.err]).toEqual([1, expect.stringContaining('--api')])
  const { silenceId } = JSON.parse(made.out) as { silenceId: string }
  expect((await ask('alerts', 'silences')).out).toMatch(/backend\/erp\/v1 .* ops +upgrade/)
  expect((await ask('alerts', 'unsilence', silenceId)).out.trim()).toBe('Alerts are told again.')
  expect((await ask('alerts', 'silences')).out.trim()).toBe('Nothing is kept quiet.')
})
