/** What this process measures, as one table. Labels are ids of contracts and operations: how many there are is known. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Counter, Histogram, type Instrument, Observed } from './instruments.ts'

/** A caller may come with any name; what a token proves is a registered consumer. */
const CONSUMER_SERIES_MAX = 5_000

export class Metrics {
  readonly requests = new Counter(
    { name: 'strata_requests', help: 'Requests answered at the door, by status and consumer.' },
    CONSUMER_SERIES_MAX,
  )
  readonly requestDuration = new Histogram({
    name: 'strata_request_duration_seconds',
    help: 'From the request at the door to its answer.',
  })
  readonly problems = new Counter({
    name: 'strata_problems',
    help: 'Problems answered at the door, by the slug of their type.',
  })
  readonly hopDuration = new Histogram({
    name: 'strata_hop_duration_seconds',
    help: 'From one API to the next one down, with all retries.',
  })
  readonly hops = new Counter({
    name: 'strata_hops',
    help: 'Calls from one API to the next one down; outcome is ok, refused or failed.',
  })
  readonly attemptDuration = new Histogram({
    name: 'strata_attempt_duration_seconds',
    help: 'One exchange with a backend or a layer in another process.',
  })
  readonly attempts = new Counter({
    name: 'strata_attempts',
    help: 'Exchanges with a backend or a layer in another process; outcome is ok, refused or failed.',
  })
  readonly #observed: Observed[] = []

  get instruments(): readonly Instrument[] {
    const { requests, requestDuration, problems, hops, hopDuration, attempts, attemptDuration } = this
    return [
      requests,
      requestDuration,
      problems,
      hops,
      hopDuration,
      attempts,
      attemptDuration,
      ...this.#observed,
    ]
  }

  /** Adds what is looked at when somebody asks. */
  observe(...observed: readonly Observed[]): void {
    this.#observed.push(...observed)
  }
}

/** How the process itself fares. */
export function processMetrics(): readonly Observed[] {
  const delay = monitorEventLoopDelay({ resolution: 20 })
  delay.enable()
  const point = (value: number) => [{ labels: {}, value }]
  return [
    new Observed(
      {
        name: 'nodejs_eventloop_delay_p99_seconds',
        help: 'Event-loop delay since it was last read.',
        unit: 's',
      },
      () => {
        const seconds = delay.percentile(99) / 1e9
        delay.reset()
        return point(seconds)
      },
    ),
    new Observed({ name: 'process_resident_memory_bytes', help: 'Resident memory.', unit: 'By' }, () =>
      point(process.memoryUsage.rss()),
    ),
    new Observed(
      { name: 'process_cpu_seconds', help: 'Processor time used by all threads.', unit: 's' },
      () => {
        const { user, system } = process.cpuUsage()
        return point((user + system) / 1e6)
      },
      'counter',
    ),
  ]
}
