/** The event hub of one process: what handlers publish gets into the log, and from there to the subscribers that live here. */
import type { EventContract } from '../../contracts/runtime/event.ts'
import type { ContractData } from '../../contracts/runtime/load.ts'
import type { Deadlines } from '../deadlines.ts'
import type { Service } from '../layers.ts'
import type { Driver } from '../store/driver.ts'
import type { Sealer } from '../store/seal.ts'
import type { Log } from '../telemetry/log.ts'
import type { Observed } from '../telemetry/metrics/instruments.ts'
import { apiSubscription, subscriptionIdOf } from './api-subscription.ts'
import { Consumer } from './consumer.ts'
import { INTAKE, Intake } from './intake.ts'
import type { Letter } from './letter.ts'
import { LetterDesk } from './letter-desk.ts'
import type { Backlog, LogDriver } from './log/driver.ts'
import { openLog } from './log/open.ts'
import { hubMetrics } from './metrics.ts'
import { Packer, type Parcel } from './parcel.ts'
import { Publisher } from './publisher.ts'
import { Relay } from './relay.ts'
import type { Subscription } from './subscription.ts'
import type { Allowed } from './webhooks/public-address.ts'
import type { Webhook } from './webhooks/read.ts'
import { type Target, webhookIdOf, webhookSubscription } from './webhooks/webhook-subscription.ts'
import { openLetters } from './write-letter.ts'

export interface HubOptions {
  readonly storeUrl: string
  readonly store: Driver
  readonly sealer: Sealer
  readonly events: readonly EventContract[]
  /** Those of all APIs, wherever they are hosted. */
  readonly contracts: readonly ContractData[]
  readonly leaseMs: number
  readonly deadlines: Deadlines
  readonly log: Log
  /** Outside parties, with where they are. */
  readonly webhooks: readonly (readonly [Webhook, Target])[]
  /** Where they may be. */
  readonly allowed: Allowed
  /** Is told now and then of dead letters that are not done with. */
  readonly onLetters: (open: readonly Letter[]) => void
  /** One second of the back-off, or less in tests. */
  readonly unitMs?: number
}

const TIDY_MS = 60_000
const MEASURE_MS = 10_000
/** Of dead letters that are done with. */
const LETTERS_KEPT_MS = 30 * 86_400_000
const LETTERS_MS = 500
const AWAY_MS = 500

export class Hub {
  readonly publisher: Publisher
  readonly desk: LetterDesk
  readonly intake: Intake
  readonly driver: LogDriver
  readonly packer: Packer
  readonly events: ReadonlyMap<string, EventContract>
  readonly #options: HubOptions
  readonly #relay: Relay
  #consumers: readonly Consumer[] = []
  readonly #webhooks: readonly ReturnType<typeof webhookSubscription>[]
  #tidying: NodeJS.Timeout | undefined
  #measuring: NodeJS.Timeout | undefined
  #enlisting: NodeJS.Timeout | undefined
  #reviewing: NodeJS.Timeout | undefined
  #open: readonly Letter[] = []
  readonly #backlogs = new Map<string, Backlog>()
  #isStopped = false

  constructor(options: HubOptions) {
    const { storeUrl, store, sealer, events, log } = options
    this.#options = options
    this.events = new Map(events.map((event) => [event.id, event]))
    this.driver = openLog(storeUrl, store)
    this.packer = new Packer(sealer)
    const { driver, packer } = this
    this.intake = new Intake({
      driver,
      packer,
      events: this.events,
      append: (parcels) => this.#append(parcels),
    })
    this.desk = new LetterDesk(this.driver, this.packer, this.events)
    this.#webhooks = options.webhooks.map(([webhook, target]) =>
      webhookSubscription(webhook, target, this.events, options.allowed),
    )
    this.#relay = new Relay({ driver: this.driver, log, arrived: (where) => this.#arrived(where) })
    this.publisher = new Publisher(events, this.packer, () => this.#relay.expect())
  }

  /** @param services hosted here, to be told of what they subscribe to */
  start(services: readonly Service[]): void {
    const { deadlines } = this.#options
    const subscriptions = services.flatMap((service) =>
      service.api.contract.subscribes.map((one) => apiSubscription(service, one, this.events, deadlines)),
    )
    this.#consumers = [...subscriptions, ...this.#webhooks].map((subscription) =>
      this.#consumerOf(subscription),
    )
    void this.#begin()
  }

  /** Makes events durable. */
  async #append(parcels: readonly Parcel[]): Promise<void> {
    await this.driver.append(parcels)
    for (const parcel of parcels) this.#arrived(parcel)
  }

  /** Begins nothing more. */
  stop(): void {
    this.#isStopped = true
    clearInterval(this.#tidying)
    clearInterval(this.#measuring)
    clearTimeout(this.#enlisting)
    clearTimeout(this.#reviewing)
    for (const consumer of this.#consumers) consumer.stop()
  }

  /** Waits for what is under way, and gives back what it holds. */
  async close(): Promise<void> {
    this.stop()
    await this.#relay.close()
    await Promise.all(this.#consumers.map((consumer) => consumer.close()))
    await Promise.all(this.#webhooks.map((webhook) => webhook.close()))
    await this.driver.close()
  }

  #consumerOf(subscription: Subscription): Consumer {
    const { leaseMs, log, unitMs = 1_000 } = this.#options
    return new Consumer({ driver: this.driver, packer: this.packer, subscription, leaseMs, log, unitMs })
  }

  /** Whoever starts first sees to it that nothing is missed by those who start later. */
  async #begin(): Promise<void> {
    try {
      for (const { id, topic } of this.#subscribers()) await this.driver.enlist(id, topic)
    } catch (err) {
      this.#options.log.warn({ err }, 'the log of events does not answer')
      this.#enlisting = setTimeout(() => void this.#begin(), AWAY_MS).unref()
      return
    }
    if (this.#isStopped) return
    this.#relay.start()
    for (const consumer of this.#consumers) consumer.start()
    void this.#review()
    void this.#measure()
    this.#measuring = setInterval(() => void this.#measure(), MEASURE_MS).unref()
    this.#tidying = setInterval(() => void this.#tidy(), TIDY_MS).unref()
  }

  #subscribers(): readonly { readonly id: string; readonly topic: string }[] {
    const { contracts, webhooks } = this.#options
    const apis = contracts.flatMap((contract) =>
      contract.subscribes.map((one) => ({ id: subscriptionIdOf(contract, one), event: one.event })),
    )
    const parties = webhooks.map(([webhook]) => ({ id: webhookIdOf(webhook), event: webhook.event }))
    return [...apis, ...parties].map(({ id, event }) => ({ id, topic: event.split('/')[1] as string }))
  }

  #arrived({ topic, partition }: Pick<Parcel, 'topic' | 'partition'>): void {
    for (const { readers } of this.#consumers)
      if (readers[partition]?.lane.topic === topic) readers[partition].wake()
  }

  async #review(): Promise<void> {
    try {
      const askedAt = performance.now()
      const open = await openLetters(this.driver)
      this.#open = open
      for (const { letterbox } of this.#consumers) letterbox.review(open, askedAt)
      for (const letter of open)
        if (letter.lane.subscription === INTAKE && letter.state === 'queued') await this.intake.replay(letter)
    } catch (err) {
      this.#options.log.warn({ err }, 'dead letters cannot be read')
    }
    if (!this.#isStopped) this.#reviewing = setTimeout(() => void this.#review(), LETTERS_MS).unref()
  }

  /** How subscribers fare, as of some seconds ago. */
  get metrics(): readonly Observed[] {
    return hubMetrics(() => ({ consumers: this.#consumers, open: this.#open, backlogs: this.#backlogs }))
  }

  async #measure(): Promise<void> {
    this.#options.onLetters(this.#open)
    try {
      for (const { id, topic } of this.#subscribers())
        this.#backlogs.set(id, await this.driver.backlog(id, topic))
    } catch (err) {
      this.#options.log.warn({ err }, 'the log of events cannot be measured')
    }
  }

  async #tidy(): Promise<void> {
    const subscribers = this.#subscribers()
    try {
      for (const [topic, events] of Map.groupBy(this.events.values(), ({ topic }) => topic)) {
        const before = Date.now() - Math.max(...events.map(({ retentionMs }) => retentionMs))
        const own = subscribers.filter((subscriber) => subscriber.topic === topic).map(({ id }) => id)
        await this.driver.trim(topic, before, own)
      }
      await this.driver.forgetLetters(Date.now() - LETTERS_KEPT_MS)
    } catch (err) {
      this.#options.log.warn({ err }, 'the log of events cannot be trimmed')
    }
  }
}
