/**
 * Brings alerts to their owners, in the background, until each channel has taken them. Whichever process comes first
 * tries; what one has begun and not ended, because it crashed, another one takes up.
 */
import type { Collection } from '../store/register/collection.ts'
import type { Log } from '../telemetry/log.ts'
import { type Alert, attempted, claimed, postponed } from './alert.ts'
import { Allowance } from './allowance.ts'
import type { ChannelsOf } from './channels.ts'

/** In one message. */
const ALERTS_MAX = 50

export class Delivery {
  readonly #alerts: Collection<Alert>
  readonly #channelsOf: ChannelsOf
  readonly #log: Log
  readonly #allowance = new Allowance()

  constructor(alerts: Collection<Alert>, channelsOf: ChannelsOf, log: Log) {
    this.#alerts = alerts
    this.#channelsOf = channelsOf
    this.#log = log
  }

  /** Tries once to send what is due. @throws StoreUnavailable */
  async run(): Promise<void> {
    const now = Date.now()
    const due = this.#alerts.values.filter((alert) => alert.due && alert.due.nextAt <= now)
    const teams = Map.groupBy(due, ({ owner }) => owner.team)
    await Promise.all(
      [...teams].map(([team, alerts]) => this.#sendTo(team, alerts.slice(0, ALERTS_MAX), now)),
    )
  }

  async #sendTo(team: string, alerts: readonly Alert[], now: number): Promise<void> {
    const allowedAt = this.#allowance.take(team, now)
    const mine: Alert[] = []
    for (const { id } of alerts) {
      let isMine = false
      const alert = await this.#alerts.change(id, (known) => {
        const next = allowedAt > now ? postponed(known, allowedAt) : claimed(known, now)
        isMine = next !== undefined && allowedAt <= now
        return next
      })
      if (isMine && alert) mine.push(alert)
    }
    if (mine.length) await this.#send(mine)
  }

  async #send(alerts: readonly Alert[]): Promise<void> {
    const [{ owner }] = alerts as readonly [Alert]
    const channels = this.#channelsOf(owner)
    const sentTo = new Map(alerts.map(({ id, due }) => [id, new Set(due?.sentTo)]))
    await Promise.all(
      channels.map(async (channel) => {
        const unsent = alerts.filter(({ id }) => !sentTo.get(id)?.has(channel.name))
        if (unsent.length === 0) return
        try {
          await channel.send(owner, unsent)
          for (const { id } of unsent) sentTo.get(id)?.add(channel.name)
        } catch (err) {
          this.#log.warn(
            { err, owner: owner.team, channel: channel.name, alerts: unsent.map(({ id }) => id) },
            'an alert could not be sent; it is tried again',
          )
        }
      }),
    )
    for (const { id, due } of alerts) {
      const names = [...(sentTo.get(id) ?? [])]
      const isComplete = channels.every(({ name }) => names.includes(name))
      await this.#alerts.change(
        id,
        (known) => known && attempted(known, due?.attempts ?? 0, names, isComplete, Date.now()),
      )
    }
  }
}
