/** What the thread that owns the file is asked, and what it answers. */
import type { UnavailableReason } from '../unavailable.ts'
import type { Writes } from './writes.ts'

/** `ready` writes too: only that tells whether the file can be written. */
export type Call = keyof Writes | 'ready' | 'close'

export interface Request {
  readonly ticket: number
  readonly call: Call
  readonly args: readonly unknown[]
}

export type Response = { readonly ticket: number } & (
  | { readonly value: unknown }
  | { readonly failure: { readonly message: string; readonly reason: UnavailableReason | undefined } }
)
