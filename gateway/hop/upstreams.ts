/**
 * The systems behind the hop, each with its state of health and its slots. What is read from a system and what is
 * changed in it are told apart: a failing write must not keep anybody from reading.
 */
import { parse } from 'yaml'
import type { ContractId } from '../../contracts/contract.ts'
import { type PolicySettings, policyMistakes } from '../../contracts/policies.ts'
import type { ContractData } from '../../contracts/runtime/load.ts'
import { ConfigError } from '../config.ts'
import { breaker } from './policies/breaker.ts'
import { Budget, type BudgetState } from './policies/budget.ts'
import { bulkhead } from './policies/bulkhead.ts'
import { Circuit, type CircuitOptions, type CircuitSnapshot } from './policies/circuit.ts'
import { Hedge, type HedgeState } from './policies/hedge.ts'
import { Pause, type PauseState } from './policies/pause.ts'
import { retry } from './policies/retry.ts'
import { Slots, type SlotsSnapshot } from './policies/slots.ts'
import type { Policy, Target } from './policy.ts'
import { defaults, type HopSettings } from './settings.ts'

export interface Upstream {
  readonly settings: HopSettings
  readonly circuit: Circuit
  readonly slots: Slots
  readonly budget: Budget
  /** One for all that is asked of the system. */
  readonly pause: Pause
  readonly hedge: Hedge
}

export interface UpstreamSnapshot {
  /** As `backend/erp/v1 read`. */
  readonly upstream: string
  readonly settings: HopSettings
  readonly breaker: CircuitSnapshot
  readonly bulkhead: SlotsSnapshot
  readonly budget: BudgetState
  readonly pause: PauseState
  readonly hedge: HedgeState
}

export interface UpstreamsOptions extends Omit<CircuitOptions, 'upstream' | 'settings'> {
  /** What a deployment sets for a backend, written as its contract's `x-policies` is. */
  readonly overrides?: ((id: ContractId) => string | undefined) | undefined
}

export class Upstreams {
  readonly #options: UpstreamsOptions
  readonly #upstreams = new Map<string, Upstream>()
  readonly #pauses = new Map<ContractId, Pause>()

  constructor(options: UpstreamsOptions = {}) {
    this.#options = options
  }

  readonly retry: Policy = (target, next) => {
    const { settings, budget } = this.of(target)
    return retry({ settings: settings.retry, budget })(target, next)
  }
  readonly pause: Policy = (target, next) => this.of(target).pause.hold(target, next)
  readonly heed: Policy = (target, next) => this.of(target).pause.heed(target, next)
  readonly hedge: Policy = (target, next) => this.of(target).hedge.policy(target, next)
  readonly breaker: Policy = (target, next) => breaker(this.of(target).circuit)(target, next)
  readonly bulkhead: Policy = (target, next) => bulkhead(this.of(target).slots)(target, next)

  /** The system an operation is about: the same one for all operations that share its fate. */
  of({ contract, operation }: Target): Upstream {
    const name = `${contract.id} ${operation.effect === 'read' ? 'read' : 'write'}`
    const known = this.#upstreams.get(name)
    if (known) return known
    const { overrides, ...options } = this.#options
    const settings = settingsOf(contract, overrides?.(contract.id))
    const circuit = new Circuit({ upstream: name, settings: settings.breaker, ...options })
    const { limit } = settings.bulkhead
    const pause = this.#pauseOf(contract.id, settings)
    const slots = new Slots({
      upstream: name,
      settings: settings.bulkhead,
      // What waited for a slot when the system asked for a pause must not disturb it.
      limit: () => (pause.lasts ? 0 : circuit.limit(limit)),
    })
    const budget = new Budget(settings.budget)
    const hedge = new Hedge({ settings: settings.hedge, budget, hasRoom: () => hasRoom(circuit, slots) })
    const upstream = { settings, circuit, slots, budget, pause, hedge }
    this.#upstreams.set(name, upstream)
    return upstream
  }

  #pauseOf(id: ContractId, { pause: settings }: HopSettings): Pause {
    const { clock, random } = this.#options
    const pause = this.#pauses.get(id) ?? new Pause({ system: id, settings, clock, random })
    this.#pauses.set(id, pause)
    return pause
  }

  snapshot(): readonly UpstreamSnapshot[] {
    return [...this.#upstreams].map(([upstream, { settings, circuit, slots, budget, pause, hedge }]) => ({
      upstream,
      settings,
      breaker: circuit.snapshot(),
      bulkhead: slots.snapshot(),
      budget: budget.snapshot(),
      pause: pause.snapshot(),
      hedge: hedge.snapshot(),
    }))
  }
}

/** Of the slots, what leaves room for work that could be done without. */
const ROOMY = 0.7

function hasRoom(circuit: Circuit, slots: Slots): boolean {
  const { inFlight, limit } = slots.snapshot()
  return circuit.snapshot().state === 'closed' && inFlight < limit * ROOMY
}

/** Ours, unless the contract says better, unless the deployment says otherwise. */
function settingsOf({ id, policies }: ContractData, override: string | undefined): HopSettings {
  const deployed: unknown = override ? parse(override) : {}
  const mistakes = policyMistakes(deployed).map(({ message }) => message)
  if (mistakes.length)
    throw new ConfigError([`the policies set for ${id} cannot be used: ${mistakes.join('; ')}`])
  return Object.fromEntries(
    Object.entries(defaults).map(([policy, settings]) => [
      policy,
      { ...settings, ...policies[policy], ...(deployed as PolicySettings)[policy] },
    ]),
  ) as unknown as HopSettings
}
