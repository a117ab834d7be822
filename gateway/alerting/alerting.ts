/** Tells owners what needs them. Whoever sees something calls `alert`, as often as it is seen: the rest is done here. */

import { Collection } from '../store/register/collection.ts'
import type { Register } from '../store/register/register.ts'
import type { Log } from '../telemetry/log.ts'
import { type Alert, alertId, occurred, resolved } from './alert.ts'
import type { ChannelsOf } from './channels.ts'
import { Delivery } from './delivery.ts'
import { type About, type Signal, type SignalKind, signals } from './signals.ts'
import { type Silence, Silences } from './silences.ts'

export interface AlertingOptions {
  readonly register: Register
  readonly channelsOf: ChannelsOf
  readonly log: Log
}

const LOOK_EVERY_MS = 1_000
/** Alerts that go on are counted here, and written down so often. */
const COUNT_EVERY_MS = 10_000
/** Kept in mind here; what falls out is only written down more often. */
const RECENT_MAX = 2_000

interface Recent {
  readonly at: number
  times: number
}

export class Alerting {
  readonly silences: Silences
  readonly #log: Log
  readonly #channelsOf: ChannelsOf
  readonly #alerts: Collection<Alert>
  readonly #silences: Collection<Silence>
  readonly #delivery: Delivery
  readonly #recent = new Map<string, Recent>()
  #work: Promise<void> = Promise.resolve()
  #timer: NodeJS.Timeout | undefined

  constructor({ register, channelsOf, log }: AlertingOptions) {
    this.#log = log
    this.#channelsOf = channelsOf
    this.#alerts = new Collection(register, 'alerts')
    this.#silences = new Collection(register, 'silences')
    this.silences = new Silences(this.#silences)
    this.#delivery = new Delivery(this.#alerts, channelsOf, log)
  }

  start(): void {
    this.#timer = setInterval(() => this.#then(() => this.#look()), LOOK_EVERY_MS).unref()
  }

  async close(): Promise<void> {
    clearInterval(this.#timer)
    await this.#work
  }

  /** All that are kept, the latest first. @throws StoreUnavailable */
  async list(): Promise<readonly Alert[]> {
    await this.#alerts.look()
    return this.#alerts.values.toSorted((a, b) => b.lastAt - a.lastAt)
  }

  /** Those of a kind that are not over, as far as this process knows. */
  open(kind: SignalKind): readonly Alert[] {
    return this.#alerts.values.filter((alert) => alert.kind === kind && alert.state === 'open')
  }

  isSilenced(alert: Alert): boolean {
    return this.silences.covers(alert, alert.owner.team)
  }

  /** Something happened, or goes on. Costs next to nothing when it was just said. */
  alert(signal: Signal): void {
    const id = alertId(signal)
    const now = Date.now()
    const recent = this.#recent.get(id)
    if (recent && now - recent.at < COUNT_EVERY_MS) {
      recent.times++
      return
    }
    this.#remember(id, { at: now, times: 0 })
    const times = (recent?.times ?? 0) + 1
    this.#then(async () => {
      await this.#silences.look()
      let isNews = false
      const silenced = this.silences.covers(signal, signal.owner.team)
      await this.#alerts.change(id, (known) => {
        const alert = occurred(known, signal, { times, now, silenced })
        isNews = known?.state !== 'open' || alert.told !== known.told
        return alert
      })
      if (isNews) this.#write(signal, silenced)
      await this.#delivery.run()
    }, signal)
  }

  /** What was told is over. */
  resolve(about: About): void {
    const id = alertId(about)
    this.#recent.delete(id)
    this.#then(async () => {
      await this.#silences.look()
      await this.#alerts.look()
      const alert = await this.#alerts.change(id, (known) =>
        known?.state === 'open'
          ? resolved(known, Date.now(), this.silences.covers(known, known.owner.team))
          : undefined,
      )
      if (alert) this.#log.info({ alert: id, ...about }, 'alert is over')
      await this.#delivery.run()
    })
  }

  #write(signal: Signal, silenced: boolean): void {
    const { summary, ...about } = signal
    const line = { alert: alertId(signal), ...about, ...(silenced && { silenced }) }
    this.#log[signals[signal.kind].severity === 'critical' ? 'error' : 'warn'](line, summary)
  }

  async #look(): Promise<void> {
    await this.#silences.look()
    await this.#alerts.look()
    await this.#delivery.run()
  }

  /** One thing after another, none of which anybody waits for. @param signal told even when the store is away */
  #then(act: () => Promise<void>, signal?: Signal): void {
    this.#work = this.#work.then(act).catch(async (err: unknown) => {
      this.#log.debug({ err }, 'alerts cannot be written down')
      if (signal) await this.#tellWithoutStore(signal)
    })
  }

  async #tellWithoutStore(signal: Signal): Promise<void> {
    this.#write(signal, false)
    const now = Date.now()
    const alert = occurred(undefined, signal, { times: 1, now, silenced: false })
    const sending = this.#channelsOf(signal.owner).map((channel) => channel.send(signal.owner, [alert]))
    for (const sent of await Promise.allSettled(sending))
      if (sent.status === 'rejected') this.#log.warn({ err: sent.reason }, 'an alert could not be sent')
  }

  #remember(id: string, recent: Recent): void {
    this.#recent.delete(id)
    this.#recent.set(id, recent)
    const [oldest] = this.#recent.keys()
    if (this.#recent.size > RECENT_MAX && oldest !== undefined) this.#recent.delete(oldest)
  }
}
