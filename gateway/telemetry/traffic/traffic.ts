/** What went from whom to where of late: the totals of the metrics, looked at every few seconds and subtracted. */
import type { Labels } from '../metrics/instruments.ts'
import type { Metrics } from '../metrics/metrics.ts'
import { Tally } from './tally.ts'

/** Calls of one operation from one caller. */
export interface Flow {
  readonly from: string
  readonly to: string
  readonly operation: string
  readonly kind: FlowKind
  readonly tally: Tally
}

/** Requests at the door are counted by consumer, and timed whoever asks. */
export type FlowKind = 'consumer' | 'door' | 'hop'

export interface Recent {
  readonly windowMs: number
  readonly flows: readonly Flow[]
}

/** A few seconds. */
export interface Interval {
  readonly untilMs: number
  readonly lengthMs: number
  readonly flows: readonly Flow[]
}

interface Sample {
  readonly at: number
  readonly flows: ReadonlyMap<string, Flow>
}

const EVERY_MS = 5_000
/** Five minutes. */
const SAMPLES_MAX = 61

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
    const before = this.#samples.find(({ at }) => at >= from - EVERY_MS / 2) ?? this.#samples.at(-1)
    return { windowMs: now.at - (before?.at ?? now.at), flows: difference(now, before) }
  }

  /** All that is kept, in the steps it was looked at, the oldest first. */
  intervals(): readonly Interval[] {
    return this.#samples.slice(1).map((one, index) => {
      const before = this.#samples[index] as Sample
      return { untilMs: one.at, lengthMs: one.at - before.at, flows: difference(one, before) }
    })
  }

  close(): void {
    clearInterval(this.#timer)
  }

  #take(): void {
    this.#samples.push(sample(this.#metrics))
    if (this.#samples.length > SAMPLES_MAX) this.#samples.shift()
  }
}

const difference = ({ flows }: Sample, before: Sample | undefined): readonly Flow[] =>
  Array.from(flows, ([key, flow]) => ({ ...flow, tally: flow.tally.since(before?.flows.get(key)?.tally) }))

function sample({ hops, hopDuration, requests, requestDuration }: Metrics): Sample {
  const flows = new Map<string, Flow>()
  const tallyOf = (kind: FlowKind, from = '', to = '', operation = ''): Tally => {
    const key = `${kind} ${from} ${to} ${operation}`
    const known = flows.get(key)
    if (known) return known.tally
    const flow = { kind, from, to, operation, tally: new Tally() }
    flows.set(key, flow)
    return flow.tally
  }
  const ofHop = ({ from, to, operation }: Labels) => tallyOf('hop', from, to, operation)
  for (const { labels, value } of hops.points()) ofHop(labels)[labels.outcome as 'ok'] += value
  for (const { labels, value } of hopDuration.points()) ofHop(labels).time(value)
  for (const { labels, value } of requests.points())
    tallyOf('consumer', labels.consumer, labels.api, labels.operation)[endOf(labels.status)] += value
  for (const { labels, value } of requestDuration.points())
    tallyOf('door', '', labels.api, labels.operation).time(value)
  return { at: Date.now(), flows }
}

const endOf = (status = ''): 'ok' | 'refused' | 'failed' =>
  status >= '5' ? 'failed' : status >= '4' ? 'refused' : 'ok'
