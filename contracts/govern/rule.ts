/** What a rule of `strata diff` is. */

/** Which way data flows: to the server, or from it. Payloads of webhooks come from the server. */
export type Flow = 'request' | 'response'

/**
 * What a finding means: clients break; data or behaviour may get lost; access got wider; only generated code changes
 * its names; dates and duties of the life cycle.
 */
export type Effect = 'break' | 'risky' | 'exposure' | 'sdk' | 'lifecycle'

export interface Rule {
  readonly id: string
  readonly effect: Effect
  readonly flow: Flow | 'both'
  /** One sentence; `{name}` stands for what it is about. */
  readonly says: string
  /** The smallest edit that avoids it. */
  readonly edit: string
}
