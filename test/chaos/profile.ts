/** How much of everything a run holds. Faults come with the progress of the work, so that a slow machine has as many. */

export interface Profile {
  readonly keys: number
  /** Of all keys, those sent by three at once. */
  readonly tripled: number
  /** Of all keys, those of orders; the others are of new customers. */
  readonly orders: number
  /** Keys under way at once. */
  readonly atOnce: number
  readonly faults: Readonly<Record<FaultKind, number>>
}

export type FaultKind =
  /** A gateway is killed, and started again at once. */
  | 'gateway killed'
  /** A gateway stands still for longer than a lease. */
  | 'gateway stopped'
  | 'Redis killed'
  /** What Redis acknowledged is not on its way to the disk yet. */
  | 'Redis killed while the disk was busy'
  | 'Redis stopped'
  /** Connections to Redis, the CRM or the ERP break, or get lost. */
  | 'connections cut'

/** Short, so that a run sees many of them end. */
export const LEASE_MS = 2_000
/** After the last fault; longer than three leases because an order whose maker died is taken over after 40 s only. */
export const PATIENCE_MS = 3 * LEASE_MS + 45_000

const usual: Profile = {
  keys: 5_000,
  tripled: 0.1,
  orders: 0.2,
  atOnce: 48,
  faults: {
    'gateway killed': 100,
    'gateway stopped': 8,
    'Redis killed': 6,
    'Redis killed while the disk was busy': 5,
    'Redis stopped': 3,
    'connections cut': 24,
  },
}

export const profiles: Readonly<Record<string, Profile>> = {
  small: scaled(usual, 0.05),
  usual,
  large: scaled(usual, 20),
}

function scaled(profile: Profile, factor: number): Profile {
  const faults = Object.entries(profile.faults).map(([kind, count]) => [kind, Math.ceil(count * factor)])
  return {
    ...profile,
    keys: Math.ceil(profile.keys * factor),
    faults: Object.fromEntries(faults) as Profile['faults'],
  }
}
