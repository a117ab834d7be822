/** What an API says in `x-subscribes`: which events become which of its requests. */
import type { EventId } from './event.ts'
import type { Json } from './runtime/document.ts'

export interface Subscribes {
  readonly event: EventId
  /** What each event asks the API for. */
  readonly operation: string
  /** By expression, the values it may have; of events that do not match, nothing is asked. */
  readonly filter?: Readonly<Record<string, readonly Json[]>>
  /** A template of the request: `params`, `query`, `headers` and `body`. Without it the body is the event's data. */
  readonly transform?: { readonly [part: string]: Json }
  /** What becomes of later events with the key of one that could not be delivered. @default hold-key */
  readonly onPoison?: 'hold-key' | 'skip'
}
