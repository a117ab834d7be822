/** What somebody is told of: a closed table. Each signal is about a contract, and goes to its owner. */
import type { Owner } from '../../contracts/contract.ts'

export type Severity = 'critical' | 'warning'

interface SignalType {
  readonly severity: Severity
  readonly meaning: string
  /** How long it is not told again while it goes on, or comes and goes. */
  readonly repeatMs: number
}

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

export const signals = {
  'contract-broken': {
    severity: 'critical',
    meaning: 'A system answers what its contract does not allow; callers get 502.',
    repeatMs: HOUR_MS,
  },
  drift: {
    severity: 'warning',
    meaning: 'What a system answers is allowed, and not what it used to be.',
    repeatMs: DAY_MS,
  },
  'systems-disagree': {
    severity: 'warning',
    meaning: 'Two systems do not know the same records.',
    repeatMs: DAY_MS,
  },
  'circuit-open': {
    severity: 'critical',
    meaning: 'A system fails so often that it is not called for a while.',
    repeatMs: 10 * MINUTE_MS,
  },
  'operation-parked': {
    severity: 'warning',
    meaning: 'Requests were given up half-way: somebody has to look at the systems and decide.',
    repeatMs: HOUR_MS,
  },
  'dead-letters': {
    severity: 'warning',
    meaning: 'Events could not be handled, and wait for somebody.',
    repeatMs: HOUR_MS,
  },
  'slo-burn': {
    severity: 'critical',
    meaning: 'An operation uses up the failures its objective allows, faster than it may.',
    repeatMs: HOUR_MS,
  },
} as const satisfies Record<string, SignalType>

export type SignalKind = keyof typeof signals

/** What an alert is about; the same three tell that it is the same again. */
export interface About {
  readonly kind: SignalKind
  /** A contract. */
  readonly api: string
  /** What of it, such as an operation: one of few, never something a caller can make up. */
  readonly subject: string
}

export interface Signal extends About {
  readonly owner: Owner
  /** One sentence that says what to look at; no personal data. */
  readonly summary: string
  /** What helps to understand it, ready to be shown. */
  readonly facts?: Readonly<Record<string, unknown>>
}
