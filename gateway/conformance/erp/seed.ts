/** What the sandbox starts with for the transcript; a real server is filled with the same by `.ci/tryton/setup.py`. */
import type { Seed } from '../../sandbox/seed/main.ts'

export const erpConformanceSeed: Seed = {
  customers: [],
  leads: [],
  orders: [],
  products: [
    { sku: 'WID-001', name: 'Widget, small', uom: 'Unit', listPrice: '9.90', onHand: 120, sellable: true },
    { sku: 'WID-002', name: 'Widget, large', uom: 'Unit', listPrice: '24.50', onHand: 40, sellable: true },
    { sku: 'CBL-010', name: 'Cable 10 m', uom: 'Unit', listPrice: '12.00', onHand: 0, sellable: true },
  ],
}
