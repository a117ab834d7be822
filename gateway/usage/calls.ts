/** Who calls what, how often, and when last: kept by consumer, operation and day. */
import type { Target } from '../hop/policy.ts'
import { toInstant } from '../instant.ts'
import type { Kept, Tallies, Tally } from '../store/tallies/tallies.ts'
import type { Batch, Source } from './flusher.ts'
import { Meter } from './meter.ts'

/** What one consumer does with one operation. */
export interface UsedOperation {
  readonly operation: string
  readonly consumer: string
  /** In the days that were asked for. */
  readonly calls: number
  /** Of those days, or since it was first seen. */
  readonly callsPerDay: number
  readonly firstAt: number
  readonly lastAt: number
}

const DAY_MS = 86_400_000
const DAYS_KEPT = 92
/** Since when and until when somebody calls is known for longer than how often. */
const SEEN_MS = 400 * DAY_MS

export class CallCounts implements Source {
  readonly #every: number
  readonly #meters = new Map<string, Meter>()

  /** @param every so many calls of a consumer one is sampled */
  constructor(every: number) {
    this.#every = every
  }

  /** The same one each time: an operation may be called from outside, and by the layer above. */
  meterOf(target: Target): Meter {
    const name = `${target.contract.id} ${target.operation.id}`
    const meter = this.#meters.get(name) ?? new Meter(target, this.#every)
    this.#meters.set(name, meter)
    return meter
  }

  take(now: number): readonly Batch[] {
    const batches: Batch[] = []
    for (const [api, meters] of Map.groupBy(this.#meters.values(), ({ target }) => target.contract.id)) {
      const tallies = meters.flatMap((meter) =>
        meter.take().map(({ consumer, calls }) => ({
          name: `${meter.target.operation.id} ${consumer}`,
          count: calls,
          firstAt: now,
          lastAt: now,
        })),
      )
      if (tallies.length)
        batches.push(
          { group: { id: dayGroup(api, now), keepMs: DAYS_KEPT * DAY_MS }, tallies },
          { group: { id: seenGroup(api), keepMs: SEEN_MS } satisfies Kept, tallies },
        )
    }
    return batches
  }
}

/** @param days the last so many, today included; most 90 */
export async function readCalls(
  tallies: Tallies,
  api: string,
  days: number,
): Promise<readonly UsedOperation[]> {
  const now = Date.now()
  const [seen, ...ofDays] = await Promise.all([
    tallies.counts(seenGroup(api)),
    ...Array.from({ length: days }, (_, ago) => tallies.counts(dayGroup(api, now - ago * DAY_MS))),
  ])
  const calls = new Map<string, number>()
  for (const { name, count } of ofDays.flat()) calls.set(name, (calls.get(name) ?? 0) + count)
  return (seen ?? [])
    .map((tally) => usedOf(tally, calls.get(tally.name) ?? 0, days, now))
    .sort((a, b) => b.calls - a.calls || (a.operation < b.operation ? -1 : 1))
}

function usedOf({ name, firstAt, lastAt }: Tally, calls: number, days: number, now: number): UsedOperation {
  const [operation = '', consumer = ''] = name.split(' ')
  const sinceDays = Math.min(days, dayOf(now) - dayOf(firstAt) + 1)
  return { operation, consumer, calls, callsPerDay: calls / sinceDays, firstAt, lastAt }
}

const dayOf = (at: number) => Math.floor(at / DAY_MS)
const dayGroup = (api: string, at: number) => `calls ${api} ${toInstant(at).slice(0, 'YYYY-MM-DD'.length)}`
const seenGroup = (api: string) => `seen ${api}`
