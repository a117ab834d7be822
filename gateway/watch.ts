/** What watches over a running gateway and tells owners: opened before the layers, started when they are there. */
import type { ContractData } from '../contracts/runtime/load.ts'
import { Alerting } from './alerting/alerting.ts'
import { readChannels } from './alerting/channels.ts'
import { type Mailer, mailer } from './alerting/mail.ts'
import { watchParked } from './alerting/parked.ts'
import type { Config } from './config.ts'
import { readBaselines } from './drift/files.ts'
import { Lineage } from './drift/lineage.ts'
import { Sentinel } from './drift/sentinel.ts'
import type { OpenOperations } from './idempotency/open-operations.ts'
import type { Service } from './layers.ts'
import { Reconciler } from './reconcile/reconciler.ts'
import { openRegister } from './store/register/open.ts'
import type { Register } from './store/register/register.ts'
import { SealedRegister } from './store/register/sealed.ts'
import type { Sealer } from './store/seal.ts'
import type { Log } from './telemetry/log.ts'
import type { Usage } from './usage/usage.ts'

export interface WatchOptions {
  readonly config: Config
  readonly storeUrl: string
  readonly contracts: readonly ContractData[]
  readonly usage: Usage
  readonly sealer: Sealer
  readonly log: Log
}

/** @throws ConfigError */
export function openWatch(options: WatchOptions): Watch {
  const { config, contracts, storeUrl, usage, sealer, log } = options
  const mail = config.mail && mailer(config.mail.url, config.mail.from)
  const teams = new Set(contracts.map(({ owner }) => owner.team))
  const channelsOf = readChannels(config.alertChannels, teams, mail)
  const register = new SealedRegister(openRegister(storeUrl), sealer)
  const alerting = new Alerting({ register, channelsOf, log })
  const lineage = new Lineage(contracts, (api) => usage.readsOf(api))
  const drift = new Sentinel({
    register,
    alerting,
    log,
    reviewed: readBaselines(contracts.map(({ id }) => id)),
    rule: { observations: config.driftLearn },
    affectedBy: (place) => lineage.affectedBy(place),
  })
  const reconciler = new Reconciler({ register, alerting, contractOf: contractIn(contracts), log })
  return new Watch(options, { register, alerting, drift, reconciler, mail })
}

interface WatchParts {
  readonly register: Register
  readonly alerting: Alerting
  readonly drift: Sentinel
  readonly reconciler: Reconciler
  readonly mail: Mailer | undefined
}

export class Watch {
  readonly alerting: Alerting
  readonly drift: Sentinel
  readonly reconciler: Reconciler
  readonly #options: WatchOptions
  readonly #parts: WatchParts
  readonly #stops: (() => void)[] = []

  constructor(options: WatchOptions, parts: WatchParts) {
    this.#options = options
    this.#parts = parts
    this.alerting = parts.alerting
    this.drift = parts.drift
    this.reconciler = parts.reconciler
  }

  /** @param services of this process */
  async start(services: readonly Service[], operations: OpenOperations): Promise<void> {
    const { contracts, log } = this.#options
    const { alerting } = this
    const contractOf = contractIn(contracts)
    for (const { api, calls } of services) this.reconciler.add(api.contract, calls)
    this.reconciler.start()
    alerting.start()
    this.#stops.push(watchParked({ operations, alerting, contractOf, log }))
    await this.drift.start()
  }

  async close(): Promise<void> {
    for (const stop of this.#stops) stop()
    await this.reconciler.close()
    await this.drift.close()
    await this.alerting.close()
    this.#parts.mail?.close()
    await this.#parts.register.close()
  }
}

const contractIn = (contracts: readonly ContractData[]) => (id: string) =>
  contracts.find((contract) => contract.id === id)
