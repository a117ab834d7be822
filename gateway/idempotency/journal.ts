/**
 * The steps of a saga, each written down before it acts and when it is done. A handler that runs again, here or on
 * another replica, is given the results of the steps that are done, and goes on with the first that is not.
 */
import type { Reply, StepOptions } from '../../contracts/contract.ts'
import { type Call, derive, Step } from '../call.ts'
import { Problem } from '../problem.ts'
import type { HeldRecord } from './held-record.ts'
import { isWithoutEffect } from './outcome.ts'

/** Thrown through the handler where the journal of a saga ends that is to be taken back. Only the saga catches it. */
export class EndOfJournal extends Error {
  override readonly name = 'EndOfJournal'
}

export interface Undo {
  readonly step: string
  readonly compensate: () => Promise<unknown>
}

/** Kept back from each step, to write down how far the saga got and tell the caller. */
const SETTLE_MS = 150
/** Less is not worth a step. */
const STEP_MS_MIN = 50

export class Journal {
  readonly #record: HeldRecord
  readonly #call: Call
  readonly #isReadOnly: boolean
  readonly #undos: Undo[] = []
  readonly #lasting: string[] = []

  constructor(record: HeldRecord, call: Call, { isReadOnly = false } = {}) {
    this.#record = record
    this.#call = call
    this.#isReadOnly = isReadOnly
  }

  /** What takes back the steps that acted or may have, the last one first. */
  get undos(): readonly Undo[] {
    return this.#undos.toReversed()
  }

  /** Steps that acted, or may have, and cannot be taken back. */
  get lasting(): readonly string[] {
    return this.#lasting
  }

  async step<Context, Result>(
    step: string,
    contextOf: (call: Call) => Context,
    act: (context: Context) => Promise<Result>,
    { compensate }: StepOptions<Context, Result>,
  ): Promise<Result> {
    const record = this.#record
    const entry = record.steps.get(step)
    if (!entry && this.#isReadOnly) throw new EndOfJournal(step)
    const call = this.#callOf(step)
    const undo = (result?: Result) => {
      if (isRefused(result) || record.steps.get(step)?.acted === false) return
      if (compensate)
        this.#undos.push({
          step,
          compensate: () => compensate(contextOf(this.#callOf(`undo ${step}`)), result),
        })
      else this.#lasting.push(step)
    }
    if (entry?.phase === 'done') {
      const result = entry.result as Result
      undo(result)
      return result
    }
    if (this.#isReadOnly) {
      undo()
      throw new EndOfJournal(step)
    }
    if (call.remainingMs < STEP_MS_MIN)
      throw new Problem('deadline-exceeded', `no time left for the step ${step}`)
    await record.intend(step)
    try {
      const result = await act(contextOf(call))
      record.done(step, result, call.hasChanged)
      undo(result)
      return result
    } catch (error) {
      const didNothing = !entry && isWithoutEffect(error) && !call.hasChanged
      if (didNothing || isTakenBack(error)) await record.withdraw(step)
      throw error
    }
  }

  #callOf(step: string): Step {
    const { key = '' } = this.#call
    return new Step(this.#call, derive(key, 'step', step).toString('base64url').slice(0, 32), SETTLE_MS)
  }
}

/** A layer below gave the step up, and undid it. */
const isTakenBack = (error: unknown): boolean =>
  error instanceof Problem && error.slug === 'operation-abandoned'

/** A step that was refused has done nothing. */
const isRefused = (result: unknown): boolean => ((result as Partial<Reply> | undefined)?.status ?? 0) >= 400
