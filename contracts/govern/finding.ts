/** What a comparison finds, as it is printed with `--json`. */
import type { Json } from '../runtime/document.ts'
import type { Effect, Flow } from './rule.ts'

export type DiffVerdict = 'compatible' | 'breaking' | 'unproved'

export interface Finding {
  readonly rule: string
  /** The same as long as the rule, the place and what both contracts say there are the same. */
  readonly fingerprint: string
  /** `compatible` for what deserves attention without breaking anything. */
  readonly verdict: DiffVerdict
  readonly effect: Effect
  /** Which way the data flows: `request` to the server, `response` from it. */
  readonly direction: Flow
  /** As `GET /orders/{orderId}`. */
  readonly operation: string
  /** JSON Pointer into the document named by `document`. */
  readonly pointer: string
  readonly document: 'old' | 'new'
  /** The part of the message, as `body`, `query customerId`, `200 body`. */
  readonly part: string
  readonly message: string
  readonly edit: string
  /** A value, or a request, that one side has and the other refuses. */
  readonly witness?: Json
  /** The message with the witness in it, to be pasted. */
  readonly curl?: string
}

export interface Comparison {
  readonly verdict: DiffVerdict
  readonly findings: readonly Finding[]
  readonly old: string
  readonly new: string
}

export function verdictOf(findings: readonly Finding[]): DiffVerdict {
  const verdicts = findings.map(({ verdict }) => verdict)
  return verdicts.includes('breaking')
    ? 'breaking'
    : verdicts.includes('unproved')
      ? 'unproved'
      : 'compatible'
}
