/** The home screen made by hand, as a team without Strata would: what the two systems answer, mapped to what the app shows. */

export interface Account {
  readonly Name: string
  readonly Display_Name__c?: string | null
}

interface Decimal {
  readonly decimal: string
}

export interface Sale {
  readonly reference: string | null
  readonly state: string
  readonly invoice_state: string
  readonly shipment_state: string
  readonly create_date: Readonly<
    Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'microsecond', number>
  >
  readonly 'currency.': { readonly code: string }
  readonly total_amount: Decimal
}

export interface OrderCard {
  readonly orderId: string
  readonly status: string
  readonly receivedAt: string
  readonly total: { readonly amount: string; readonly currency: string }
}

/** Both systems have just answered. */
export const toSources = () => {
  const asOf = new Date().toISOString()
  return (['crm', 'erp'] as const).map((system) => ({ system, state: 'ok' as const, asOf }))
}

export const toName = ({ Name, Display_Name__c }: Account): string => Display_Name__c ?? Name

export const toCard = (sale: Sale): OrderCard => ({
  orderId: sale.reference ?? '',
  status: statusOf(sale),
  receivedAt: toInstant(sale.create_date),
  total: { amount: Number(sale.total_amount.decimal).toFixed(2), currency: sale['currency.'].code },
})

function statusOf({ state, shipment_state, invoice_state }: Sale): string {
  if (state === 'cancelled') return 'cancelled'
  if (state === 'done') return 'completed'
  if (shipment_state === 'exception' || invoice_state === 'exception') return 'attention'
  if (state === 'draft') return 'received'
  if (state === 'quotation') return 'priced'
  return shipment_state === 'sent' ? 'shipped' : 'confirmed'
}

const toInstant = ({ year, month, day, hour, minute, second, microsecond }: Sale['create_date']): string =>
  new Date(Date.UTC(year, month - 1, day, hour, minute, second, microsecond / 1000)).toISOString()
