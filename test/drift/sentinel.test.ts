/** What systems were like is known to all processes of a deployment, kept as a file, and changed by who answers for it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { contract as crm } from '../../contracts/generated/backend/crm/v1.ts'
import { contract as erp } from '../../contracts/generated/backend/erp/v1.ts'
import { Alerting } from '../../gateway/alerting/alerting.ts'
import type { Baseline } from '../../gateway/drift/baseline.ts'
import { Sentinel } from '../../gateway/drift/sentinel.ts'
import type { Target } from '../../gateway/hop/policy.ts'
import { MemoryRegister } from '../../gateway/store/register/memory.ts'
import { openRegister } from '../../gateway/store/register/open.ts'
import type { Register } from '../../gateway/store/register/register.ts'
import { createLog } from '../../gateway/telemetry/log.ts'
import { randomOf, type Sale, saleOf } from './orders.ts'

const LEARN = 300
const log = createLog({ level: 'silent' })
const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const targetOf = (contract: typeof erp, operation: string): Target => ({
  contract,
  operation: contract.operations[operation] as Target['operation'],
})

async function begin(
  register: Register = new MemoryRegister(),
  reviewed: ReadonlyMap<string, Baseline> = new Map(),
) {
  const alerting = new Alerting({ register, channelsOf: () => [], log })
  const affectedBy = async () => []
  const sentinel = new Sentinel({
    register,
    alerting,
    log,
    reviewed,
    rule: { observations: LEARN },
    valuesPerSecond: 1e9,
    affectedBy,
  })
  const lookout = sentinel.of(targetOf(erp, 'findSales'))
  await sentinel.start()
  closing.push(() => sentinel.close())
  return {
    sentinel,
    lookout,
    alerts: async () => {
      await alerting.close()
      return alerting.list()
    },
    /** Sees what the ERP answers. */
    async see(sales: readonly Sale[]) {
      for (const sale of sales) {
        lookout.accepted({ status: 200, body: [sale] })
        while (sentinel.waiting > 100) await setImmediate()
      }
      while (sentinel.waiting > 0) await setImmediate()
    },
    /** What happens every ten seconds: what was seen is told, and what others saw is heard. */
    async flush() {
      await sentinel.look(true)
    },
    open: async () => (await sentinel.findings.list()).filter(({ state }) => state === 'open'),
  }
}

const random = randomOf(1)
const sales = (count: number, change: (sale: Sale) => Sale = (sale) => sale) =>
  Array.from({ length: count }, () => change(saleOf(random)))
const withPhase = (sale: Sale): Sale => ({ ...sale, phase: 1 })
const inCents = (sale: Sale): Sale => {
  const { decimal } = sale.total_amount as { decimal: string }
  return { ...sale, total_amount: { __class__: 'Decimal', decimal: (Number(decimal) * 100).toFixed(2) } }
}

test('two processes learn together, and both know when it is enough', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'strata-drift-'))
  const url = `sqlite:${directory}/strata.db`
  const registers = [openRegister(url), openRegister(url)]
  closing.push(async () => {
    for (const register of registers) await register.close()
    rmSync(directory, { recursive: true })
  })
  const [one, other] = [await begin(registers[0]), await begin(registers[1])]
  await one.see(sales(LEARN / 2))
  await one.flush()
  await other.see(sales(LEARN / 2 - 10, withPhase))
  await other.flush()
  await other.see(sales(10, (sale) => ({ ...sale, other: 1 })))
  await other.flush()
  await one.flush()
  // What one of them has learned is nothing new to the other one.
  await one.see(sales(20, withPhase))
  expect(await one.open()).toEqual([])
  await one.see(sales(1, (sale) => ({ ...sale, stranger: 1 })))
  await one.flush()
  expect(await other.open()).toMatchObject([{ pointer: '/*/stranger', event: 'unknown-field', times: 1 }])
})

test('a process that starts later goes on where others were', async () => {
  const register = new MemoryRegister()
  const first = await begin(register)
  await first.see(sales(LEARN))
  await first.flush()
  const second = await begin(register)
  await second.see(sales(1, withPhase))
  await second.flush()
  expect(await second.open()).toMatchObject([{ pointer: '/*/phase' }])
})

test('what is accepted is normal: nobody is told any more, and the file says who and why', async () => {
  const process = await begin()
  await process.see(sales(LEARN))
  await process.flush()
  await process.see(sales(200, inCents))
  await process.see(sales(10, withPhase))
  await process.flush()
  const open = await process.open()
  expect(open.map(({ pointer, event }) => `${pointer} ${event}`).sort()).toEqual([
    '/*/phase unknown-field',
    '/*/total_amount/decimal magnitude',
  ])
  expect((await process.alerts()).map(({ kind, state }) => [kind, state])).toEqual([
    ['drift', 'open'],
    ['drift', 'open'],
  ])
  const magnitude = open.find(({ event }) => event === 'magnitude')
  expect(magnitude?.before).toMatch(/^0(\.\d+)? %|^0\.00 % of the time$/)
  expect(magnitude?.after).toMatch(/% of \d+, as "\d+\.00"/)

  for (const { id } of open)
    expect(await process.sentinel.accept(id, 'ops', 'agreed with finance')).toBeDefined()
  const accepted = await process.sentinel.accept(open[0]?.id ?? '', 'ops', 'twice')
  expect(accepted?.file.contract).toBe('backend/erp/v1')
  const baseline = accepted?.file.answers['findSales 200'] as Baseline
  expect(baseline.accepted).toContainEqual(
    expect.objectContaining({
      pointer: '/*/phase',
      by: 'ops',
      why: 'agreed with finance',
      at: expect.any(String),
    }),
  )
  expect(baseline.extras['/*']).toContain('phase')
  await process.see(sales(500, (sale) => withPhase(inCents(sale))))
  await process.flush()
  expect(await process.open()).toEqual([])

  // The file alone is enough for a deployment that knows nothing.
  const reviewed = new Map([
    ['backend/erp/v1 findSales 200', JSON.parse(JSON.stringify(baseline)) as Baseline],
  ])
  const elsewhere = await begin(new MemoryRegister(), reviewed)
  await elsewhere.see(sales(300, (sale) => withPhase(inCents(sale))))
  await elsewhere.see(sales(1, (sale) => ({ ...sale, stranger: 1 })))
  await elsewhere.flush()
  expect((await elsewhere.open()).map(({ pointer }) => pointer)).toEqual(['/*/stranger'])
})

test('what is over is over', async () => {
  const process = await begin()
  await process.see(sales(LEARN))
  await process.flush()
  await process.see(sales(100, inCents))
  await process.flush()
  expect(await process.open()).toHaveLength(1)
  await process.see(sales(4_500))
  await process.flush()
  await process.see(sales(2_500))
  await process.flush()
  expect((await process.sentinel.findings.list()).map(({ state }) => state)).toEqual(['over'])
  expect((await process.alerts()).map(({ state }) => state)).toEqual(['resolved'])
})

test('what breaks a contract is counted, told once, and cannot be accepted', async () => {
  const process = await begin()
  const violation = { pointer: '/0/state', keyword: 'enum', detail: 'must be one of "draft"' }
  for (let index = 0; index < 50; index++)
    process.lookout.broken({ status: 200, body: [{ state: 3 }] }, violation)
  process.lookout.broken({ status: 200, body: [{ state: 'lost' }] }, violation)
  process.lookout.undeclared(418)
  await process.flush()
  const found = await process.open()
  expect(found.map(({ pointer, event, value, times }) => [pointer, event, value, times])).toEqual(
    expect.arrayContaining([
      ['/*/state', 'value', '3', 50],
      ['/*/state', 'value', '"lost"', 1],
      ['', 'undeclared-status', undefined, 1],
    ]),
  )
  // One alert for each field, whatever the values are.
  expect((await process.alerts()).map(({ subject }) => subject).sort()).toEqual([
    'findSales 200 /*/state value',
    'findSales 418 / undeclared-status',
  ])
  expect(await process.sentinel.accept(found[0]?.id ?? '', 'ops', 'n')).toBeUndefined()
})

test('personal data is not in baselines, findings or alerts: only what it looks like', async () => {
  const register = new MemoryRegister()
  const process = await begin(register)
  const lookout = process.sentinel.of(targetOf(crm, 'getAccount'))
  const account = (phone: unknown, index: number) => ({
    attributes: { type: 'Account' },
    External_Id__c: `CUS-${index}`,
    Name: `Company ${index}`,
    Display_Name__c: null,
    Relationship__c: 'Active',
    Lead_Id__c: null,
    Email__c: `jane.doe.${index % 7}@private.example`,
    Phone: phone,
    BillingStreet: 'Secret Lane 1',
    BillingCity: 'Hideaway',
    BillingPostalCode: '12345',
    BillingCountryCode: 'DE',
  })
  for (let index = 0; index < LEARN; index++)
    lookout.accepted({ status: 200, body: account(`+49 ${index % 9} 555`, index) })
  while (process.sentinel.waiting > 0) await setImmediate()
  await process.flush()
  for (let index = 0; index < 300; index++)
    lookout.accepted({ status: 200, body: account(`call Jane ${'x'.repeat(30)}`, index) })
  while (process.sentinel.waiting > 0) await setImmediate()
  lookout.broken(
    { status: 200, body: account(4_955_512_345, 1) },
    { pointer: '/Phone', keyword: 'type', detail: 'must be of type string or null' },
  )
  await process.flush()
  const found = await process.open()
  expect(found.map(({ pointer }) => pointer)).toContain('/Phone')
  expect(found.find(({ isBroken }) => isBroken)?.after).toBe('integer')
  const kept = await Promise.all(['drift', 'drift-baselines', 'alerts'].map((kind) => register.entries(kind)))
  const text = JSON.stringify([kept, await process.alerts()])
  expect(text).toContain('/Email__c')
  for (const personal of ['Jane', 'jane', 'Secret Lane', 'Hideaway', '12345', '555', '4955512345'])
    expect(text).not.toContain(personal)
})

test('looking is bounded: what comes too fast is dropped, not kept', async () => {
  const process = await begin()
  const list = Array.from({ length: 25 }, () => saleOf(random))
  for (let index = 0; index < 50_000; index++) process.lookout.accepted({ status: 200, body: list })
  const startedAt = performance.now()
  let turns = 0
  while (process.sentinel.waiting > 0) {
    await setImmediate()
    turns++
  }
  expect(process.sentinel.dropped).toBeGreaterThan(48_000)
  // Others had their turn in between.
  expect(turns).toBeGreaterThan(2)
  expect(performance.now() - startedAt).toBeLessThan(20_000)
})
