/** What is asked for under each key: an order of a customer, or a new customer. Each can be told apart in the backends. */
import { seed } from '../../gateway/sandbox/seed/main.ts'
import type { Profile } from './profile.ts'

export interface Wish {
  readonly name: string
  readonly kind: 'order' | 'customer'
  readonly key: string
  readonly path: string
  readonly consumer: string
  readonly customerId?: string
  readonly body: string
  /** How many send it at the same time. */
  readonly senders: number
}

const PREFIX = 'Chaos '
export const isName = (text: unknown): text is string => String(text).startsWith(PREFIX)

const billed = seed.customers.filter(({ billing }) => billing === 'active')

/** In the order they are sent. */
export function wishesOf(
  { keys, orders, tripled }: Profile,
  run: string,
  random: () => number,
): readonly Wish[] {
  return Array.from({ length: keys }, (_, index) => {
    const name = `${PREFIX}${run} ${String(index).padStart(6, '0')}`
    const common = {
      name,
      key: `${run}-${String(index).padStart(8, '0')}`,
      senders: random() < tripled ? 3 : 1,
    }
    return random() < orders ? orderOf(common, random) : customerOf(common)
  })
}

type Common = Pick<Wish, 'name' | 'key' | 'senders'>

const orderOf = (common: Common, random: () => number): Wish => ({
  ...common,
  kind: 'order',
  path: '/experience/storefront/v1/checkout',
  consumer: 'storefront-web',
  customerId: billed[Math.floor(random() * billed.length)]?.customerId ?? '',
  body: JSON.stringify({ lines: [{ sku: 'WID-001', quantity: 1 }], note: common.name }),
})

const customerOf = (common: Common): Wish => ({
  ...common,
  kind: 'customer',
  path: '/experience/partner-portal/v1/customers',
  consumer: 'partner-portal',
  body: JSON.stringify({
    legalName: common.name,
    email: 'office@chaos.example',
    address: { street: 'Kai 3', city: 'Hamburg', postalCode: '20457', country: 'DE' },
  }),
})
