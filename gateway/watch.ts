/** What watches over a running gateway and tells owners: opened before the layers, started when they are there. */
import type { ContractData } from '../contracts/runtime/load.ts'
import { Alerting } from './alerting/alerting.ts'
import { readChannels } from './alerting/channels.ts'
import { type Mailer, mailer } from './alerting/mail.ts'
import { watchParked } from './alerting/parked.ts'
import type { Config } from './config.ts'
import type { OpenOperations } from './idempotency/open-operations.ts'
import { openRegister } from './store/register/open.ts'
import type { Register } from './store/register/register.ts'
import type { Log } from './telemetry/log.ts'

export interface WatchOptions {
  readonly config: Config
  readonly storeUrl: string
  readonly contracts: readonly ContractData[]
  readonly log: Log
}

/** @throws ConfigError */
export function openWatch(options: WatchOptions): Watch {
  const { config, contracts, storeUrl } = options
  const mail = config.mail && mailer(config.mail.url, config.mail.from)
  const teams = new Set(contracts.map(({ owner }) => owner.team))
  const channelsOf = readChannels(config.alertChannels, teams, mail)
  const register = openRegister(storeUrl)
  return new Watch(options, register, new Alerting({ register, channelsOf, log: options.log }), mail)
}

export class Watch {
  readonly alerting: Alerting
  readonly #options: WatchOptions
  readonly #register: Register
  readonly #mail: Mailer | undefined
  readonly #stops: (() => void)[] = []

  constructor(options: WatchOptions, register: Register, alerting: Alerting, mail: Mailer | undefined) {
    this.#options = options
    this.#register = register
    this.alerting = alerting
    this.#mail = mail
  }

  start(operations: OpenOperations): void {
    const { contracts, log } = this.#options
    const contractOf = (id: string) => contracts.find((contract) => contract.id === id)
    this.alerting.start()
    this.#stops.push(watchParked({ operations, alerting: this.alerting, contractOf, log }))
  }

  async close(): Promise<void> {
    for (const stop of this.#stops) stop()
    await this.alerting.close()
    this.#mail?.close()
    await this.#register.close()
  }
}
