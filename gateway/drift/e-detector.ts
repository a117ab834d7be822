/**
 * Whether something happens more often than it used to: a Shiryaev-Roberts e-detector. It may be looked at after every
 * observation: while the true rate is not above `p0`, its evidence after `t` observations is `t` at most on average, so
 * that it takes `THRESHOLD` observations or more, on average, to a false alarm.
 */

/** Evidence that is an alarm. */
export const THRESHOLD = 1e7

const factors = [1.5, 2, 4, 8, 20, 60]

interface Alternative {
  /** What an observation with the event is worth, and one without. */
  readonly up: number
  readonly down: number
}

export class EDetector {
  readonly p0: number
  readonly #alternatives: readonly Alternative[]
  /** For each alternative; mostly nothing ever happens. */
  #evidence: Float64Array | undefined
  /** The last observation that is accounted for. */
  #at = 0

  constructor(p0: number) {
    this.p0 = p0
    this.#alternatives = alternativesTo(p0)
  }

  /**
   * It happened in this observation, and not in those since it happened last: these cost nothing until now.
   *
   * @param observation counted from 1
   * @returns the evidence
   */
  happened(observation: number): number {
    const quiet = observation - 1 - this.#at
    this.#at = observation
    this.#evidence ??= new Float64Array(this.#alternatives.length)
    for (const [index, { up, down }] of this.#alternatives.entries())
      this.#evidence[index] = (afterQuiet(this.#evidence[index] as number, quiet, down) + 1) * up
    return this.evidence(observation)
  }

  /** What there is when it has not happened again up to this observation. */
  evidence(observation: number): number {
    const quiet = observation - this.#at
    let sum = 0
    for (const [index, { down }] of this.#alternatives.entries())
      sum += afterQuiet(this.#evidence?.[index] ?? 0, quiet, down)
    return sum / this.#alternatives.length
  }

  /** Of the smallest increase it looks for: what the event says for it, and each observation without the event. */
  get weights(): { readonly up: number; readonly down: number } {
    const [{ up, down }] = this.#alternatives as readonly [Alternative]
    return { up: Math.log(up), down: Math.log(down) }
  }

  restart(observation: number): void {
    this.#at = observation
    this.#evidence = undefined
  }
}

/** `R <- (R + 1) * down`, so many times. */
function afterQuiet(evidence: number, times: number, down: number): number {
  if (times === 0) return evidence
  const power = down ** times
  return power * evidence + (down * (1 - power)) / (1 - down)
}

const known = new Map<number, readonly Alternative[]>()
const KNOWN_MAX = 1_000

/** Many events have the same rate: what was never seen in as many observations. */
function alternativesTo(p0: number): readonly Alternative[] {
  const found = known.get(p0)
  if (found) return found
  const wanted = factors
    .map((factor) => Math.min(0.98, 1 - (1 - p0) ** factor))
    .filter((p1) => p1 > 1.05 * p0)
  const rates = wanted.length ? wanted : [0.5 + p0 / 2]
  const made = rates.map((p1) => ({ up: p1 / p0, down: (1 - p1) / (1 - p0) }))
  if (known.size < KNOWN_MAX) known.set(p0, made)
  return made
}

/**
 * What the rate may be of something that happened so often in a baseline: above the share that was seen, never below
 * what so few observations leave possible.
 *
 * @param distinct different things that were observed: the same one again tells nothing new
 */
export function rateBound(happened: number, observed: number, distinct: number): number {
  const told = Math.max(1, Math.min(observed, distinct))
  const bound = 1.25 * (happened / Math.max(1, observed) + 3 / told)
  return Math.min(1 - 1e-5, Math.max(1e-5, bound))
}
