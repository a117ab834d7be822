/** Somebody who wants to be told of events: what is common to APIs and outside parties. */
import type { Owner } from '../../contracts/contract.ts'
import type { Json } from '../../contracts/runtime/document.ts'
import type { EventContract } from '../../contracts/runtime/event.ts'
import {
  compileExpression,
  compileMapping,
  type Mapping,
  type Message,
} from '../../contracts/runtime/mapping.ts'
import type { CloudEvent } from './cloud-event.ts'
import { done, type Outcome, outcomeOfError, violationOf } from './outcome.ts'

export interface Subscription {
  /** Names it in the log, in letters and in metrics. */
  readonly id: string
  readonly topic: string
  readonly owner: Owner
  readonly onPoison: 'hold-key' | 'skip'
  /** Deliveries under way at once. */
  readonly concurrency: number
  /** @param generation how often it was definitely refused before */
  deliver(event: CloudEvent, generation: number): Promise<Outcome>
}

export interface Wanted {
  /** The version the subscriber understands. */
  readonly event: EventContract
  readonly filter?: Readonly<Record<string, readonly Json[]>>
}

/** Tells the subscriber. What is thrown is an outcome, too. */
type Tell = (message: Message, event: CloudEvent, generation: number) => Promise<Outcome>

/**
 * What stands before every subscriber: events come in the version it knows, are held to its schema, and only those
 * it asked for.
 *
 * @param events the contracts of all events
 */
export function told(
  { event: wanted, filter = {} }: Wanted,
  events: ReadonlyMap<string, EventContract>,
  tell: Tell,
) {
  const conditions = Object.entries(filter).map(
    ([text, values]) => [compileExpression(text), new Set(values)] as const,
  )
  const mappings = downgrades(wanted, events)
  return async (event: CloudEvent, generation: number): Promise<Outcome> => {
    const mapping = mappings.get(event.type)
    if (!mapping) return done
    try {
      const { data, ...header } = event
      const payload = mapping({ header, payload: data })
      const violation = violationOf(wanted.schema, payload, `the event is no ${wanted.id}`)
      if (violation) return violation
      const message = { header, payload }
      for (const [read, values] of conditions) if (!values.has(read(message) as Json)) return done
      return await tell(message, event, generation)
    } catch (error) {
      return outcomeOfError(error, event.data)
    }
  }
}

/** How each version that can be had becomes the wanted one. */
function downgrades(
  wanted: EventContract,
  events: ReadonlyMap<string, EventContract>,
): ReadonlyMap<string, Mapping> {
  const mappings = new Map<string, Mapping>([[wanted.id, ({ payload }) => payload]])
  for (let isGrowing = true; isGrowing; ) {
    isGrowing = false
    for (const { id, downgrade } of events.values()) {
      const onward = downgrade && mappings.get(downgrade.to)
      if (!onward || mappings.has(id)) continue
      const map = compileMapping(downgrade.data)
      mappings.set(id, (message) => onward({ ...message, payload: map(message) }))
      isGrowing = true
    }
  }
  return mappings
}
