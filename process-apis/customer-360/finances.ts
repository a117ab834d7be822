/** What finance knows of a customer, as far as it was asked for. */
import type { Overview, Uses } from '#contracts/process/customer-360/v1'

type Finances = Pick<Overview, 'billing' | 'orders'>

const latest = 10

export async function financesOf(
  erp: Uses['erp'],
  customerId: string,
  include: readonly ('orders' | 'billing')[],
): Promise<Finances> {
  const parts = await Promise.all(include.map((part) => readers[part](erp, customerId)))
  return Object.assign({}, ...parts)
}

const readers = {
  async billing(erp: Uses['erp'], customerId: string): Promise<Finances> {
    const party = await erp.getParty({ params: { customerId } })
    return { billing: party.status === 404 ? { state: 'none' } : party.body.billing }
  },

  async orders(erp: Uses['erp'], customerId: string): Promise<Finances> {
    const page = await erp.listOrders({ query: { customerId, limit: latest } })
    return { orders: page.body.items.map(({ customerId: _, ...order }) => order) }
  },
}
