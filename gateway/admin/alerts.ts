/** Alerts as the admin API shows them, and what operators keep quiet for a while. */
import {
  type Alert as AlertView,
  type implement,
  notFound,
  ok,
  type Silence as SilenceView,
} from '#contracts/admin'
import type { Alert } from '../alerting/alert.ts'
import type { Alerting } from '../alerting/alerting.ts'
import { viewOf } from '../alerting/channel.ts'
import type { Silence } from '../alerting/silences.ts'
import { toInstant } from '../instant.ts'

export interface AlertsState {
  readonly alerting: Alerting
}

type Handlers = Pick<
  Parameters<typeof implement>[0],
  'listAlerts' | 'listSilences' | 'createSilence' | 'endSilence'
>

const MINUTE_MS = 60_000
const LENGTH_MAX = 100

export const alertHandlers = ({ alerting }: AlertsState): Handlers => ({
  async listAlerts({ query: { state, owner, limit } }) {
    const found = (await alerting.list()).filter(
      (alert) =>
        (state === undefined || alert.state === state) && (owner === undefined || alert.owner.team === owner),
    )
    const view = (alert: Alert): AlertView => ({ ...viewOf(alert), delivery: deliveryOf(alert, alerting) })
    return ok({ items: found.slice(0, limit).map(view) })
  },

  listSilences: () => ok({ items: alerting.silences.active.slice(0, LENGTH_MAX).map(viewOfSilence) }),

  async createSilence({ body: { minutes, ...silence } }, { consumer }) {
    const until = Date.now() + minutes * MINUTE_MS
    return ok(viewOfSilence(await alerting.silences.add({ ...silence, until, by: consumer })))
  },

  async endSilence({ params: { silenceId } }) {
    const silence = await alerting.silences.end(silenceId)
    return silence ? ok(viewOfSilence(silence)) : notFound('There is no such silence in force.')
  },
})

function deliveryOf(alert: Alert, alerting: Alerting): AlertView['delivery'] {
  if (alert.due) return 'due'
  if (alert.undelivered) return 'failed'
  return alert.told === undefined || alerting.isSilenced(alert) ? 'silenced' : 'sent'
}

const viewOfSilence = ({ id, until, createdAt, ...silence }: Silence): SilenceView => ({
  silenceId: id,
  ...silence,
  until: toInstant(until),
  createdAt: toInstant(createdAt),
})
