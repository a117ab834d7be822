/** Everything one process tells of itself: figures, traces, a line per request, and who is sent them. */
import type { Config } from '../config.ts'
import type { Shared } from '../hop/policy.ts'
import type { Upstreams } from '../hop/upstreams.ts'
import type { Log } from './log.ts'
import { exposition } from './metrics/exposition.ts'
import { Metrics, processMetrics } from './metrics/metrics.ts'
import { sharedMetrics, upstreamMetrics } from './metrics/upstream-metrics.ts'
import { exportTo } from './otlp/otlp.ts'
import { observeRequests, type Requests } from './requests.ts'
import { TraceStore } from './traces/trace-store.ts'
import { Traffic } from './traffic/traffic.ts'

export interface Telemetry {
  readonly metrics: Metrics
  readonly traces: TraceStore
  readonly traffic: Traffic
  readonly requests: Requests
  /** All figures, as Prometheus reads them. */
  exposition(): Promise<string>
  /** Sends what is left. */
  close(): Promise<void>
}

export interface TelemetryOptions {
  readonly config: Pick<Config, 'traceSampleRatio' | 'otlpEndpoint'>
  readonly upstreams: Upstreams
  readonly shared: Shared
  readonly log: Log
}

export async function openTelemetry({
  config,
  upstreams,
  shared,
  log,
}: TelemetryOptions): Promise<Telemetry> {
  const { traceSampleRatio: sampleRatio, otlpEndpoint: endpoint } = config
  const metrics = new Metrics()
  metrics.observe(...upstreamMetrics(upstreams), ...sharedMetrics(shared), ...processMetrics())
  const otlp = endpoint === undefined ? undefined : await exportTo({ endpoint, metrics, log })
  const traces = new TraceStore({ sampleRatio, ...(otlp && { onKept: (kept) => otlp.add(kept) }) })
  const traffic = new Traffic(metrics)
  return {
    metrics,
    traces,
    traffic,
    requests: observeRequests({ log, metrics, traces }),
    exposition: exposition(metrics),
    async close() {
      traffic.close()
      await otlp?.close()
    },
  }
}
