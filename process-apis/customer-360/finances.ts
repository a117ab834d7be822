/** What finance knows of a customer, as far as it was asked for. */
import type { Overview, Parts } from '#contracts/process/customer-360/v1'

type Erp = Parts['getOverview']['erp']['erp']
type Finances = Pick<Overview, 'billing' | 'orders'>

interface Wanted {
  readonly include: readonly ('orders' | 'billing')[]
  readonly orderLimit: number
}

export async function financesOf(
  erp: Erp,
  customerId: string,
  { include, orderLimit }: Wanted,
): Promise<Finances> {
  const parts = await Promise.all(include.map((part) => readers[part](erp, customerId, orderLimit)))
  return Object.assign({}, ...parts)
}

const readers = {
  async billing(erp: Erp, customerId: string): Promise<Finances> {
    const party = await erp.getParty({ params: { customerId } })
    return { billing: party.status === 404 ? { state: 'none' } : party.body.billing }
  },

  async orders(erp: Erp, customerId: string, limit: number): Promise<Finances> {
    const page = await erp.listOrders({ query: { customerId, limit } })
    return { orders: page.body.items.map(({ customerId: _, ...order }) => order) }
  },
}
