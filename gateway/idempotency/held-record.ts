/** The record of a wish this process works on. What it writes counts only as long as nobody else took over. */
import type { Owner, Reply } from '../../contracts/contract.ts'
import { Problem } from '../problem.ts'
import type { Write } from '../store/command.ts'
import type { Event, Stored } from '../store/driver.ts'
import type { StepRecord } from '../store/record.ts'
import type { Lease } from './leases.ts'
import type { Ledger } from './ledger.ts'
import { unrecorded, writeReply } from './saved-reply.ts'

export interface StepEntry {
  /** `intent`: it may have acted, and can be taken again. `sent`: it may have acted, and must not be taken again. */
  readonly phase: StepRecord['phase']
  readonly result?: unknown
  /** Whether it changed something. */
  readonly acted?: boolean | undefined
}

export interface Holding {
  readonly id: string
  readonly token: string
  readonly lease: Lease
  readonly stored: Stored
  readonly retentionMs: number
}

type Unsigned<Command> = Command extends unknown ? Omit<Command, 'token' | 'notes'> : never

/** Of the lease; with less left, no step begins. */
const LEASE_SHARE_MIN = 1 / 3
const BACKOFF_MS_MAX = 30_000
const AGAIN_MS = 250

export class HeldRecord {
  readonly id: string
  /** In the order they were taken. */
  readonly steps = new Map<string, StepEntry>()
  readonly #ledger: Ledger
  readonly #holding: Holding
  #stored: Stored
  #parked: Problem | undefined
  /** What is to be written down with the next write. */
  #notes: Record<string, StepRecord> = {}
  /** What is told when it succeeds, by id: a handler that runs again tells the same again. */
  readonly #events = new Map<string, Event>()

  constructor(ledger: Ledger, holding: Holding) {
    this.id = holding.id
    this.#ledger = ledger
    this.#holding = holding
    this.#stored = holding.stored
    for (const [step, entry] of Object.entries(holding.stored.record?.steps ?? {}))
      this.steps.set(step, this.#open(step, entry))
    holding.lease.begin(() => this.#write({ kind: 'renew', leaseMs: holding.lease.durationMs }))
  }

  /** Whether its time is over. */
  get isOverdue(): boolean {
    const { accepted } = this.#stored.record ?? {}
    return accepted !== undefined && accepted.completeBy <= this.#ledger.now()
  }

  /** Only after this may the step act. */
  async intend(step: string, phase: 'intent' | 'sent' = 'intent'): Promise<void> {
    const { lease } = this.#holding
    const isKnown = this.steps.has(step)
    if (isKnown && lease.remainingMs > lease.durationMs * LEASE_SHARE_MIN) return
    this.#note(step, { phase })
    try {
      await lease.renew()
    } catch (error) {
      if (!isKnown) this.#forget(step)
      throw error
    }
  }

  /** Is written down with what comes next: until then the step would be taken again, to the same effect. */
  done(step: string, result: unknown, acted = true): void {
    this.#note(step, { phase: 'done', result, acted })
  }

  /** Whether a step changed something, or may have. */
  get hasActed(): boolean {
    return [...this.steps.values()].some(({ phase, acted }) => phase !== 'done' || acted)
  }

  /** Whether something was sent that must not be sent again, and got no answer. */
  get isInDoubt(): boolean {
    return [...this.steps.values()].some(({ phase }) => phase === 'sent')
  }

  async withdraw(step: string): Promise<void> {
    this.#forget(step)
    await this.#write({ kind: 'withdraw', step })
  }

  async save(): Promise<void> {
    await this.#write({ kind: 'note' })
  }

  /** Is written down with the answer, unless that is a refusal. */
  publish(event: Event): void {
    this.#events.set(event.id, event)
  }

  /** From now on everybody who asks gets this answer. */
  async complete(reply: Reply): Promise<Reply> {
    const { lease, retentionMs } = this.#holding
    lease.end()
    const sealed = this.#ledger.seal(this.id, 'reply', writeReply(reply))
    const events = reply.status < 400 ? [...this.#events.values()] : []
    const write = () => this.#write({ kind: 'complete', reply: sealed, retentionMs }, events)
    try {
      await write()
      return reply
    } catch (error) {
      // Nobody would come back to tell what is not told now.
      if (!isUnavailable(error) || events.length) throw error
      void this.#insist(write)
      return unrecorded(reply)
    }
  }

  /** Somebody goes on with it later: soon at first, then ever more seldom. */
  async postpone(problem: Problem): Promise<void> {
    this.#holding.lease.end()
    const { attempts = 1 } = this.#stored.record ?? {}
    const delayMs = Math.min(1000 * 2 ** Math.min(attempts - 1, 10), BACKOFF_MS_MAX)
    await this.#write({ kind: 'postpone', delayMs, reason: problem.slug })
  }

  /**
   * An operator has to decide. When that cannot be written down, whoever goes on with it comes to the same.
   *
   * @returns what to tell the caller
   */
  async park(reason: string, owner: Owner): Promise<Problem> {
    this.#holding.lease.end()
    if (this.#parked) return this.#parked
    this.#parked = new Problem('idempotency-outcome-unknown', `${this.id} is parked: ${reason}`, { owner })
    try {
      await this.#write({ kind: 'park', reason })
    } catch {}
    return this.#parked
  }

  /**
   * Leaves it to the next request with the key. When that cannot be written down, the lease ends by itself.
   *
   * @param keep what was asked for: something may have been done
   */
  async release(keep: boolean): Promise<void> {
    this.#holding.lease.end()
    try {
      await this.#write({ kind: 'release', keep })
    } catch {}
  }

  #note(step: string, entry: StepEntry): void {
    this.steps.set(step, entry)
    this.#notes[step] = this.#close(step, entry)
  }

  #forget(step: string): void {
    this.steps.delete(step)
    delete this.#notes[step]
  }

  /** The answer is known and given: it should not be lost because the store was away for a moment. */
  async #insist(write: () => Promise<void>): Promise<void> {
    while (this.#holding.lease.remainingMs > 0) {
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS).unref())
      try {
        return await write()
      } catch (error) {
        if (!isUnavailable(error)) return
      }
    }
  }

  async #write(command: Unsigned<Write>, events: readonly Event[] = []): Promise<void> {
    const notes = this.#notes
    const { token } = this.#holding
    this.#notes = {}
    const { answer, stored } = await this.#ledger
      .apply(this.id, { ...command, token, notes } as Write, this.#stored, events)
      .catch((error: unknown) => {
        this.#notes = { ...notes, ...this.#notes }
        throw error
      })
    this.#stored = stored
    if (answer === 'lost') throw new Problem('idempotency-in-progress', `${this.id} was taken over`)
  }

  #close(step: string, { phase, result, acted }: StepEntry): StepRecord {
    if (phase !== 'done') return { phase }
    const sealed = this.#ledger.seal(this.id, step, JSON.stringify({ result }))
    return { phase, result: sealed, ...(!acted && { changedNothing: true }) }
  }

  #open(step: string, { phase, result, changedNothing }: StepRecord): StepEntry {
    if (result === undefined) return { phase, acted: !changedNothing }
    const opened = JSON.parse(this.#ledger.unseal(this.id, step, result)) as { result?: unknown }
    return { phase, result: opened.result, acted: !changedNothing }
  }
}

const isUnavailable = (error: unknown): boolean =>
  error instanceof Problem && error.slug === 'idempotency-store-unavailable'
