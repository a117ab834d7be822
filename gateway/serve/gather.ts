/**
 * An answer that comes from several systems: all are asked at once, and those that fail are done without, where the
 * contract allows it (`x-optional`). The answer names every source, so that nobody takes a part for the whole.
 */
import type { SourceState } from '../../contracts/contract.ts'
import { type Call, Step } from '../call.ts'
import type { Target } from '../hop/policy.ts'
import type { Journal } from '../idempotency/journal.ts'
import { Problem } from '../problem.ts'
import type { ContextClass } from './context.ts'

/** Asks for one part, through the clients it is given. */
type Ask = (clients: object) => unknown

interface Part extends SourceState<string> {
  readonly answer?: unknown
  readonly problem?: Problem
}

/** Of the time there is, what parts leave for putting them together and the way home. */
const KEPT_BACK = { share: 0.1, mostMs: 50 }

/** The context of an operation that may lack parts; any other context comes back as it is. */
export function gathering(Context: ContextClass, { contract, operation }: Target): ContextClass {
  if (!operation.optional) return Context
  const names = Object.keys(operation.optional)

  return class GatheringContext extends Context {
    readonly #whole: Call

    constructor(call: Call, journal?: Journal) {
      super(call, journal)
      this.#whole = call
    }

    async gather(asks: Readonly<Record<string, Ask>>) {
      if (Object.keys(asks).length !== names.length || !names.every((name) => asks[name]))
        throw new Error(
          `${contract.id} ${operation.id} has to ask for ${names.join(', ')}, no more and no less`,
        )
      const parts = await Promise.all(names.map((name) => this.#ask(name, asks[name] as Ask)))
      if (parts.every(({ problem }) => problem)) throw parts[0]?.problem
      for (const { system, problem } of parts) if (problem) this.#whole.noteDegraded(system)
      return {
        parts: Object.fromEntries(parts.map(({ system, answer }) => [system, answer])),
        sources: parts.map(({ system, state, asOf }): SourceState<string> => ({ system, state, asOf })),
      }
    }

    async #ask(system: string, ask: Ask): Promise<Part> {
      const { remainingMs, key } = this.#whole
      const keptBackMs = Math.min(remainingMs * KEPT_BACK.share, KEPT_BACK.mostMs)
      const call = new Step(this.#whole, key, keptBackMs)
      try {
        const answer = await ask(new Context(call))
        return { system, state: 'ok', asOf: instantOf(call.bornAt), answer }
      } catch (error) {
        // A system failed. A refusal, or a mistake of ours, is no reason to go on as if nothing had been.
        if (!(error instanceof Problem) || error.status <= 500) throw error
        return { system, state: 'unavailable', asOf: instantOf(undefined), problem: error }
      }
    }
  }
}

/** @param bornAt on the clock of `performance.now()`; default: now */
const instantOf = (bornAt = performance.now()): string =>
  new Date(Date.now() + bornAt - performance.now()).toISOString()
