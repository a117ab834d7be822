/**
 * By what a finding is recognised again: the rule, the place, the direction, and what both contracts say there. Another
 * wording, or a schema that moved, keeps it; any other content at the place makes it another one.
 */
import { createHash } from 'node:crypto'
import type { Json } from '../runtime/document.ts'
import { canonical } from './proof/values.ts'
import type { Flow } from './rule.ts'

export interface Recognised {
  readonly rule: string
  readonly direction: Flow
  /** In words of the wire, as `post /orders body /lines/*`: where it stands in a file does not count. */
  readonly place: string
  /** In normal form. */
  readonly before: Json
  readonly after: Json
}

export const fingerprintOf = ({ rule, direction, place, before, after }: Recognised): string =>
  sha256(canonical([rule, place, direction, before, after]))

export const sha256 = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`
