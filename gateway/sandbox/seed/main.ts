/** The demonstration data both sandboxes start with: one small company's customers, leads, goods and orders. */
import { customers } from './customers.ts'
import { leads } from './leads.ts'
import { orders } from './orders.ts'
import { products } from './products.ts'
import type { Seed } from './types.ts'

export type * from './types.ts'

export const seed: Seed = { customers, leads, products, orders }
