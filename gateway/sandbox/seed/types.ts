/** The shapes of the demonstration data, in the words of the gateway: each sandbox translates them to its own wire. */

export interface Seed {
  readonly customers: readonly SeedCustomer[]
  readonly leads: readonly SeedLead[]
  readonly products: readonly SeedProduct[]
  readonly orders: readonly SeedOrder[]
}

export interface SeedCustomer {
  /** `CUS-` and a ULID. The CRM keeps it as `External_Id__c`, the ERP as the code of the party. */
  readonly customerId: string
  readonly legalName: string
  readonly displayName: string
  readonly relationship: 'prospect' | 'active' | 'dormant'
  /** `none`: the ERP does not know this customer yet; `blocked`: its ERP party is inactive. */
  readonly billing: 'none' | 'active' | 'blocked'
  readonly address: SeedAddress
  readonly email: string
  readonly phone: string
  readonly contacts: readonly SeedContact[]
}

export interface SeedAddress {
  readonly street: string
  readonly city: string
  readonly postalCode: string
  /** ISO 3166-1 alpha-2. */
  readonly country: 'DE' | 'FR' | 'GB' | 'US'
}

export interface SeedContact {
  /** `CON-` and a ULID. */
  readonly contactId: string
  readonly firstName: string
  readonly lastName: string
  readonly email: string
  readonly phone: string
  readonly role: string
}

export interface SeedLead {
  /** The CRM's own record id: a lead has no identity outside sales. */
  readonly leadId: string
  readonly firstName: string
  readonly lastName: string
  readonly company: string
  readonly email: string
  readonly phone: string
  readonly stage: 'new' | 'working' | 'qualified' | 'unqualified'
  readonly source: 'Web' | 'Phone Inquiry' | 'Partner Referral' | 'Trade Show'
}

export interface SeedProduct {
  readonly sku: string
  readonly name: string
  readonly uom: 'Unit' | 'Meter' | 'Kilogram'
  /** In euro, as a decimal string. */
  readonly listPrice: string
  /** In the warehouse today: what the seeded orders shipped has already left. */
  readonly onHand: number
  readonly sellable: boolean
}

/** How far an order got. `confirmed-waiting` has no goods yet; `exception` lost its shipment after confirmation. */
export type SeedOrderStage =
  | 'draft'
  | 'quotation'
  | 'confirmed-waiting'
  | 'assigned'
  | 'shipped'
  | 'invoiced'
  | 'done'
  | 'cancelled'
  | 'exception'

export interface SeedOrder {
  /** `ORD-` and a ULID. */
  readonly orderId: string
  readonly customerId: string
  /** Whole days before the start of the sandbox, 0 to 59. */
  readonly placedDaysAgo: number
  readonly stage: SeedOrderStage
  readonly lines: readonly SeedOrderLine[]
}

export interface SeedOrderLine {
  readonly sku: string
  readonly quantity: number
}
