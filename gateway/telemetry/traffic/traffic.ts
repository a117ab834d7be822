/** What went from whom to where of late: the totals of the metrics, looked at every few seconds and subtracted. */
import type { Labels } from '../metrics/instruments.ts'
import type { Metrics } from '../metrics/metrics.ts'
import { Tally } from './tally.ts'

/** Calls of one operation, from an API or at the door; or all calls of one API by one consumer. */
export interface Flow {
  readonly kind: 'hop' | 'door' | 'consumer'
  readonly from: string
  readonly to: string
  readonly operation: string
  readonly tally: Tally
}

export interface Recent {
  readonly windowMs: number
  /** Hops, and what came to the door. */
  readonly flows: readonly Flow[]
  /** The latter by consumer, without times; of the last minute only. */
  readonly consumers: readonly Flow[]
}

/** A few seconds. */
export interface Interval {
  readonly untilMs: number
  readonly lengthMs: number
  readonly flows: readonly Flow[]
}

type Flows = ReadonlyMap<string, Flow>

interface Sample {
  readonly at: number
  readonly flows: Flows
  /** There may be many: forgotten first. */
  consumers: Flows
}

const EVERY_MS = 5_000
/** Five minutes. */
const SAMPLES_MAX = 61
/** One minute. */
const CONSUMER_SAMPLES_MAX = 13

export class Traffic {
  readonly #metrics: Metrics
  readonly #samples: Sample[] = []
  readonly #timer: NodeJS.Timeout

  constructor(metrics: Metrics) {
    this.#metrics = metrics
    this.#take()
    this.#timer = setInterval(() => this.#take(), EVERY_MS).unref()
  }

  /** The last while; less when the process is younger. */
  recent(windowMs: number): Recent {
    const now = sample(this.#metrics)
    const from = now.at - windowMs
    const before = this.#samples.find(({ at }) => at >= from - EVERY_MS / 2) ?? now
    return {
      windowMs: now.at - before.at,
      flows: difference(now.flows, before.flows),
      consumers: difference(now.consumers, before.consumers),
    }
  }

  /** All that is kept, in the steps it was looked at, the oldest first. */
  intervals(): readonly Interval[] {
    return this.#samples.slice(1).map((one, index) => {
      const before = this.#samples[index] as Sample
      return { untilMs: one.at, lengthMs: one.at - before.at, flows: difference(one.flows, before.flows) }
    })
  }

  close(): void {
    clearInterval(this.#timer)
  }

  #take(): void {
    this.#samples.push(sample(this.#metrics))
    if (this.#samples.length > SAMPLES_MAX) this.#samples.shift()
    const old = this.#samples.at(-CONSUMER_SAMPLES_MAX - 1)
    if (old) old.consumers = new Map()
  }
}

const difference = (now: Flows, before: Flows): readonly Flow[] =>
  Array.from(now, ([key, flow]) => ({ ...flow, tally: flow.tally.since(before.get(key)?.tally) }))

function sample({ hops, hopDuration, requests, requestDuration }: Metrics): Sample {
  const flows = new Map<string, Flow>()
  const consumers = new Map<string, Flow>()
  const ofHop = ({ from, to, operation }: Labels) => tallyIn(flows, 'hop', from, to, operation)
  const atDoor = ({ api, operation }: Labels) => tallyIn(flows, 'door', '', api, operation)
  for (const { labels, value } of hops.points()) ofHop(labels)[labels.outcome as End] += value
  for (const { labels, value } of hopDuration.points()) ofHop(labels).time(value)
  for (const { labels, value } of requestDuration.points()) atDoor(labels).time(value)
  for (const { labels, value } of requests.points()) {
    const end = endOf(labels.status)
    atDoor(labels)[end] += value
    tallyIn(consumers, 'consumer', labels.consumer, labels.api)[end] += value
  }
  return { at: Date.now(), flows, consumers }
}

function tallyIn(flows: Map<string, Flow>, kind: Flow['kind'], from = '', to = '', operation = ''): Tally {
  const key = `${kind} ${from} ${to} ${operation}`
  const known = flows.get(key)
  if (known) return known.tally
  const flow = { kind, from, to, operation, tally: new Tally() }
  flows.set(key, flow)
  return flow.tally
}

type End = 'ok' | 'refused' | 'failed'

const endOf = (status = ''): End => (status >= '5' ? 'failed' : status >= '4' ? 'refused' : 'ok')
