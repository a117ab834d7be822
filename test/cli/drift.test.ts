/** `strata drift`: what an ERP began to answer is listed, and accepted into a file, by an operator. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { seed } from '../../gateway/sandbox/seed/main.ts'
import { strata } from './support.ts'

const LEARN = 30

test('an operator sees what has drifted, and says what is normal now', { timeout: 90_000 }, async () => {
  const directory = mkdtempSync(join(tmpdir(), 'strata-drift-cli-'))
  const gateway = strata(['start', '--quiet'], { STORE_URL: 'memory:', DRIFT_LEARN: String(LEARN) })
  const { internalUrl, sandboxes } = await gateway.ready()
  const ask = (...args: readonly string[]) => strata(['drift', ...args, '--url', internalUrl]).ended
  const token = (await strata(['token', 'order-desk']).ended).out.trim()
  const read = async () => {
    for (const { orderId } of seed.orders)
      await fetch(`${internalUrl}/process/order-to-cash/v1/orders/${orderId}`, {
        headers: { authorization: `Bearer ${token}` },
      })
  }
  const fault = (body: object) =>
    fetch(`${sandboxes.erp}/__faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ kind: 'drift', match: 'sale.sale.search_read', field: 'state', ...body }),
    })

  await read()
  await gateway.says('what findSales 200 answers is known now')
  await fault({ change: 'add', name: 'phase', value: 3, times: 5 })
  await read()
  await fault({ change: 'retype', value: 3, times: 1 })
  await read()

  const items = JSON.parse((await ask('list', '--json')).out) as { findingId: string; pointer: string }[]
  const idOf = (pointer: string) => items.find((one) => one.pointer === pointer)?.findingId ?? ''
  const [list, show, silent, broken, accepted] = await Promise.all([
    ask('list'),
    ask('show', idOf('/*/phase')),
    ask('accept', idOf('/*/phase')),
    ask('accept', idOf('/*/state'), '--note', 'n'),
    ask('accept', idOf('/*/phase'), '--note', 'an upgrade', '--directory', directory),
  ])
  expect([list.code, list.err]).toEqual([0, ''])
  expect(list.out).toMatch(/\/\*\/state +value \(broken\)/)
  expect(show.out).toMatch(/experience\/storefront\/v1 +getOrder +\//)
  expect([silent.code, silent.err]).toEqual([1, expect.stringContaining('--note')])
  expect([broken.code, broken.err]).toEqual([1, expect.stringContaining('has to allow it first')])

  expect([accepted.code, accepted.err]).toEqual([0, ''])
  const path = join(directory, 'contracts/drift/backend/erp/v1.json')
  expect(accepted.out).toContain(path)
  const { contract, answers } = JSON.parse(readFileSync(path, 'utf8'))
  expect(contract).toBe('backend/erp/v1')
  expect(answers['findSales 200']).toMatchObject({
    state: 'sealed',
    extras: { '/*': expect.arrayContaining(['phase']) },
    accepted: [{ pointer: '/*/phase', event: 'unknown-field', by: 'ops', why: 'an upgrade' }],
  })
  expect((await ask('list', '--state', 'accepted')).out).toContain('/*/phase')
  await gateway.kill()
  rmSync(directory, { recursive: true, force: true })
})
