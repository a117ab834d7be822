/** What stands between a client and what it calls. A policy decides once, at start-up, whether an operation concerns it. */

import type { Owner, Reply } from '../../contracts/contract.ts'
import type { ContractData, OperationData } from '../../contracts/runtime/load.ts'
import type { Call } from '../call.ts'
import type { Sentinel } from '../drift/sentinel.ts'
import type { Log } from '../telemetry/log.ts'
import type { Metrics } from '../telemetry/metrics/metrics.ts'
import type { Cache } from './policies/cache.ts'
import type { Coalescing } from './policies/coalesce.ts'
import type { Upstreams } from './upstreams.ts'

/** What an operation is called with, as `RequestOf` types it. */
export interface OperationRequest {
  readonly params?: Readonly<Record<string, unknown>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly headers?: Readonly<Record<string, unknown>>
  readonly cookies?: Readonly<Record<string, unknown>>
  readonly body?: unknown
  /** Which of the contract's media types the body came in, where there are several. */
  readonly mediaType?: string
}

/** Calls one operation of one contract. */
export type Send = (request: OperationRequest, call: Call) => Promise<Reply>

/** What callers share. */
export interface Shared {
  readonly cache: Cache
  readonly coalescing: Coalescing
}

/** What policies know of the process they run in. */
export interface Surroundings extends Shared {
  /** Id of the API whose handlers call. */
  readonly from: string
  readonly metrics: Metrics
  readonly log: Log
  /** Who answers for something, by the name of the team. */
  ownerOf(team: string): Owner | undefined
  /** The backends, each with its breaker, bulkhead and retry budget. */
  readonly upstreams: Upstreams
  /** Looks at what is answered. */
  readonly drift: Pick<Sentinel, 'of'>
}

/** The operation a chain of policies is made for. */
export interface Target {
  readonly contract: ContractData
  readonly operation: OperationData
}

/**
 * Wraps `next` for one operation, or gives it back as it is: what does not apply costs nothing. A function that only
 * looks at the reply hangs on to `next`'s promise with `then`: that is half the price of an async function.
 */
export type Policy = (target: Target, next: Send) => Send

/** Reads outside in: the first policy sees the request first and the reply last. */
export const compose = (policies: readonly Policy[], target: Target, send: Send): Send =>
  policies.reduceRight((next, policy) => policy(target, next), send)
