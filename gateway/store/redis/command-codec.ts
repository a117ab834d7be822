/** Arguments and replies of the scripts; each script lists them at its head. */
import type { Answers, Command, CommandName, Holder, Taken } from '../commands.ts'
import type { StoredEvent, WriteRecord } from '../record.ts'
import { heldAnswer } from '../reducer.ts'
import { decodeRecord } from './record-codec.ts'
import type { Argument } from './scripts.ts'

interface Codec<Name extends CommandName> {
  readonly encode: (command: Command<Name>) => readonly Argument[]
  readonly decode: (reply: unknown) => Answers[Name]
}

type Reply = readonly unknown[]

const isTaken = (reply: unknown): boolean => reply === 1

export const codecs: { readonly [Name in CommandName]: Codec<Name> } = {
  begin: {
    encode: (command) => [
      ...holder(command),
      command.fingerprint,
      command.operation,
      command.traceId,
      command.windowMs,
      ...bytes(command.request),
    ],
    decode(reply) {
      const [kind, leaseMs] = reply as Reply
      if (String(kind) === 'new') return { kind: 'new', leaseMs: Number(leaseMs) }
      return String(kind) === 'mismatch' ? { kind: 'mismatch' } : decodeTaken(reply as Reply)
    },
  },
  claim: {
    encode: holder,
    decode: (reply) =>
      String((reply as Reply)[0]) === 'absent' ? { kind: 'absent' } : decodeTaken(reply as Reply),
  },
  renew: { encode: ({ token, leaseMs }) => [token, leaseMs], decode: Number },
  intent: { encode: ({ token, step, key }) => [token, step, key], decode: isTaken },
  undo: { encode: ({ token, step }) => [token, step], decode: isTaken },
  done: {
    encode: ({ token, step, key, result }) => [token, step, key, ...bytes(result)],
    decode: isTaken,
  },
  complete: {
    encode: ({ token, reply, retentionMs, events }) => [
      token,
      buffer(reply),
      retentionMs,
      ...encodeEvents(events),
    ],
    decode: isTaken,
  },
  defer: { encode: ({ token, afterMs, reason }) => [token, afterMs, reason], decode: isTaken },
  release: { encode: ({ token }) => [token], decode: isTaken },
  park: {
    encode: ({ token, reason, settleMs, retentionMs }) => [token, reason, settleMs, retentionMs],
    decode: isTaken,
  },
  resolve: {
    encode: (command) =>
      command.outcome === 'completed'
        ? [
            command.by,
            command.outcome,
            buffer(command.reply),
            command.retentionMs,
            ...encodeEvents(command.events),
          ]
        : [
            command.by,
            command.outcome,
            command.windowMs,
            ...(command.step === undefined ? [] : [command.step]),
          ],
    decode(reply) {
      const [kind, retryAfterMs] = reply as Reply
      return String(kind) === 'too-early'
        ? { kind: 'too-early', retryAfterMs: Number(retryAfterMs) }
        : { kind: String(kind) as 'resolved' | 'not-parked' }
    },
  },
}

function holder({ token, owner, leaseMs, renewableMs }: Holder): readonly Argument[] {
  return [token, owner, leaseMs, renewableMs]
}

const buffer = (value: Uint8Array) => Buffer.from(value.buffer, value.byteOffset, value.byteLength)
const bytes = (value: Uint8Array | undefined) => (value === undefined ? [] : [buffer(value)])
const encodeEvents = (events: readonly StoredEvent[] = []) =>
  events.flatMap(({ id, topic, key, body }) => [id, topic, key, buffer(body)])

function decodeTaken([kind, first, second, third]: Reply): Taken {
  switch (String(kind)) {
    case 'busy':
      return { kind: 'busy', retryAfterMs: Number(first), deferred: second === 1 }
    case 'parked':
      return { kind: 'parked', reason: String(first), parkedAt: Number(second) }
    case 'replay':
      return {
        kind: 'replay',
        reply: first as Buffer,
        completedAt: Number(second),
        expiresAt: Number(third),
      }
    default: {
      const record = decodeRecord(second as Buffer[]) as WriteRecord
      return { kind: String(kind) as 'own' | 'resume', ...heldAnswer(record, Number(first)) }
    }
  }
}
