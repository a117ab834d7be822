/** The demonstration data holds together: both sandboxes and every demo rely on it. */
import { describe, expect, test } from 'vitest'
import { seed } from '../../gateway/sandbox/seed/main.ts'

const { customers, leads, products, orders } = seed
const contacts = customers.flatMap((customer) => customer.contacts)
const countBy = <Item, Key>(items: readonly Item[], key: (item: Item) => Key) =>
  new Map([...Map.groupBy(items, key)].map(([name, group]) => [name, group.length]))

test('every id is unique and of its form', () => {
  const ids = [
    ...customers.map(({ customerId }) => customerId),
    ...contacts.map(({ contactId }) => contactId),
    ...orders.map(({ orderId }) => orderId),
  ]
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) expect(id).toMatch(/^(?:CUS|CON|ORD)-[0-7][0-9A-HJKMNP-TV-Z]{25}$/)
  for (const { leadId } of leads) expect(leadId).toMatch(/^00Q[0-9A-Za-z]{15}$/)
})

test('sales knows twelve customers, finance ten of them, and nine can be billed', () => {
  expect(countBy(customers, ({ billing }) => billing)).toEqual(
    new Map([
      ['active', 9],
      ['blocked', 1],
      ['none', 2],
    ]),
  )
})

test('nothing in it can reach a real company', () => {
  for (const { email } of [...customers, ...contacts, ...leads]) expect(email).toMatch(/\.example$/)
})

describe('orders', () => {
  test('are of customers who can be billed and of goods that are sold', () => {
    const billable = new Set(customers.filter(({ billing }) => billing === 'active').map((c) => c.customerId))
    const sold = new Set(products.filter(({ sellable }) => sellable).map(({ sku }) => sku))
    for (const { customerId, lines, placedDaysAgo } of orders) {
      expect(billable).toContain(customerId)
      expect(placedDaysAgo).toBeLessThan(60)
      for (const { sku, quantity } of lines) {
        expect(sold).toContain(sku)
        expect(quantity).toBeGreaterThan(0)
      }
    }
  })

  test('show every stage, and the first customer has many of them', () => {
    const ofFirst = orders.filter(({ customerId }) => customerId === customers[0]?.customerId)
    expect(countBy(orders, ({ stage }) => stage).size).toBe(9)
    expect(countBy(ofFirst, ({ stage }) => stage).size).toBeGreaterThanOrEqual(4)
  })
})
