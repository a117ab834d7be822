/**
 * The rules of a wish, free of any store: what a command makes of a record, and what it answers. Who is not the holder
 * of the token changes nothing.
 */
import type { Answer, Command, Decree, Held, Hold, Write } from './command.ts'
import type { WishRecord } from './record.ts'

export interface Decision {
  readonly answer: Answer
  /** `undefined`: there is none, or it is to be forgotten. */
  readonly record: WishRecord | undefined
}

/** @param now by the clock of the store, in milliseconds since 1970 */
export function decide(record: WishRecord | undefined, command: Command, now: number): Decision {
  const alive = record?.expiresAt !== undefined && record.expiresAt <= now ? undefined : record
  switch (command.kind) {
    case 'begin':
      return begin(alive, command, now)
    case 'claim':
      return alive?.state === 'pending' && dueAt(alive) <= now
        ? { answer: 'held', record: hold(alive, command, now) }
        : { answer: 'lost', record: alive }
    case 'retry':
    case 'abandon':
    case 'settle':
      return decree(alive, command, now)
    default:
      return alive?.state === 'pending' && alive.token === command.token && alive.leaseUntil > 0
        ? held(noted(alive, command), command, now)
        : { answer: 'lost', record: alive }
  }
}

/** When somebody may go on with it. */
export const dueAt = (record: WishRecord): number => Math.max(record.leaseUntil, record.dueAt ?? 0)

/** When an operator has to look at it: it is parked, or was left with something sent that must not be sent again. */
export const parkedFrom = (record: WishRecord): number =>
  record.state === 'parked'
    ? record.createdAt
    : record.state === 'pending' && isInDoubt(record)
      ? dueAt(record)
      : Infinity

/** When an operator may decide: nobody works on it, and nothing can be sent any more. */
export const decidableFrom = (record: WishRecord, quietMs = 0): number =>
  record.leaseUntil + (isInDoubt(record) ? quietMs : 0)

type Begin = Extract<Command, { kind: 'begin' }>

function begin(record: WishRecord | undefined, command: Begin, now: number): Decision {
  if (!record) {
    const { fingerprint, about, accepted } = command
    const fresh = { state: 'pending', fingerprint, createdAt: now, attempts: 0, steps: {} } as const
    const blank = {
      ...fresh,
      token: '',
      leaseUntil: 0,
      ...(about && { about }),
      ...(accepted && { accepted }),
    }
    return { answer: 'held', record: hold(blank, command, now) }
  }
  if (record.fingerprint !== command.fingerprint) return { answer: 'mismatch', record }
  if (record.state !== 'pending') return { answer: record.state, record }
  // A command that is sent again, because its answer got lost, is no second caller.
  const isAgain = record.token === command.token
  if (record.leaseUntil > now && !isAgain) return { answer: 'busy', record }
  return { answer: 'held', record: hold(record, command, now) }
}

function decree(record: WishRecord | undefined, command: Decree, now: number): Decision {
  if (!record) return { answer: 'lost', record }
  if (record.state === 'completed') return { answer: 'completed', record }
  if (decidableFrom(record, command.quietMs) > now) return { answer: 'busy', record }
  const { accepted } = record
  const isLeftToCaller = !accepted && parkedFrom(record) > now
  if (isLeftToCaller) return { answer: 'lost', record }
  if (command.kind === 'settle') return done(complete(record, command, now))
  // Only a request to go on with can be taken back.
  if (command.kind === 'abandon' && !accepted) return { answer: 'lost', record }
  return done({
    ...without(record, 'reason'),
    steps: unsent(record),
    state: 'pending',
    leaseUntil: 0,
    dueAt: now,
    ...(accepted && command.kind === 'abandon' && { accepted: { ...accepted, completeBy: now } }),
  })
}

function held(record: WishRecord, command: Write, now: number): Decision {
  switch (command.kind) {
    case 'renew':
      return done({ ...record, leaseUntil: now + command.leaseMs })
    case 'note':
      return done(record)
    case 'withdraw':
      return record.steps[command.step]?.phase === 'done'
        ? done(record)
        : done({ ...record, steps: without(record.steps, command.step) })
    case 'complete':
      return done(complete(record, command, now))
    case 'postpone':
      return done({ ...record, leaseUntil: 0, dueAt: now + command.delayMs, reason: command.reason })
    case 'release':
      return done(command.keep || mayHaveActed(record) ? { ...record, leaseUntil: 0 } : undefined)
    case 'park':
      return done({ ...without(record, 'dueAt'), state: 'parked', leaseUntil: now, reason: command.reason })
  }
}

const mayHaveActed = ({ steps }: WishRecord): boolean =>
  Object.values(steps).some(({ changedNothing }) => !changedNothing)

const isInDoubt = ({ steps }: WishRecord): boolean =>
  Object.values(steps).some(({ phase }) => phase === 'sent')

const unsent = ({ steps }: WishRecord): WishRecord['steps'] =>
  Object.fromEntries(Object.entries(steps).filter(([, { phase }]) => phase !== 'sent'))

const done = (record: WishRecord | undefined): Decision => ({ answer: 'done', record })

const hold = (record: WishRecord, { token, leaseMs }: Hold, now: number): WishRecord => ({
  ...without(record, 'dueAt'),
  token,
  leaseUntil: now + leaseMs,
  attempts: record.token === token ? record.attempts : record.attempts + 1,
})

const noted = (record: WishRecord, { notes }: Held): WishRecord =>
  notes ? { ...record, steps: { ...record.steps, ...notes } } : record

/** The answer is all that is needed from now on. */
const complete = (
  { fingerprint, about, token, createdAt, attempts, steps, accepted }: WishRecord,
  { reply, retentionMs }: { readonly reply: string; readonly retentionMs: number },
  now: number,
): WishRecord => ({
  state: 'completed',
  fingerprint,
  token,
  leaseUntil: 0,
  createdAt,
  attempts,
  ...(about && { about }),
  ...(accepted && { accepted }),
  steps: Object.fromEntries(Object.entries(steps).map(([name, { phase }]) => [name, { phase }])),
  reply,
  expiresAt: now + retentionMs,
})

function without<Value extends object, Key extends keyof Value>(
  value: Value,
  key: Key,
): Omit<Value, Key> & Value {
  const { [key]: _, ...rest } = value
  return rest as Omit<Value, Key> & Value
}
