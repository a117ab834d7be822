/** A way to reach the owner of an API. A new kind of channel is a new file beside this one. */
import type { Owner } from '../../contracts/contract.ts'
import { toInstant } from '../instant.ts'
import type { Alert } from './alert.ts'
import { signals } from './signals.ts'

export interface Channel {
  /** Tells it from the other channels of its owner; no secret. */
  readonly name: string
  /** Rejects when it is not known whether the alerts arrived; then they are sent again. */
  send(owner: Owner, alerts: readonly Alert[]): Promise<void>
}

/** An alert as those see it who are told. */
export const viewOf = ({ id, kind, state, api, subject, summary, facts, ...alert }: Alert) => ({
  id,
  kind,
  severity: signals[kind].severity,
  state,
  api,
  subject,
  summary,
  ...(facts && { facts }),
  owner: alert.owner.team,
  firstAt: toInstant(alert.firstAt),
  lastAt: toInstant(alert.lastAt),
  times: alert.times,
})
