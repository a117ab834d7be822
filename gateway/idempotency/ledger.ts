/** Where wishes are written down: what the store answers, in words a caller understands. */
import type { Reply } from '../../contracts/contract.ts'
import type { OperationData } from '../../contracts/runtime/load.ts'
import type { Call } from '../call.ts'
import { Problem } from '../problem.ts'
import type { Answer, Command } from '../store/command.ts'
import { type Event, type Stored, StoreUnavailable } from '../store/driver.ts'
import type { Marker } from '../store/mark.ts'
import type { Accepted, WishRecord } from '../store/record.ts'
import type { Sealer } from '../store/seal.ts'
import { newToken, type Outcome, type Store } from '../store/store.ts'
import { HeldRecord } from './held-record.ts'
import type { Leases } from './leases.ts'
import { readOutline, readReply } from './saved-reply.ts'
import type { Wish } from './wish.ts'

export interface LedgerOptions {
  readonly store: Store
  readonly sealer: Sealer
  readonly marker: Marker
  readonly leases: Leases
}

export class Ledger {
  readonly #options: LedgerOptions

  constructor(options: LedgerOptions) {
    this.#options = options
  }

  /** By the clock of the store. */
  now(): number {
    try {
      return this.#options.store.driver.now()
    } catch (error) {
      throw storeProblem(error)
    }
  }

  /**
   * Begins to work on a wish, or to go on with it.
   *
   * @returns the record to work under, or the answer that was given before
   * @throws Problem when somebody else works on it, or the key stands for something else
   */
  async begin(
    wish: Wish,
    call: Call,
    operation: OperationData,
    accepted?: Accepted,
  ): Promise<HeldRecord | Reply> {
    const token = newToken()
    const lease = this.#options.leases.take(call)
    const { id, api } = wish
    const leaseMs = lease.durationMs
    const about = { api, operation: wish.operation, consumer: call.caller.consumer }
    const begin = { kind: 'begin', about, token, leaseMs, accepted } as const
    const { answer, stored } = await this.#begin(wish, (fingerprint) => ({ ...begin, fingerprint }))
    if (answer === 'held')
      return new HeldRecord(this, {
        id,
        token,
        lease,
        stored,
        retentionMs: operation.retentionSeconds * 1000,
      })
    if (answer === 'completed') return this.replyOf(id, stored.record)
    throw refusal(answer, id, stored.record, this.now())
  }

  /** What was marked with an older key is compared under that key. */
  async #begin({ id, fingerprint }: Wish, commandOf: (mark: string) => Command): Promise<Outcome> {
    const { marker } = this.#options
    const mark = marker.mark(fingerprint)
    const outcome = await this.apply(id, commandOf(mark))
    if (outcome.answer !== 'mismatch') return outcome
    const older = marker.markLike(fingerprint, outcome.stored.record?.fingerprint ?? '')
    return older === undefined || older === mark ? outcome : this.apply(id, commandOf(older), outcome.stored)
  }

  /** Takes on what is due; nothing when somebody else was faster. */
  async claim(
    id: string,
    known: Stored,
    call: Call,
    operation: OperationData,
  ): Promise<HeldRecord | undefined> {
    const token = newToken()
    const lease = this.#options.leases.take(call)
    const { answer, stored } = await this.apply(
      id,
      { kind: 'claim', token, leaseMs: lease.durationMs },
      known,
    )
    if (answer !== 'held') return undefined
    return new HeldRecord(this, { id, token, lease, stored, retentionMs: operation.retentionSeconds * 1000 })
  }

  async load(id: string): Promise<Stored> {
    return ask(this.#options.store.driver.load(id))
  }

  due(queue: string, limit: number): Promise<readonly string[]> {
    return ask(this.#options.store.driver.due(queue, limit))
  }

  /** Ids of wishes that wait for an operator, or go on without their caller. */
  list(state: 'parked' | 'pending', limit: number): Promise<readonly string[]> {
    return ask(this.#options.store.driver.list(state, limit))
  }

  /** @param events published in the same write */
  apply(id: string, command: Command, known?: Stored, events?: readonly Event[]): Promise<Outcome> {
    return ask(this.#options.store.apply(id, command, known, events))
  }

  /** The answer that was given. */
  replyOf(id: string, record: WishRecord | undefined): Reply {
    return readReply(this.unseal(id, 'reply', record?.reply ?? ''))
  }

  /** The answer that was given, as far as it is kept; nothing before there is one. */
  outlineOf(id: string, { reply }: WishRecord): Reply | undefined {
    return reply === undefined ? undefined : readOutline(this.unseal(id, 'reply', reply))
  }

  /** @param part of the record: what is sealed can be read in this place only */
  seal(id: string, part: string, text: string): string {
    return Buffer.from(this.#options.sealer.seal(Buffer.from(text), { id, part })).toString('base64url')
  }

  unseal(id: string, part: string, sealed: string): string {
    return Buffer.from(this.#options.sealer.open(Buffer.from(sealed, 'base64url'), { id, part })).toString()
  }
}

const STORE_AWAY_SECONDS = '2'

const ask = <Value>(answer: Promise<Value>): Promise<Value> =>
  answer.catch((cause: unknown) => {
    throw storeProblem(cause)
  })

const storeProblem = (cause: unknown): unknown =>
  cause instanceof StoreUnavailable
    ? new Problem('idempotency-store-unavailable', cause.message, {
        cause,
        headers: { 'retry-after': STORE_AWAY_SECONDS },
      })
    : cause

function refusal(answer: Answer, id: string, record: WishRecord | undefined, now: number): Problem {
  if (answer === 'mismatch') return new Problem('idempotency-key-reused', `${id} was something else before`)
  if (answer === 'parked')
    return new Problem('idempotency-outcome-unknown', `${id} is parked: ${record?.reason}`)
  const seconds = Math.max(1, Math.ceil(((record?.leaseUntil ?? 0) - now) / 1000))
  return new Problem('idempotency-in-progress', `${id} is being worked on`, {
    headers: { 'retry-after': String(seconds) },
  })
}
