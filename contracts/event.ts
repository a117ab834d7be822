/** The vocabulary of events: what happened, as contracts say it, and what handlers publish. */

/** Names an event version everywhere: file under `contracts/`, `type` of its CloudEvents, import, log field. */
export type EventId = `events/${string}/v${number}`

/** What the handler of an operation with `x-publishes` is given besides. `Events` are their data, by their ids. */
export interface Publishing<Events> {
  /**
   * Tells everybody who subscribes, once, when the operation succeeds: the event is written down together with its
   * answer, and nothing is told when it is refused.
   */
  publish<Id extends keyof Events>(event: Id, data: Events[Id]): void
}

/** Which change of a later version its subscribers can live with, in the words of schema registries. */
export const compatibilities = [
  'BACKWARD',
  'BACKWARD_TRANSITIVE',
  'FORWARD',
  'FORWARD_TRANSITIVE',
  'FULL',
  'FULL_TRANSITIVE',
  'NONE',
] as const
export type Compatibility = (typeof compatibilities)[number]
