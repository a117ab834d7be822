/** Every list takes its own cursors and ends at any other one. */
import { describe, expect, test } from 'vitest'
import { seed } from '../../gateway/sandbox/seed/main.ts'
import { startLayers } from './support.ts'

const layers = await startLayers()
const customerId = seed.orders[0]?.customerId

const lists = [
  'system/crm/v1/accounts?',
  'system/crm/v1/leads?',
  'system/erp/v1/products?',
  `system/erp/v1/orders?customerId=${customerId}&`,
  `system/erp/v1/invoices?customerId=${customerId}&`,
  'process/order-to-cash/v1/products?',
]
const encoded = (text: string) => Buffer.from(text).toString('base64url')
const strangers = [
  'Infinity',
  '-Infinity',
  '-1',
  '1e3',
  '',
  'CUS-',
  "' OR Name != '",
  'accounts:',
  'orders:Infinity',
]

describe.each(lists)('%s', (list) => {
  test.each(strangers)('the cursor of %j leads to an empty last page', async (text) => {
    const answer = await layers.call('GET', `${list}cursor=${encoded(text) || 'A'}`)
    expect(answer).toEqual({ status: 200, body: { items: [] } })
  })

  test('its own cursor leads on, and is no cursor of another list', async () => {
    const first = await layers.call('GET', `${list}limit=1`)
    const { nextCursor } = first.body
    if (nextCursor === undefined) return
    const second = await layers.call('GET', `${list}limit=1&cursor=${nextCursor}`)
    expect(second.body.items).toHaveLength(1)
    expect(second.body.items).not.toEqual(first.body.items)
    const isOfProducts = list.includes('products')
    const other = isOfProducts ? 'system/crm/v1/leads?' : 'system/erp/v1/products?'
    expect((await layers.call('GET', `${other}cursor=${nextCursor}`)).body).toEqual({ items: [] })
  })
})
