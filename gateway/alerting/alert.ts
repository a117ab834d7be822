/** The life of an alert as all processes of a deployment see it: told once, told again after a while, over. */
import { hash } from 'node:crypto'
import type { Owner } from '../../contracts/contract.ts'
import { type About, type Signal, signals } from './signals.ts'

export interface Alert extends About {
  readonly id: string
  readonly owner: Owner
  readonly summary: string
  readonly facts?: Readonly<Record<string, unknown>>
  readonly state: 'open' | 'resolved'
  readonly firstAt: number
  readonly lastAt: number
  readonly times: number
  /** What its owner was last told, and when; absent while a silence keeps it from them. */
  readonly told?: { readonly state: 'open' | 'resolved'; readonly at: number }
  /** What is still to be sent. */
  readonly due?: Due
  /** Some channel never took it. */
  readonly undelivered?: boolean
}

interface Due {
  readonly since: number
  readonly attempts: number
  /** Nobody tries before. */
  readonly nextAt: number
  /** The channels that took it. */
  readonly sentTo: readonly string[]
}

export const alertId = ({ kind, api, subject }: About): string =>
  `ALT-${hash('sha256', JSON.stringify([kind, api, subject]), 'buffer')
    .toString('base64url')
    .slice(0, 16)}`

/** It happened, `times` more often than was known. */
export function occurred(
  known: Alert | undefined,
  signal: Signal,
  { times, now, silenced }: { readonly times: number; readonly now: number; readonly silenced: boolean },
): Alert {
  const told = known?.told
  const isTold = told !== undefined && now - told.at < signals[signal.kind].repeatMs
  const alert: Alert = {
    ...signal,
    id: alertId(signal),
    state: 'open',
    firstAt: known?.firstAt ?? now,
    lastAt: now,
    times: (known?.times ?? 0) + times,
    ...(told && { told }),
    ...(known?.due && { due: known.due }),
  }
  return silenced || isTold ? alert : { ...alert, told: { state: 'open', at: now }, due: dueFrom(now) }
}

/** It is over. Who was not told of it is not told that either. */
export function resolved(known: Alert, now: number, silenced: boolean): Alert {
  const { due, told, ...rest } = known
  const alert = { ...rest, state: 'resolved', lastAt: now } as const
  // What nobody has heard of yet need not be said.
  if (due && due.attempts === 0) return alert
  if (told?.state !== 'open' || silenced) return { ...alert, ...(told && { told }) }
  return { ...alert, told: { state: 'resolved', at: told.at }, due: dueFrom(now) }
}

const dueFrom = (now: number): Due => ({ since: now, attempts: 0, nextAt: now, sentTo: [] })

/** How long somebody who tries has before another one does. */
const CLAIM_MS = 60_000
const FIRST_DELAY_MS = 5_000
const DELAY_MS_MAX = 30 * 60_000
const GIVE_UP_MS = 24 * 60 * 60_000

/** @returns nothing when somebody else is at it */
export const claimed = (alert: Alert | undefined, now: number): Alert | undefined =>
  alert?.due && alert.due.nextAt <= now
    ? { ...alert, due: { ...alert.due, attempts: alert.due.attempts + 1, nextAt: now + CLAIM_MS } }
    : undefined

/** @param attempts what was claimed; when it changed meanwhile, there is something new to send */
export function attempted(
  { due, ...alert }: Alert,
  attempts: number,
  sentTo: readonly string[],
  isComplete: boolean,
  now: number,
): Alert | undefined {
  if (due?.attempts !== attempts) return undefined
  if (isComplete) return alert
  if (now - due.since > GIVE_UP_MS) return { ...alert, undelivered: true }
  const delayMs = Math.min(FIRST_DELAY_MS * 2 ** (attempts - 1), DELAY_MS_MAX)
  return { ...alert, due: { ...due, sentTo, nextAt: now + delayMs } }
}

/** Later, without having tried. */
export const postponed = (alert: Alert | undefined, nextAt: number): Alert | undefined =>
  alert?.due && { ...alert, due: { ...alert.due, nextAt } }
