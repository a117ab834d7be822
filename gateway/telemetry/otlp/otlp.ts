/** Sends figures and kept traces to a collector (OTLP over HTTP). Loaded only where one is configured. */
import type { ResourceMetrics } from '@opentelemetry/sdk-metrics'
import type { Log } from '../log.ts'
import { collector, type Source } from '../metrics/data.ts'
import type { KeptTrace } from '../traces/trace-store.ts'
import { toReadableSpans } from './spans.ts'

export interface OtlpOptions {
  /** Origin of the collector, with a path where it has one. */
  readonly endpoint: string
  readonly metrics: Source
  readonly log: Log
  /** @default 10 s */
  readonly everyMs?: number
}

export interface Otlp {
  /** Sent with the next batch; when there are too many, the oldest are not. */
  add(kept: KeptTrace): void
  /** Sends what is left, and waits for it no longer than two seconds. */
  close(): Promise<void>
}

const EVERY_MS = 10_000
const TRACES_MAX = 2_000
const CLOSE_MS = 2_000

/** How an exporter ends: 0 is success. */
interface Result {
  readonly code: number
  readonly error?: Error
}

export async function exportTo({ endpoint, metrics, log, everyMs = EVERY_MS }: OtlpOptions): Promise<Otlp> {
  const [{ OTLPMetricExporter }, { OTLPTraceExporter }, spansOf, collect] = await Promise.all([
    import('@opentelemetry/exporter-metrics-otlp-http'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    toReadableSpans(),
    collector(metrics),
  ])
  const base = endpoint.replace(/\/$/, '')
  const toMetrics = new OTLPMetricExporter({ url: `${base}/v1/metrics` })
  const toTraces = new OTLPTraceExporter({ url: `${base}/v1/traces` })
  let waiting: KeptTrace[] = []

  const settle =
    (what: string, done: () => void) =>
    ({ error }: Result) => {
      if (error) log.warn({ err: error }, `the collector did not take the ${what}`)
      done()
    }
  const sendTraces = () => {
    const batch = waiting.splice(0).flatMap(spansOf)
    return batch.length === 0
      ? Promise.resolve()
      : new Promise<void>((done) => toTraces.export(batch, settle('traces', done)))
  }
  const sendMetrics = (figures: ResourceMetrics) =>
    new Promise<void>((done) => toMetrics.export(figures, settle('metrics', done)))
  const send = () => Promise.all([sendTraces(), sendMetrics(collect())])
  const timer = setInterval(() => void send(), everyMs).unref()

  return {
    add(kept) {
      waiting.push(kept)
      if (waiting.length > TRACES_MAX) waiting = waiting.slice(-TRACES_MAX / 2)
    },
    async close() {
      clearInterval(timer)
      // Without a collector the exporters take longer to give up than anybody wants to wait.
      await Promise.race([send(), new Promise((done) => setTimeout(done, CLOSE_MS).unref())])
    },
  }
}
