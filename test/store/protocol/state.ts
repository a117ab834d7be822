/** Everything that exists at one moment of a walk: the record, the gateways, the network, the backend. */

import type { Answer, Command } from '../../../gateway/store/command.ts'
import type { StepRecord, WishRecord } from '../../../gateway/store/record.ts'
import { decide } from '../../../gateway/store/reducer.ts'
import { type Bounds, type Broken, boundsOf, type Walk } from './options.ts'

/** Where a gateway stands in its work; `idle` may begin. */
export interface Gateway {
  readonly at: 'idle' | 'working' | 'intended' | 'waiting'
  readonly token: string
  /** Steps it knows of: `intent` may have been sent, `done` has its outcome. */
  readonly known: Readonly<Record<string, StepRecord['phase']>>
  readonly step: string
  /** The backend's answer is there. */
  readonly answered: boolean
}

export interface Moment {
  readonly record: WishRecord | undefined
  readonly tokens: number
  readonly gateways: readonly Gateway[]
  /** Calls on their way, in no order. */
  readonly network: readonly { readonly gateway: number; readonly token: string; readonly step: string }[]
  readonly effects: Readonly<Record<string, number>>
  readonly left: Bounds & { readonly resolves: number }
}

export const idle: Gateway = { at: 'idle', token: '', known: {}, step: '', answered: false }

export function beginningOf({ gateways = 2, bounds, resolveAbsent = 'never' }: Walk): Moment {
  return {
    record: undefined,
    tokens: 0,
    gateways: Array.from({ length: gateways }, () => idle),
    network: [],
    effects: {},
    left: { ...boundsOf(bounds), resolves: resolveAbsent === 'never' ? 0 : 1 },
  }
}

/** Time stands still; that a lease is over is a move of the adversary. */
const NOW = 1

/** Asks the real rules, unless one of them is broken on purpose. */
export function ask(
  moment: Moment,
  command: Command,
  broken: Broken | undefined,
): { readonly answer: Answer; readonly moment: Moment } {
  const { record } = moment
  const forged = broken === 'unfenced' && 'token' in command && record?.state === 'pending' && record.token
  const taken = command.kind === 'begin' || command.kind === 'claim'
  const sent = forged && !taken ? { ...command, token: record.token } : command
  const decision = decide(record, sent, NOW)
  const forgets = broken === 'release-forgets' && command.kind === 'release' && decision.answer === 'done'
  return { answer: decision.answer, moment: { ...moment, record: forgets ? undefined : decision.record } }
}

export const expireLease = (record: WishRecord): WishRecord => ({ ...record, leaseUntil: NOW })

export const isLive = (record: WishRecord | undefined): record is WishRecord =>
  record?.state === 'pending' && record.leaseUntil > NOW

export const withGateway = (moment: Moment, index: number, gateway: Gateway): Moment => ({
  ...moment,
  gateways: moment.gateways.with(index, gateway),
})

export const spend = (moment: Moment, what: keyof Moment['left']): Moment => ({
  ...moment,
  left: { ...moment.left, [what]: moment.left[what] - 1 },
})
