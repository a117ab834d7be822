/** Orders as an ERP answers them, as many as a test needs: the same ones for the same seed. */

import { contract as erp } from '../../contracts/generated/backend/erp/v1.ts'
import type { JsonSchema, OpenApiDocument } from '../../contracts/runtime/document.ts'
import { Observer, type ObserverEvents } from '../../gateway/drift/observer.ts'
import { planOf } from '../../gateway/drift/plan.ts'

/** A stream of numbers from 0 to 1. */
export function randomOf(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export interface Sale {
  [field: string]: unknown
}

const states = ['draft', 'quotation', 'confirmed', 'processing', 'done', 'cancelled']
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** One sale, as `findSales` answers it. */
export function saleOf(random: () => number): Sale {
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item
  const decimal = (value: number) => ({ __class__: 'Decimal', decimal: value.toFixed(2) })
  const count = 1 + Math.floor(random() ** 2 * 4)
  const price = 5 + random() ** 3 * 400
  const id = 1 + Math.floor(random() * 50_000)
  return {
    id,
    reference: random() < 0.01 ? null : `ORD-${Array.from({ length: 26 }, () => pick([...digits])).join('')}`,
    number: random() < 0.1 ? null : String(1000 + id),
    state: pick(states),
    invoice_state: pick(['none', 'waiting', 'paid']),
    shipment_state: pick(['none', 'waiting', 'sent']),
    create_date: {
      __class__: 'datetime',
      year: 2026,
      month: 1 + Math.floor(random() * 12),
      day: 1 + Math.floor(random() * 28),
      hour: Math.floor(random() * 24),
      minute: Math.floor(random() * 60),
      second: Math.floor(random() * 60),
      microsecond: 0,
    },
    sale_date:
      random() < 0.1 ? null : { __class__: 'date', year: 2026, month: 3, day: 1 + Math.floor(random() * 28) },
    'party.': {
      id: Math.floor(id / 3),
      code: `CUS-${Array.from({ length: 26 }, () => pick([...digits])).join('')}`,
    },
    'currency.': { id: 1, code: 'EUR' },
    total_amount: decimal(price * count * 1.19),
    untaxed_amount: decimal(price * count),
    tax_amount: decimal(price * count * 0.19),
    comment:
      random() < 0.7
        ? null
        : pick(['ring twice', 'leave it at the door', 'urgent', 'as agreed on the phone']),
    description: null,
    invoices: random() < 0.5 ? [] : [id],
    'lines.': Array.from({ length: count }, (_, index) => ({
      id: id * 4 + index,
      'product.': {
        id: 1 + Math.floor(random() * 30),
        code: `WID-${String(Math.floor(random() * 900)).padStart(3, '0')}`,
        name: 'Widget',
      },
      quantity: 1 + Math.floor(random() * 9),
      unit_price: decimal(price),
      amount: decimal(price * count),
    })),
  }
}

export const sales = {
  document: erp.document as OpenApiDocument,
  schema: { $ref: erp.operations.findSales?.responses[200]?.schema?.pointer ?? '' } as JsonSchema,
}

export interface Report {
  readonly pointer: string
  readonly event: string
  readonly at: number
}

/** Learns from so many sales, and says what it reports of those that follow. */
export function learnedObserver(
  random: () => number,
  count: number,
  make: () => Sale = () => saleOf(random),
) {
  const reports: Report[] = []
  let seen = 0
  const events: ObserverEvents = {
    drifted: (field, monitor) =>
      void reports.push({ pointer: field.plan.pointer, event: monitor.event, at: seen }),
    unknownField: (pointer) => void reports.push({ pointer, event: 'unknown-field', at: seen }),
  }
  const observer = new Observer(planOf(sales.document, sales.schema), events)
  for (let index = 0; index < count; index++) observer.observe([make()])
  const at = new Date(0).toISOString()
  const learned = observer.take()
  observer.watch({ state: 'sealed', version: '1', startedAt: at, changedAt: at, ...learned })
  return {
    observer,
    learned,
    reports,
    see(sale: Sale): void {
      seen++
      observer.observe([sale])
    },
  }
}
