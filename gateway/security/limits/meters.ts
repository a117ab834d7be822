/** The meters of all callers: made when a caller comes, forgotten when it has not come for long. */
import type { Log } from '../../telemetry/log.ts'
import type { Consumer } from '../consumers.ts'
import { Recent } from '../recent.ts'
import { type Counter, Counters } from './counters.ts'
import { Meter } from './meter.ts'
import type { Limit } from './plan.ts'
import { Quota } from './quota.ts'

/** Callers that are counted apart; what is beyond shares one count, whatever they call themselves. */
const CALLERS_MAX = 50_000

export interface MetersOptions {
  readonly storeUrl: string
  /** Every limit is so many times as high. */
  readonly factor: number
  readonly log: Log
}

export class Meters {
  readonly #counters: Counters
  readonly #factor: number
  readonly #ofPlans = new Map<string, PlanLimits>()
  readonly #ofConsumers = new Map<string, Quota>()
  readonly #ofCallers = new Recent<string, Meter>(CALLERS_MAX)
  #newCallers = 0
  #newSince = 0

  constructor({ storeUrl, factor, log }: MetersOptions) {
    this.#counters = new Counters(storeUrl, log)
    this.#factor = factor
  }

  /** @returns nothing when the plan has no limits */
  of(consumer: Consumer, customerId: string | undefined): Meter | undefined {
    if (!consumer.limits?.length) return undefined
    const caller = `${consumer.id}\n${customerId ?? ''}`
    let meter = this.#ofCallers.get(caller)
    if (!meter) {
      meter = this.#make(consumer, this.#isCrowded() ? `${consumer.id}\nothers` : caller)
      this.#ofCallers.set(caller, meter)
    }
    return meter
  }

  close(): void {
    this.#counters.close()
  }

  #make(consumer: Consumer, caller: string): Meter {
    const { limits, policy } = this.#planOf(consumer)
    const quotaOf = ({ limit, counter }: Counted, operation = '') => {
      const isShared = limit.per !== 'customer'
      const key = `${isShared ? consumer.id : caller}\n${operation}`
      const name = `${limit.name}\n${key}`
      const quota = (isShared && this.#ofConsumers.get(name)) || new Quota(limit, counter, key)
      // No more than there are consumers, limits and operations.
      if (isShared) this.#ofConsumers.set(name, quota)
      return quota
    }
    const isOfChanges = ({ limit }: Counted) => limit.of === 'changes'
    return new Meter({
      quotas: limits.filter((one) => !isOfChanges(one)).map((one) => quotaOf(one)),
      quotasOf: (operation) => limits.filter(isOfChanges).map((one) => quotaOf(one, operation)),
      policy,
    })
  }

  #planOf({ plan, limits = [] }: Consumer): PlanLimits {
    const known = this.#ofPlans.get(plan)
    if (known) return known
    const counted = limits.map((declared) => {
      const limit = { ...declared, requests: declared.requests * this.#factor }
      return { limit, counter: this.#counters.of(`${plan}:${limit.name}`, limit) }
    })
    const policy = counted
      .map(({ limit: { name, requests, seconds } }) => `"${name}";q=${requests};w=${seconds}`)
      .join(', ')
    const made = { limits: counted, policy }
    this.#ofPlans.set(plan, made)
    return made
  }

  /** Whether more callers have come in a minute than can be told apart. */
  #isCrowded(): boolean {
    const now = performance.now()
    if (now - this.#newSince > 60_000) {
      this.#newSince = now
      this.#newCallers = 0
    }
    return ++this.#newCallers > CALLERS_MAX
  }
}

interface Counted {
  readonly limit: Limit
  readonly counter: Counter
}

interface PlanLimits {
  readonly limits: readonly Counted[]
  readonly policy: string
}
