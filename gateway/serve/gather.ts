/**
 * An answer that comes from several systems: all are asked at once, and those that fail are done without, where the
 * contract allows it (`x-optional`). The answer names every source, so that nobody takes a part for the whole.
 */
import type { SourceState } from '../../contracts/contract.ts'
import { type Call, Step, sparedMs } from '../call.ts'
import type { Target } from '../hop/policy.ts'
import type { Journal } from '../idempotency/journal.ts'
import { toInstant } from '../instant.ts'
import { Problem } from '../problem.ts'
import type { Observation } from '../usage/observation.ts'
import type { ContextClass } from './context.ts'

/** Asks for one part, through the clients it is given. */
type Ask = (clients: object) => unknown

/** The context of an operation that may lack parts; any other context comes back as it is. */
export function gathering(Context: ContextClass, { contract, operation }: Target): ContextClass {
  if (!operation.optional) return Context
  const names = Object.keys(operation.optional)

  return class GatheringContext extends Context {
    readonly #whole: Call
    readonly #observation: Observation | undefined

    constructor(call: Call, journal?: Journal, observation?: Observation) {
      super(call, journal, observation)
      this.#whole = call
      this.#observation = observation
    }

    async gather(asks: Readonly<Record<string, Ask>>) {
      if (Object.keys(asks).length !== names.length || !names.every((name) => asks[name]))
        throw new Error(
          `${contract.id} ${operation.id} has to ask for ${names.join(', ')}, no more and no less`,
        )
      const keptBackMs = sparedMs(this.#whole)
      const parts: Record<string, unknown> = {}
      const failures: Problem[] = []
      const sources = await Promise.all(
        names.map(async (system): Promise<SourceState<string>> => {
          const call = new Step(this.#whole, this.#whole.key, keptBackMs)
          try {
            parts[system] = await asks[system]?.(new Context(call, undefined, this.#observation))
            return { system, state: 'ok', asOf: instantOf(call.bornAt) }
          } catch (error) {
            // A system failed. A refusal, or a mistake of ours, is no reason to go on as if nothing had been.
            if (!(error instanceof Problem) || error.status <= 500) throw error
            failures.push(error)
            return { system, state: 'unavailable', asOf: instantOf(undefined) }
          }
        }),
      )
      if (failures.length === names.length) throw failures[0]
      if (failures.length)
        for (const { system, state } of sources) if (state !== 'ok') this.#whole.noteDegraded(system)
      return { parts, sources }
    }
  }
}

/** @param bornAt on the clock of `performance.now()`; default: now */
const instantOf = (bornAt: number | undefined): string =>
  toInstant(bornAt === undefined ? Date.now() : Date.now() + bornAt - performance.now())
