/** The home screen: whom to greet, and how the latest orders are doing. */
import type { Home, OrderCard } from '#contracts/experience/mobile/v1'
import type { Overview } from '#contracts/process/customer-360/v1'

export const shownOrders = 5

export function toHome({ profile, orders, sources }: Overview): Home {
  return {
    ...(profile && { name: profile.displayName ?? profile.legalName }),
    ...(orders && { orders: orders.slice(0, shownOrders).map(toCard) }),
    missing: [...(profile ? [] : ['name' as const]), ...(orders ? [] : ['orders' as const])],
    sources,
  }
}

const toCard = ({
  orderId,
  status,
  receivedAt,
  total,
}: NonNullable<Overview['orders']>[number]): OrderCard => ({
  orderId,
  status,
  receivedAt,
  total,
})
