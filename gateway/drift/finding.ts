/** One way in which a system no longer answers as it did, as all processes of a deployment know it. */
import { hash } from 'node:crypto'
import type { Owner } from '../../contracts/contract.ts'
import { events as drifting } from './monitor.ts'
import type { ProfileData } from './profile.ts'

/** Seen for sure, at its first occurrence: what breaks the contract, and what is beyond it. */
const exact = {
  type: 'has another type',
  missing: 'is missing',
  value: 'has a value the contract does not know',
  'unknown-field': 'is not in the contract',
  'undeclared-status': 'is a status the contract does not name',
  unreadable: 'cannot be read',
  rule: 'breaks a rule of the contract',
} as const
export type ExactEvent = keyof typeof exact

/** Where it was seen, and what it is: the same five tell that it is the same again. */
export interface Place {
  readonly api: string
  readonly operation: string
  readonly status: number
  readonly pointer: string
  readonly event: string
  /** Of a new value: which one. */
  readonly value?: string
}

export interface Affected {
  readonly api: string
  readonly operation: string
  /** Where in its answer, as far as that is known. */
  readonly fields: readonly string[]
}

export interface Seen extends Place {
  readonly owner: Owner
  /** Callers get 502. */
  readonly isBroken: boolean
  readonly before: string
  readonly after: string
}

export interface Finding extends Seen {
  readonly id: string
  readonly state: 'open' | 'accepted' | 'over'
  readonly firstAt: number
  readonly lastAt: number
  readonly times: number
  readonly affected: readonly Affected[]
  /** What the field is like since then. */
  readonly profile?: ProfileData
  readonly accepted?: { readonly by: string; readonly at: number; readonly why: string }
}

export const findingId = (
  { api, operation, status, pointer, event, value }: Place,
  isBroken: boolean,
): string =>
  `DRF-${hash(
    'sha256',
    JSON.stringify([api, operation, status, pointer, event, value ?? null, isBroken]),
    'buffer',
  )
    .toString('base64url')
    .slice(0, 16)}`

/** As `backend/erp/v1 findSales answers 200 with /lines/0, which has another type`. */
export function sentenceOf({ api, operation, status, pointer, event, isBroken }: Seen): string {
  if (event === 'undeclared-status')
    return `${api} ${operation} answers ${status}, which its contract does not name`
  if (event === 'unreadable') return `${api} ${operation} sends what cannot be read`
  const meaning = (isBroken || event === 'unknown-field' ? exact : drifting)[event as never] ?? exact.rule
  return `${api} ${operation} answers ${status} with ${pointer || '/'}, which ${meaning}`
}

/** What an alert is about: not the value, of which there may be many. */
export const subjectOf = ({ operation, status, pointer, event }: Place): string =>
  `${operation} ${status} ${pointer || '/'} ${event}`
