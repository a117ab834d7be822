/**
 * The idempotency protocol as one pure function: record, command and time in; next record, answer and events out. It is
 * the specification of every driver, and what the exhaustive model walks through.
 */
import type { Answers, Command, CommandName, Holder, Taken } from './commands.ts'
import type { Step, StoredEvent, WriteRecord } from './record.ts'

export interface Change<Answer> {
  /** `undefined`: there is no record, or none any more. */
  readonly record: WriteRecord | undefined
  readonly answer: Answer
  readonly events?: readonly StoredEvent[]
}

type Rule<Name extends CommandName> = (
  record: WriteRecord | undefined,
  command: Command<Name>,
  now: number,
) => Change<Answers[Name]>

/** @param now the store's time, in milliseconds since 1970 */
export function reduce<Name extends CommandName>(
  record: WriteRecord | undefined,
  command: Command<Name>,
  now: number,
): Change<Answers[Name]> {
  const rule = rules[command.name] as Rule<Name>
  return rule(record && isForgotten(record, now) ? undefined : record, command, now)
}

/** T10. A pending record is never forgotten. */
export const isForgotten = ({ state, expiresAt }: WriteRecord, now: number): boolean =>
  state !== 'pending' && expiresAt <= now

const rules: { readonly [Name in CommandName]: Rule<Name> } = {
  begin(record, command, now) {
    if (!record) return { record: beginning(command, now), answer: { kind: 'new', leaseMs: command.leaseMs } }
    if (record.fingerprint !== command.fingerprint) return { record, answer: { kind: 'mismatch' } }
    return take(record, command, now)
  },

  claim: (record, command, now) =>
    record ? take(record, command, now) : { record, answer: { kind: 'absent' } },

  renew(record, { token, leaseMs }, now) {
    if (!isHeld(record, token) || now >= record.dueAt) return { record, answer: 0 }
    const dueAt = Math.max(record.dueAt, Math.min(now + leaseMs, record.renewableUntil))
    return { record: { ...record, dueAt }, answer: dueAt - now }
  },

  // Nothing new may be sent once the lease is over, even if nobody else took the write up yet.
  intent(record, { token, step, key }, now) {
    if (!isHeld(record, token) || now >= record.dueAt) return refused(record)
    const before = record.steps.find(({ name }) => name === step)
    if (before) return before.phase === 'intent' && before.key === key ? taken(record) : refused(record)
    return taken(withStep(record, { name: step, key, phase: 'intent', at: now, result: undefined }))
  },

  // What follows tells what has happened. As long as nobody else took the write up, it is true after the lease too.
  undo(record, { token, step }) {
    if (!isHeld(record, token)) return refused(record)
    const steps = record.steps.filter(({ name, phase }) => name !== step || phase === 'done')
    return taken({ ...record, steps })
  },

  done(record, { token, step, key, result }, now) {
    if (!isHeld(record, token)) return refused(record)
    return taken(withStep(record, { name: step, key, phase: 'done', at: now, result }))
  },

  complete(record, command, now) {
    if (record?.state === 'completed' && record.token === command.token) return taken(record)
    if (!isHeld(record, command.token)) return refused(record)
    return { ...taken(completed(record, command, now)), events: command.events ?? [] }
  },

  defer(record, { token, afterMs, reason }, now) {
    if (!isHeld(record, token)) return refused(record)
    return taken({ ...record, token: '', dueAt: now + afterMs, deferred: true, reason })
  },

  release(record, { token }, now) {
    if (!isHeld(record, token)) return refused(record)
    if (!record.steps.length && !record.deferred) return taken(undefined)
    return taken({ ...record, token: '', dueAt: now })
  },

  park(record, { token, reason, settleMs, retentionMs }, now) {
    if (record?.state === 'parked' && record.token === token) return taken(record)
    if (!isHeld(record, token)) return refused(record)
    return taken({
      ...record,
      state: 'parked',
      reason,
      settledAt: now + settleMs,
      endedAt: now,
      expiresAt: now + retentionMs,
    })
  },

  resolve(record, command, now) {
    if (record?.state !== 'parked') return { record, answer: { kind: 'not-parked' } }
    const resolved = { ...record, resolvedBy: command.by }
    if (command.outcome === 'completed')
      return {
        record: { ...completed(resolved, command, now), token: '' },
        answer: { kind: 'resolved' },
        events: command.events ?? [],
      }
    if (now < record.settledAt)
      return { record, answer: { kind: 'too-early', retryAfterMs: record.settledAt - now } }
    const { step } = command
    return {
      record: {
        ...resolved,
        state: 'pending',
        token: '',
        dueAt: now,
        windowUntil: now + command.windowMs,
        steps: record.steps.filter(
          ({ name, phase }) => phase === 'done' || (step !== undefined && name !== step),
        ),
        settledAt: 0,
        endedAt: 0,
        expiresAt: 0,
      },
      answer: { kind: 'resolved' },
    }
  },
}

const taken = (record: WriteRecord | undefined) => ({ record, answer: true })
const refused = (record: WriteRecord | undefined) => ({ record, answer: false })

/** By the token alone: a counter would start again when the store lost the record. */
const isHeld = (record: WriteRecord | undefined, token: string): record is WriteRecord =>
  record?.state === 'pending' && record.token !== '' && record.token === token

const beginning = (command: Command<'begin'>, now: number): WriteRecord => ({
  state: 'pending',
  operation: command.operation,
  traceId: command.traceId,
  fingerprint: command.fingerprint,
  ...lease(command, now),
  windowUntil: now + command.windowMs,
  createdAt: now,
  attempts: 1,
  deferred: false,
  steps: [],
  request: command.request,
  reason: '',
  settledAt: 0,
  reply: undefined,
  endedAt: 0,
  expiresAt: 0,
  resolvedBy: '',
})

const lease = ({ token, owner, leaseMs, renewableMs }: Holder, now: number) => ({
  token,
  owner,
  dueAt: now + leaseMs,
  renewableUntil: now + renewableMs,
})

function take(record: WriteRecord, holder: Holder, now: number): Change<Taken> {
  const { state, dueAt, deferred } = record
  if (state === 'parked')
    return { record, answer: { kind: 'parked', reason: record.reason, parkedAt: record.endedAt } }
  if (state === 'completed') {
    const { reply = new Uint8Array(), endedAt, expiresAt } = record
    return { record, answer: { kind: 'replay', reply, completedAt: endedAt, expiresAt } }
  }
  if (now < dueAt && record.token === holder.token)
    return { record, answer: { kind: 'own', ...heldAnswer(record, now) } }
  if (now < dueAt) return { record, answer: { kind: 'busy', retryAfterMs: dueAt - now, deferred } }
  const resumed = { ...record, ...lease(holder, now), attempts: record.attempts + 1 }
  return { record: resumed, answer: { kind: 'resume', ...heldAnswer(resumed, now) } }
}

export function heldAnswer(record: WriteRecord, now: number) {
  const { createdAt, deferred, operation, traceId, steps, request } = record
  return {
    leaseMs: record.dueAt - now,
    attempt: record.attempts,
    overdue: now >= record.windowUntil,
    createdAt,
    deferred,
    operation,
    traceId,
    steps,
    request,
  }
}

function withStep(record: WriteRecord, step: Step): WriteRecord {
  const at = record.steps.findIndex(({ name }) => name === step.name)
  const steps = at < 0 ? [...record.steps, step] : record.steps.with(at, step)
  return { ...record, steps }
}

/** The steps stay for operators; what they gave and what was asked for is needed no more. */
const completed = (
  record: WriteRecord,
  { reply, retentionMs }: { readonly reply: Uint8Array; readonly retentionMs: number },
  now: number,
): WriteRecord => ({
  ...record,
  state: 'completed',
  steps: record.steps.map((step) => ({ ...step, result: undefined })),
  request: undefined,
  reason: '',
  settledAt: 0,
  reply,
  endedAt: now,
  expiresAt: now + retentionMs,
})
