/** There is a plan for each reply there is, also where records of several kinds come in one place. */
import { expect, test } from 'vitest'
import { at } from '../../contracts/runtime/document.ts'
import { apis, backends } from '../../gateway/apis.gen.ts'
import { type FieldPlan, planOf } from '../../gateway/drift/plan.ts'

const replies = [...backends, ...apis.map(({ contract }) => contract)].flatMap(
  ({ id, document, operations }) =>
    Object.values(operations).flatMap((operation) =>
      Object.entries(operation.responses).flatMap(([status, { schema }]) =>
        schema
          ? [
              {
                name: `${id} ${operation.id} ${status}`,
                plan: () => planOf(document, at(document, schema.pointer)),
              },
            ]
          : [],
      ),
    ),
)

test('every reply has a plan', () => {
  for (const { name, plan } of replies) expect([name, typeof plan()]).toEqual([name, 'object'])
})

test('each kind of record has its own fields', () => {
  const query = replies.find(({ name }) => name === 'backend/crm/v1 query 200')?.plan()
  const record = query?.fields.find(({ name }) => name === 'records')?.items
  const namesOf = ({ fields }: FieldPlan) => fields.map(({ name }) => name)
  const kinds = new Map(record?.variants.map(({ value, plan }) => [value, namesOf(plan)]))
  expect([...kinds.keys()].sort()).toEqual(['Account', 'Contact', 'Lead'])
  expect(kinds.get('Lead')).toContain('Company')
  expect(kinds.get('Account')).not.toContain('Company')
})
