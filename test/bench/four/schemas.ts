/** What the four services check, written with zod as teams on this stack do. */
import { z } from '@hono/zod-openapi'

const Money = z.object({ amount: z.string(), currency: z.string() })
const status = z.enum(['received', 'priced', 'confirmed', 'shipped', 'completed', 'cancelled', 'attention'])
const OrderCard = z.object({ orderId: z.string(), status, receivedAt: z.string(), total: Money })

export const Customer = z.object({ customerId: z.string() })
export const RawAccount = z.looseObject({ Name: z.string(), Display_Name__c: z.string().nullish() })
export const RawSales = z.object({
  result: z.array(
    z.looseObject({
      reference: z.string().nullable(),
      state: z.enum(['draft', 'quotation', 'confirmed', 'processing', 'done', 'cancelled']),
      invoice_state: z.enum(['none', 'waiting', 'paid', 'exception']),
      shipment_state: z.enum(['none', 'waiting', 'sent', 'exception']),
      create_date: z.looseObject({
        year: z.int(),
        month: z.int(),
        day: z.int(),
        hour: z.int(),
        minute: z.int(),
        second: z.int(),
        microsecond: z.int(),
      }),
      'currency.': z.looseObject({ code: z.string() }),
      total_amount: z.looseObject({ decimal: z.string() }),
    }),
  ),
})
export const AccountName = z.object({ name: z.string() })
export const Orders = z.object({ items: z.array(OrderCard) })
const Source = z.object({
  system: z.enum(['crm', 'erp']),
  state: z.enum(['ok', 'unavailable']),
  asOf: z.iso.datetime(),
})
export const Overview = z.object({
  profile: AccountName,
  orders: z.array(OrderCard),
  sources: z.array(Source),
})
export const Home = z.object({
  name: z.string(),
  orders: z.array(OrderCard),
  missing: z.array(z.string()),
  sources: z.array(Source),
})
