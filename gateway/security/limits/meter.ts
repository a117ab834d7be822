/** What one caller has asked for, under all limits of its plan. */
import type { OperationData } from '../../../contracts/runtime/load.ts'
import { Problem } from '../../problem.ts'
import type { Quota } from './quota.ts'

export interface MeterOptions {
  /** Those of every request. */
  readonly quotas: readonly Quota[]
  /** Those of an operation that changes something. */
  quotasOf(operation: string): readonly Quota[]
  /** `RateLimit-Policy` of the plan. */
  readonly policy: string
}

export class Meter {
  readonly #options: MeterOptions
  readonly #ofChanges = new Map<OperationData, readonly Quota[]>()

  constructor(options: MeterOptions) {
    this.#options = options
  }

  /**
   * Counts one request. A promise only when a counter has to be asked.
   *
   * @param api id of the contract
   * @throws Problem `rate-limited`
   */
  take(api: string, operation: OperationData): void | Promise<void> {
    const now = performance.now()
    const quotas = this.#quotasOf(api, operation)
    // By index: an iterator would be made for each request.
    for (let index = 0; index < quotas.length; index++) {
      const quota = quotas[index] as Quota
      const taken = quota.take(now)
      if (taken === false) throw this.#refusal(quota)
      if (taken !== true) return this.#wait(quotas.slice(index), taken)
    }
  }

  /** What is left of the limit that is nearest (draft-ietf-httpapi-ratelimit-headers). */
  headers(api: string, operation: OperationData): Record<string, string> {
    const quotas = this.#quotasOf(api, operation)
    let nearest = quotas[0] as Quota
    for (const quota of quotas)
      if (quota.left / quota.limit.requests < nearest.left / nearest.limit.requests) nearest = quota
    return this.#headersOf(nearest)
  }

  async #wait(quotas: readonly Quota[], first: Promise<boolean>): Promise<void> {
    let taken: boolean | Promise<boolean> = first
    for (const [index, quota] of quotas.entries()) {
      if (index > 0) taken = quota.take(performance.now())
      if (!(await taken)) throw this.#refusal(quota)
    }
  }

  #refusal(quota: Quota): Problem {
    const { name, requests, seconds } = quota.limit
    return new Problem('rate-limited', `the limit ${name} of the plan is used up`, {
      detail: `The plan allows ${requests} requests in ${seconds} seconds (${name}).`,
      headers: {
        'retry-after': String(quota.resetsInSeconds(performance.now())),
        ...this.#headersOf(quota),
      },
    })
  }

  #headersOf(quota: Quota): Record<string, string> {
    return {
      'ratelimit-policy': this.#options.policy,
      ratelimit: `"${quota.limit.name}";r=${quota.left};t=${quota.resetsInSeconds(performance.now())}`,
    }
  }

  #quotasOf(api: string, operation: OperationData): readonly Quota[] {
    const { quotas, quotasOf } = this.#options
    if (operation.method === 'GET') return quotas
    let all = this.#ofChanges.get(operation)
    if (!all) {
      all = [...quotas, ...quotasOf(`${api} ${operation.id}`)]
      this.#ofChanges.set(operation, all)
    }
    return all
  }
}
