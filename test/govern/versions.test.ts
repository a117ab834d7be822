/** The product's own breaking change: what it breaks is shown, and nothing else broke. */
import { expect, test } from 'vitest'
import { compareDocuments, toDocument } from '../../contracts/govern/main.ts'
import type { ContractData } from '../../contracts/runtime/load.ts'
import { apis } from '../../gateway/apis.gen.ts'

const contractOf = (id: string) => apis.find(({ contract }) => contract.id === id)?.contract as ContractData

/** What a message says, and by which rule. */
type Break = readonly [rule: string, message: RegExp]

const status: readonly Break[] = [['response-values-widened', /At \/status\./]]
const order: readonly Break[] = [
  ...status,
  ['response-extra-properties-widened', /beside the promised ones may come now\. At \/lines\/\*\./],
]
const statuses: readonly Break[] = [['response-values-widened', /At \/items\/\*\/status\./]]
const stock: readonly Break[] = [
  ['response-property-optional', /`stock`/],
  ['response-extra-properties-widened', /beside the promised ones/],
]

/** Operations whose answers changed, and what clients of v1 cannot live with. */
const changed: Readonly<Record<string, Readonly<Record<string, readonly Break[]>>>> = {
  'system/erp': { listOrders: statuses, getOrder: order, putOrder: order, cancelOrder: order },
  'process/order-to-cash': {
    listOrders: statuses,
    placeOrder: order,
    getOrder: order,
    cancelOrder: order,
    getTimeline: status,
  },
  'experience/storefront': {
    listCatalog: stock,
    getCatalogItem: stock,
    checkout: order,
    getOrder: order,
  },
}

test.each(Object.entries(changed))('%s breaks clients where it was changed, nowhere else', (api, breaks) => {
  const [v1, v2] = [contractOf(`${api}/v1`), contractOf(`${api}/v2`)]
  const compared = compareDocuments(toDocument(v1.document, v1.id), toDocument(v2.document, v2.id))
  expect(compared.verdict).toBe('breaking')
  const left = new Map(Object.entries(breaks).map(([id, list]) => [id, new Set(list)]))
  for (const { rule, verdict, effect, operation, part, message, witness } of compared.findings) {
    if (effect !== 'break') continue
    const operations = Object.values(v1.operations)
    const id = operations.find(({ method, path }) => `${method} ${path}` === operation)?.id ?? ''
    const found = breaks[id]?.find((each) => each[0] === rule && each[1].test(message))
    expect([id, verdict, found]).toEqual([id, 'breaking', expect.any(Array)])
    left.get(id)?.delete(found as Break)
    const schemaIn = ({ operations }: ContractData) =>
      operations[id]?.responses[part.replace(' body', '')]?.schema
    expect([schemaIn(v2)?.matches(witness), schemaIn(v1)?.matches(witness)]).toEqual([true, false])
  }
  expect([...left.values()].flatMap((each) => [...each])).toEqual([])
})

/** One operation of an API, at a place below its server. */
const at = (server: string, path: string) => ({
  openapi: '3.1.0',
  info: { title: 'ERP', version: '1.0.0' },
  servers: [{ url: server }],
  paths: {
    [path]: { get: { operationId: 'getOrder', responses: { 204: { description: 'There is one.' } } } },
  },
})

test.each([
  ['system/erp/v1', 'system/erp/v2', '/orders', []],
  ['system/erp/v1', 'system/erp/v2', '/purchases', ['operation-removed']],
  ['system/erp/v1', 'system/wms/v1', '/orders', ['address-removed']],
  ['old.yaml', 'new.yaml', '/orders', ['address-removed']],
])('of %s, %s with %s breaks this: %j', (before, after, path, rules) => {
  const next = after.startsWith('system/') ? `/${after}` : '/system/erp/v2'
  const { findings } = compareDocuments(
    toDocument(at('/system/erp/v1', '/orders'), before),
    toDocument(at(next, path), after),
  )
  expect(findings.map(({ rule }) => rule)).toEqual(rules)
})
