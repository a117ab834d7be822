/** What came of each wish, held against what was promised. */
import type { Effects, Entity } from './effects.ts'
import type { Final } from './sender.ts'
import type { Wish } from './wishes.ts'

export interface Told {
  readonly wish: Wish
  /** One for each who got a final answer, and one for who asked when all was over. */
  readonly finals: readonly Final[]
  /** Whether somebody got none. */
  readonly isOpen: boolean
}

/** Names of wishes, with what is wrong. */
export type Verdict = Readonly<Record<Charge, readonly string[]>>

export type Charge = (typeof charges)[number]
export const charges = [
  'duplicate effects',
  'lost acknowledgements',
  'inconsistent replays',
  'stuck',
  'refused without reason',
] as const

export function judge(all: readonly Told[], effects: Effects): Verdict {
  const of = (accuse: (told: Told) => string | undefined) =>
    all.flatMap((told) => {
      const what = accuse(told)
      return what === undefined ? [] : `${told.wish.name}: ${what}`
    })
  return {
    'duplicate effects': of(({ wish: { name } }) => {
      const { orders, accounts, parties } = countsOf(name, effects)
      const invoices = Math.max(0, ...(effects.orders.get(name) ?? []).map((order) => order.invoices))
      return Math.max(orders, accounts, parties, invoices) > 1
        ? `${orders} orders, ${invoices} invoices of one, ${accounts} accounts, ${parties} parties`
        : undefined
    }),
    'lost acknowledgements': of(({ wish, finals }) => {
      const lost = finals.find(({ status, body }) => status === 201 && !isThere(wish, body, effects))
      return lost && `was told ${lost.body}`
    }),
    'inconsistent replays': of(({ finals }) => {
      const different = new Set(finals.map(({ status, body, location }) => `${status} ${location} ${body}`))
      return different.size > 1 ? [...different].join(' | ') : undefined
    }),
    stuck: of(({ isOpen }) => (isOpen ? 'no final answer' : undefined)),
    'refused without reason': of(({ finals }) => {
      const refused = finals.find(({ status }) => status !== 201)
      return refused && `${refused.status} ${refused.body}`
    }),
  }
}

const countsOf = (name: string, { orders, accounts, parties }: Effects) => ({
  orders: orders.get(name)?.length ?? 0,
  accounts: accounts.get(name)?.length ?? 0,
  parties: parties.get(name)?.length ?? 0,
})

function isThere({ kind, name }: Wish, body: string, { orders, accounts, parties }: Effects): boolean {
  const { orderId, customerId } = JSON.parse(body) as { orderId?: string; customerId?: string }
  const holds = (entities: readonly Entity[] | undefined, id: string | undefined) =>
    entities?.some((entity) => entity.id === id) ?? false
  return kind === 'order'
    ? holds(orders.get(name), orderId)
    : holds(accounts.get(name), customerId) && holds(parties.get(name), customerId)
}
