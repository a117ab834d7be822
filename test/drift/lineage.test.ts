/** Who sees what is made from a field of a system: from what was read, or else from what contracts say. */
import { expect, test } from 'vitest'
import { apis, backends } from '../../gateway/apis.gen.ts'
import { Lineage } from '../../gateway/drift/lineage.ts'
import type { ReadField } from '../../gateway/usage/reads.ts'

const contracts = [...backends, ...apis.map(({ contract }) => contract)]
const state = {
  api: 'backend/erp/v1',
  operation: 'findSales',
  status: 200,
  pointer: '/*/state',
  event: 'value',
}

const read = (reader: string, operation: string, pointer: string): ReadField => {
  const [api = '', own = ''] = reader.split(' ')
  return { reader: { api, operation: own }, operation, use: 'reads', pointer, count: 1, lastAt: 0 }
}

test('with nothing seen yet, all that may use it counts, and what it means says where it shows', async () => {
  const affected = await new Lineage(contracts, async () => []).affectedBy(state)
  const shown = affected.filter(({ fields }) => fields.length)
  expect(shown).toContainEqual({ api: 'experience/storefront/v1', operation: 'getOrder', fields: ['/'] })
  expect(shown).toContainEqual({
    api: 'experience/mobile/v1',
    operation: 'getHome',
    fields: expect.arrayContaining(['/orders/*']),
  })
  for (const { api } of affected) expect(api).toMatch(/^experience\//)
  expect(affected).toContainEqual({ api: 'experience/storefront/v1', operation: 'listCatalog', fields: [] })
})

test('an operation that was looked at counts only if it uses the field', async () => {
  const asks = (reader: string, operation: string) => ({
    ...read(reader, operation, ''),
    use: 'asks' as const,
  })
  const reads: Record<string, readonly ReadField[]> = {
    'backend/erp/v1': [
      read('system/erp/v2 getOrder', 'findSales', '/*/state'),
      read('system/erp/v2 putOrder', 'findSales', '/*/id'),
      ...['listOrders', 'cancelOrder', 'getParty', 'listProducts'].map((operation) =>
        asks(`system/erp/v2 ${operation}`, 'findSaleHeaders'),
      ),
    ],
    'process/order-to-cash/v2': [
      read('experience/storefront/v2 getOrder', 'getOrder', '/status'),
      asks('experience/storefront/v2 listCatalog', 'listProducts'),
      asks('experience/storefront/v2 getCatalogItem', 'getProduct'),
    ],
  }
  const affected = await new Lineage(contracts, async (api) => reads[api] ?? []).affectedBy(state)
  const shop = affected.filter(({ api }) => api === 'experience/storefront/v2')
  // Nobody knows what the other two do: they were never looked at.
  expect(shop.map(({ operation }) => operation).sort()).toEqual(['checkout', 'getOperation', 'getOrder'])
})

test('of a field nobody knew, what its record means says where it would show', async () => {
  const affected = await new Lineage(contracts, async () => []).affectedBy({ ...state, pointer: '/*/phase' })
  expect(affected).toContainEqual({ api: 'experience/storefront/v1', operation: 'getOrder', fields: ['/'] })
})
