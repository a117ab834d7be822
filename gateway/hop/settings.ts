/** How a hop to a backend is protected. Good for most systems; a contract or the environment may know one better. */

export interface HopSettings {
  readonly retry: RetrySettings
  readonly budget: BudgetSettings
  readonly pause: PauseSettings
  readonly hedge: HedgeSettings
  readonly breaker: BreakerSettings
  readonly bulkhead: BulkheadSettings
}

export interface RetrySettings {
  /** Further attempts after the first. @default 3 */
  readonly retriesMax: number
  /** Before the first retry; doubles each time. @default 1000 */
  readonly firstDelayMs: number
  /** Share of the delay that is added at random. @default 0.5 */
  readonly jitter: number
}

export interface BudgetSettings {
  /** Retries per first attempt. @default 0.2 */
  readonly ratio: number
  /** Retries that are always allowed. @default 10 */
  readonly perSecond: number
}

export interface PauseSettings {
  /** The longest pause a system may ask for. @default 60_000 */
  readonly maxMs: number
  /** Callers that wait for its end. @default 50 */
  readonly waiting: number
  /** Over which they leave when it is over, at random. @default 200 */
  readonly spreadMs: number
}

export interface HedgeSettings {
  /** How long a read may take before it is sent a second time: most should be over by then. 0: never. @default 0 */
  readonly afterMs: number
  /** Share of the reads that are sent twice, at most. @default 0.05 */
  readonly ratio: number
}

export interface BreakerSettings {
  /** Over which failures are counted. @default 10_000 */
  readonly windowMs: number
  /** Calls in the window before the rate counts. @default 20 */
  readonly callsMin: number
  /** Share of failures that opens the circuit. @default 0.5 */
  readonly failureRatio: number
  /** Failed connections in a row that open it at once. @default 5 */
  readonly unreachableMax: number
  /** How long it stays open, the longer the more often; the last one repeats. @default 5, 10, 20, 40, 60 s */
  readonly openMs: readonly number[]
  /** Calls let through to see whether the system is back, one at a time. @default 3 */
  readonly probes: number
  /** Good probes that close it. @default 2 */
  readonly probesGood: number
  /** From a tenth of the bulkhead to all of it after closing. @default 10_000 */
  readonly slowStartMs: number
}

export interface BulkheadSettings {
  /** Calls at once. @default 50 */
  readonly limit: number
  /** Calls waiting for their turn. @default 50 */
  readonly queue: number
  /** How long one may wait. @default 100 */
  readonly waitMs: number
}

export const defaults: HopSettings = {
  retry: { retriesMax: 3, firstDelayMs: 1000, jitter: 0.5 },
  budget: { ratio: 0.2, perSecond: 10 },
  pause: { maxMs: 60_000, waiting: 50, spreadMs: 200 },
  hedge: { afterMs: 0, ratio: 0.05 },
  breaker: {
    windowMs: 10_000,
    callsMin: 20,
    failureRatio: 0.5,
    unreachableMax: 5,
    openMs: [5_000, 10_000, 20_000, 40_000, 60_000],
    probes: 3,
    probesGood: 2,
    slowStartMs: 10_000,
  },
  bulkhead: { limit: 50, queue: 50, waitMs: 100 },
}
