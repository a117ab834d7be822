/** Puts the demonstration data into the ERP: goods, the parties of billable customers, the history of their orders. */
import type { Seed, SeedCustomer, SeedOrder, SeedOrderStage, SeedProduct } from '../seed/main.ts'
import { units } from './base-data.ts'
import { press } from './buttons.ts'
import { pay } from './models/invoice.ts'
import { mainAddress } from './models/party.ts'
import { assign } from './models/shipment.ts'
import type { Store } from './store.ts'
import { daysAfter, decimal } from './values.ts'
import { create } from './writer.ts'

interface Step {
  readonly daysAfterOrder: number
  readonly run: (store: Store, sale: number) => void
}

const quote: Step = onSale(0, 'quote')
const confirm: Step = onSale(0, 'confirm')
const assigned: Step = {
  daysAfterOrder: 1,
  run(store, sale) {
    for (const id of shipmentsOf(store, sale)) assign(store, id)
  },
}
const toAssigned = [quote, confirm, assigned]
const toShipped = [...toAssigned, onShipments(2, 'pick'), onShipments(2, 'pack'), onShipments(2, 'done')]
const toInvoiced: Step[] = [
  ...toShipped,
  {
    daysAfterOrder: 3,
    run: (store, sale) => press(store, 'account.invoice', 'post', invoicesOf(store, sale)),
  },
]

const stepsTo: Readonly<Record<SeedOrderStage, readonly Step[]>> = {
  draft: [],
  quotation: [quote],
  'confirmed-waiting': [quote, confirm],
  assigned: toAssigned,
  shipped: toShipped,
  invoiced: toInvoiced,
  done: [...toInvoiced, { daysAfterOrder: 14, run: payInFull }],
  cancelled: [quote, onSale(1, 'cancel')],
  exception: [quote, confirm, onShipments(3, 'cancel')],
}

export function plant(store: Store, seed: Seed): void {
  const today = store.now
  const shipped = shippedUnits(seed.orders)
  for (const product of seed.products) addProduct(store, product, shipped.get(product.sku) ?? 0)
  for (const customer of seed.customers) if (customer.billing !== 'none') addParty(store, customer)
  for (const order of seed.orders.toSorted((a, b) => b.placedDaysAgo - a.placedDaysAgo)) {
    addOrder(store, order, today)
  }
}

function addProduct(store: Store, product: SeedProduct, shipped: number): void {
  const inStockBefore = product.onHand + shipped
  store.insert('product.product', {
    code: product.sku,
    name: product.name,
    type: 'goods',
    list_price: decimal(product.listPrice),
    active: true,
    salable: product.sellable,
    default_uom: units.findIndex(({ name }) => name === product.uom) + 1,
    onHand: inStockBefore,
    forecast: inStockBefore,
  })
}

function addParty(store: Store, customer: SeedCustomer): void {
  const { street, city, postalCode, country } = customer.address
  const [knownCountry] = store.find('country.country', 'code', country) ?? []
  create({ store, context: {} }, 'party.party', {
    name: customer.legalName,
    code: customer.customerId,
    active: customer.billing === 'active',
    addresses: [['create', [{ street, city, postal_code: postalCode, country: knownCountry?.id ?? null }]]],
    contact_mechanisms: [
      [
        'create',
        [
          { type: 'email', value: customer.email },
          { type: 'phone', value: customer.phone },
        ],
      ],
    ],
  })
}

function addOrder(store: Store, order: SeedOrder, today: Date): void {
  const placedAt = daysAfter(today, -order.placedDaysAgo)
  let sale = 0
  store.at(placedAt, () => {
    sale = addDraft(store, order)
  })
  for (const { daysAfterOrder, run } of stepsTo[order.stage]) {
    store.at(daysAfter(placedAt, daysAfterOrder), () => run(store, sale))
  }
}

function addDraft(store: Store, { customerId, orderId, lines }: SeedOrder): number {
  const [party] = store.find('party.party', 'code', customerId) ?? []
  if (!party) throw new Error(`order ${orderId} belongs to ${customerId}, who has no billing`)
  const address = mainAddress(store, party.id)?.id
  return create({ store, context: {} }, 'sale.sale', {
    party: party.id,
    reference: orderId,
    invoice_address: address,
    shipment_address: address,
    lines: [['create', lines.map(({ sku, quantity }) => lineOf(store, sku, quantity))]],
  })
}

function lineOf(store: Store, sku: string, quantity: number) {
  const [product] = store.find('product.product', 'code', sku) ?? []
  if (!product) throw new Error(`no product ${sku}`)
  return {
    product: product.id,
    quantity,
    unit: product.default_uom,
    unit_price: product.list_price,
    taxes: [['add', [1]]],
  }
}

function shippedUnits(orders: readonly SeedOrder[]): Map<string, number> {
  const shipped = new Map<string, number>()
  for (const { stage, lines } of orders) {
    if (stage !== 'shipped' && stage !== 'invoiced' && stage !== 'done') continue
    for (const { sku, quantity } of lines) shipped.set(sku, (shipped.get(sku) ?? 0) + quantity)
  }
  return shipped
}

function onSale(daysAfterOrder: number, button: string): Step {
  return { daysAfterOrder, run: (store, sale) => press(store, 'sale.sale', button, [sale]) }
}

function onShipments(daysAfterOrder: number, button: string): Step {
  return {
    daysAfterOrder,
    run: (store, sale) => press(store, 'stock.shipment.out', button, shipmentsOf(store, sale)),
  }
}

function payInFull(store: Store, sale: number): void {
  for (const id of invoicesOf(store, sale)) pay(store, id, store.must('account.invoice', id).amount_to_pay)
}

function invoicesOf(store: Store, sale: number): readonly number[] {
  return store.must('sale.sale', sale).invoices
}

function shipmentsOf(store: Store, sale: number): readonly number[] {
  return store.must('sale.sale', sale).shipments
}
