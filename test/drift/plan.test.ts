/** Every answer of every contract can be walked, and what comes in several kinds is told apart. */
import { describe, expect, test } from 'vitest'
import { contract as crm } from '../../contracts/generated/backend/crm/v1.ts'
import { at } from '../../contracts/runtime/document.ts'
import { apis, backends } from '../../gateway/apis.gen.ts'
import { Observer } from '../../gateway/drift/observer.ts'
import { type FieldPlan, fieldAt, planOf } from '../../gateway/drift/plan.ts'

const contracts = [...backends, ...apis.map(({ contract }) => contract)]
const all = (plan: FieldPlan): readonly FieldPlan[] => [
  plan,
  ...[...plan.fields, plan.items, plan.others, ...plan.variants.map((one) => one.plan)].flatMap((one) =>
    one ? all(one) : [],
  ),
]

describe.each(contracts.map((contract) => [contract.id, contract] as const))('%s', (_, contract) => {
  test('has a plan for each answer, with what is hidden in it, and takes its examples', () => {
    for (const operation of Object.values(contract.operations))
      for (const { schema, mediaType } of Object.values(operation.responses)) {
        if (!schema) continue
        const node = at(contract.document, schema.pointer)
        const plan = planOf(contract.document, node)
        expect(all(plan).length).toBeLessThan(4_000)
        if (JSON.stringify(node).includes('"x-pii":true'))
          expect(all(plan).some(({ hidden }) => hidden === 'personal')).toBe(true)
        if (mediaType !== 'application/json') continue
        const observer = new Observer(plan, { drifted: () => {}, unknownField: () => {} })
        for (const example of ((node as { examples?: unknown[] }).examples ?? []) as unknown[])
          expect(observer.observe(example)).toBeGreaterThan(0)
      }
  })
})

const query = planOf(
  crm.document,
  at(crm.document, crm.operations.query?.responses[200]?.schema?.pointer ?? ''),
)

test('kinds of records in one list are told apart by their constant', () => {
  const records = query.fields.find(({ name }) => name === 'records')?.items
  expect(records?.variants.map(({ path, value, plan }) => [path.join('.'), value, plan.pointer])).toEqual([
    ['attributes.type', 'Account', '/records/*(Account)'],
    ['attributes.type', 'Contact', '/records/*(Contact)'],
    ['attributes.type', 'Lead', '/records/*(Lead)'],
  ])
  const lead = records?.variants[2]?.plan
  expect(lead?.fields.map(({ name }) => name)).toContain('LeadSource')
  expect(lead?.fields.map(({ name }) => name)).not.toContain('BillingCity')
  expect(lead?.meaning).toBe('crm.lead')
})

test('a field of one kind is not missing in the others', () => {
  const seen: string[] = []
  const observer = new Observer(query, {
    drifted: (field, { event }) => void seen.push(`${field.plan.pointer} ${event}`),
    unknownField: (pointer) => void seen.push(pointer),
  })
  const [example] = (at(crm.document, '#/components/schemas/Lead') as { examples: object[] }).examples
  const page = (record: object) => ({ totalSize: 1, done: true, records: [record] })
  for (let index = 0; index < 500; index++) observer.observe(page({ ...example, Id: `00Q${index}` }))
  const instant = new Date(0).toISOString()
  observer.watch({
    state: 'sealed',
    version: '1',
    startedAt: instant,
    changedAt: instant,
    ...observer.take(),
  })
  const [account] = (at(crm.document, '#/components/schemas/Account') as { examples: object[] }).examples
  for (let index = 0; index < 500; index++)
    observer.observe(page({ ...account, External_Id__c: `CUS-${index}`, Name: String(index) }))
  expect(seen.filter((one) => one.includes('(Lead)'))).toEqual([])
})

test.each([
  ['/records/3/attributes/type', '/records/*/attributes/type'],
  ['/records/0/Phone', '/records/*/Phone'],
  ['/totalSize', '/totalSize'],
  ['/nothing/1', '/nothing/1'],
])('%s of an answer is %s of all', (pointer, of) => {
  expect(fieldAt(query, pointer).pointer).toBe(of)
})
