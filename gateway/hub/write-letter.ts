/** How an event becomes a dead letter, and what happens to it then. */
import { hostname } from 'node:os'
import type { Owner } from '../../contracts/contract.ts'
import { newToken } from '../store/store.ts'
import type { Item } from './item.ts'
import { type Entry, type Letter, type LetterState, letterIdOf, type Reason } from './letter.ts'
import type { Lane, LogDriver } from './log/driver.ts'
import type { Refused } from './outcome.ts'

const MESSAGE_LENGTH = 1_000
const ATTEMPTS_KEPT = 20
const AUDIT_KEPT = 100
const NOTE_LENGTH = 200
const host = hostname()

/** @param owner who answers for the subscriber */
export function writeLetter(
  lane: Lane,
  { delivery, event, key, attempts }: Item,
  refused: Refused,
  owner: Owner,
): Letter {
  const { reason, stage, message, differences = [] } = refused
  return {
    id: letterIdOf(lane, delivery.id),
    state: reason === 'behind-another' ? 'held' : 'new',
    revision: newToken(),
    lane,
    key,
    position: delivery.position,
    event: {
      id: event?.id ?? '',
      type: event?.type ?? '',
      source: event?.source ?? '',
      time: event?.time ?? '',
    },
    parcel: delivery.id,
    at: Date.now(),
    owner: owner.team,
    reason,
    stage,
    message: message.slice(0, MESSAGE_LENGTH),
    differences: differences.slice(0, ATTEMPTS_KEPT),
    attempts: attempts.slice(-ATTEMPTS_KEPT),
    ...(event?.traceparent && { traceparent: event.traceparent }),
    consumer: { host, pid: process.pid },
    generation: 0,
    original: delivery.data,
    audit: [],
  }
}

/** Refusals after which it is known that nothing was done: what is asked next is another request. */
const definite: ReadonlySet<Reason> = new Set([
  'contract-violation',
  'mapping-error',
  'rejected',
  'undecodable',
])

/** A letter after something happened to it. */
export function changed(
  letter: Letter,
  state: LetterState,
  entry: Omit<Entry, 'at'>,
  own: Partial<Letter> = {},
): Letter {
  const audit = [...letter.audit, { at: new Date().toISOString(), ...entry }].slice(-AUDIT_KEPT)
  return { ...letter, ...own, state, revision: newToken(), audit }
}

/** It was delivered again, and refused again. */
export function failedAgain(letter: Letter, refused: Refused): Letter {
  const { reason, stage, differences = [] } = refused
  const message = refused.message.slice(0, MESSAGE_LENGTH)
  const entry = { who: 'hub', what: 'failed', note: message.slice(0, NOTE_LENGTH) } as const
  return changed(letter, 'new', entry, { reason, stage, message, differences })
}

/** It shall be delivered again. */
export const queued = (letter: Letter, entry: Omit<Entry, 'at' | 'what'>): Letter =>
  changed(
    letter,
    'queued',
    { ...entry, what: letter.state === 'held' ? 'released' : 'queued' },
    {
      generation: letter.generation + (definite.has(letter.reason) ? 1 : 0),
    },
  )

/** More of one state than anybody can look at. */
const OPEN_MAX = 10_000

/** The letters that are not done with: of all subscriptions, or of one lane. */
export async function openLetters(driver: LogDriver, lane?: Lane): Promise<readonly Letter[]> {
  const states = ['new', 'held', 'queued'] as const
  const found = (await Promise.all(states.map((state) => driver.letters(state, OPEN_MAX)))).flat()
  return lane
    ? found.filter(
        (letter) =>
          letter.lane.subscription === lane.subscription && letter.lane.partition === lane.partition,
      )
    : found
}
