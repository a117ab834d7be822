/** Operations and calls for tests of single policies. */
import type { ContractData, OperationData } from '../../contracts/runtime/load.ts'
import { Call } from '../../gateway/call.ts'
import type { Send, Target } from '../../gateway/hop/policy.ts'
import { type Failure, Problem } from '../../gateway/problem.ts'

export interface TargetParts {
  readonly layer?: ContractData['layer']
  readonly effect?: OperationData['effect']
  readonly security?: readonly string[]
  /** As in a contract: whole seconds. */
  readonly cache?: {
    readonly maxAge?: number
    readonly staleIfError?: number
    readonly vary?: readonly string[]
  }
}

export const target = ({ layer = 'backend', effect = 'read', security = [], cache }: TargetParts = {}) =>
  ({
    contract: {
      id: `${layer}/store/v1`,
      layer,
      owner: { team: 'store-team' },
    },
    operation: {
      id: 'findThings',
      method: 'GET',
      path: '/things',
      effect,
      security,
      deadlineMs: 2_000,
      cache: cache && {
        maxAgeSeconds: cache.maxAge ?? 0,
        staleIfErrorSeconds: cache.staleIfError ?? 0,
        vary: cache.vary,
      },
    },
  }) as unknown as Target

export const callFor = (ms: number, now = performance.now()) => new Call(now + ms)

export const failed = (failure: Partial<Failure> = {}, slug: Problem['slug'] = 'upstream-unavailable') =>
  new Problem(slug, 'no luck', { failure: { effect: 'none', unhealthy: true, ...failure } })

/** Answers with each of these in turn, the last one for ever, and notes when it was asked. */
export function script(...outcomes: readonly (number | Problem)[]): Send & { readonly at: number[] } {
  const at: number[] = []
  const send: Send = () => {
    const outcome = outcomes[Math.min(at.length, outcomes.length - 1)]
    at.push(performance.now())
    return outcome instanceof Problem
      ? Promise.reject(outcome)
      : Promise.resolve({ status: outcome as number })
  }
  return Object.assign(send, { at })
}
