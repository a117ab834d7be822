/**
 * Compares systems now and then, as contracts say (`x-reconciles`), and tells owners what one of them does not know. Of
 * all processes that could do it, one does.
 */
import type { ContractData, ReconciliationData } from '../../contracts/runtime/load.ts'
import type { Alerting } from '../alerting/alerting.ts'
import { Collection } from '../store/register/collection.ts'
import type { Register } from '../store/register/register.ts'
import type { Log } from '../telemetry/log.ts'
import { type Calls, compare, type Difference, mayShow } from './comparison.ts'

/** As all processes of a deployment know it. */
export interface Reconciliation {
  readonly api: string
  readonly name: string
  readonly owner: string
  readonly state: 'waiting' | 'running' | 'failed'
  /** When it is next done. */
  readonly dueAt: number
  /** Whoever does it is taken for dead after that. */
  readonly leaseUntil?: number
  readonly finishedAt?: number
  readonly found?: Difference
  /** Why it failed. */
  readonly reason?: string
}

/** What this process can compare. */
interface Own {
  readonly contract: ContractData
  readonly name: string
  readonly data: ReconciliationData
  readonly calls: Calls
  readonly shows: boolean
}

export interface ReconcilerOptions {
  readonly register: Register
  readonly alerting: Alerting
  readonly contractOf: (id: string) => ContractData | undefined
  readonly log: Log
}

const LOOK_EVERY_MS = 2_000
const HOUR_MS = 3_600_000
const EVERY_HOURS = 24
/** Not while a deployment starts. */
const FIRST_AFTER_MS = 10 * 60_000
const LEASE_MS = 30 * 60_000

export class Reconciler {
  readonly #options: ReconcilerOptions
  readonly #kept: Collection<Reconciliation>
  readonly #own = new Map<string, Own>()
  #work: Promise<void> = Promise.resolve()
  #isWorking = false
  #timer: NodeJS.Timeout | undefined

  constructor(options: ReconcilerOptions) {
    this.#options = options
    this.#kept = new Collection(options.register, 'reconciliations')
  }

  /** What an API of this process says should be compared. */
  add(contract: ContractData, calls: Calls): void {
    for (const [name, data] of Object.entries(contract.reconciles)) {
      const [client = '', operation = ''] = data.each.call.split('.')
      const used = this.#options.contractOf(contract.uses[client] ?? '')
      const shows = used !== undefined && mayShow(used, operation, data.each.key)
      this.#own.set(idOf(contract.id, name), { contract, name, data, calls, shows })
    }
  }

  start(): void {
    if (this.#own.size === 0) return
    this.#timer = setInterval(() => {
      if (this.#isWorking) return
      this.#isWorking = true
      this.#work = this.#look().finally(() => {
        this.#isWorking = false
      })
    }, LOOK_EVERY_MS).unref()
  }

  async close(): Promise<void> {
    clearInterval(this.#timer)
    await this.#work
  }

  async list(): Promise<readonly Reconciliation[]> {
    await this.#kept.look()
    return this.#kept.values.toSorted((a, b) => (idOf(a.api, a.name) < idOf(b.api, b.name) ? -1 : 1))
  }

  /** Has it done within seconds, by whichever process can. @returns nothing when there is no such comparison */
  async request(api: string, name: string): Promise<Reconciliation | undefined> {
    const contract = this.#options.contractOf(api)
    if (!contract || !Object.hasOwn(contract.reconciles, name)) return undefined
    await this.#kept.look()
    const first = firstOf(contract, name)
    return this.#kept.change(idOf(api, name), (known = first) => ({ ...known, dueAt: Date.now() }))
  }

  async #look(): Promise<void> {
    const { log } = this.#options
    try {
      await this.#kept.look()
      for (const own of this.#own.values()) if (await this.#claim(own)) await this.#run(own)
    } catch (err) {
      log.debug({ err }, 'the store does not say what is to be compared')
    }
  }

  async #claim({ contract, name }: Own): Promise<boolean> {
    const now = Date.now()
    let isMine = false
    await this.#kept.change(idOf(contract.id, name), (known) => {
      isMine = known !== undefined && known.dueAt <= now && (known.leaseUntil ?? 0) <= now
      if (!known) return firstOf(contract, name)
      return isMine ? { ...known, state: 'running', leaseUntil: now + LEASE_MS } : undefined
    })
    return isMine
  }

  async #run(own: Own): Promise<void> {
    const { contract, name, data, calls, shows } = own
    const { log } = this.#options
    const about = { api: contract.id, reconciliation: name }
    const end = (result: Partial<Reconciliation>, afterHours: number) =>
      this.#kept.change(idOf(contract.id, name), (known) => {
        if (!known) return undefined
        const { leaseUntil: _, reason: __, ...rest } = known
        return { ...rest, ...result, finishedAt: Date.now(), dueAt: Date.now() + afterHours * HOUR_MS }
      })
    try {
      const found = await compare(data, calls, shows)
      log.info({ ...about, ...found }, 'systems compared')
      await end({ state: 'waiting', found }, data.everyHours ?? EVERY_HOURS)
      this.#tell(own, found)
    } catch (err) {
      log.warn({ ...about, err }, 'systems could not be compared')
      await end({ state: 'failed', reason: (err as Error).message }, 1)
    }
  }

  #tell({ contract, name, data }: Own, { checked, missing, examples }: Difference): void {
    const about = { kind: 'systems-disagree', api: contract.id, subject: name } as const
    const { alerting } = this.#options
    if (missing > 0)
      alerting.alert({
        ...about,
        owner: contract.owner,
        summary: `Of ${checked} ${name} that ${data.each.call} lists, ${data.has.call} does not find ${missing}`,
        facts: { checked, missing, examples },
      })
    else alerting.resolve(about)
  }
}

const idOf = (api: string, name: string) => `${api} ${name}`

const firstOf = ({ id, owner }: ContractData, name: string): Reconciliation => ({
  api: id,
  name,
  owner: owner.team,
  state: 'waiting',
  dueAt: Date.now() + FIRST_AFTER_MS,
})
