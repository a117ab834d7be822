/** An API that is told of events: each becomes one of its requests, under a key that is the same each time it comes. */
import type { EventContract } from '../../contracts/runtime/event.ts'
import type { ContractData, OperationData } from '../../contracts/runtime/load.ts'
import { compileMapping } from '../../contracts/runtime/mapping.ts'
import type { Subscribes } from '../../contracts/subscription.ts'
import { Call, type Caller, derive } from '../call.ts'
import type { Deadlines } from '../deadlines.ts'
import type { OperationRequest, Send } from '../hop/policy.ts'
import { keyOf, wishOf } from '../idempotency/wish.ts'
import type { Service } from '../layers.ts'
import { readTrace } from '../telemetry/trace.ts'
import type { CloudEvent } from './cloud-event.ts'
import { outcomeOf, outcomeOfError } from './outcome.ts'
import { parcelIdOf } from './parcel.ts'
import { type Subscription, told } from './subscription.ts'

/** As whom the hub calls. */
const hub: Caller = { kind: 'consumer', consumer: 'event-hub' }
const CONCURRENCY = 32

export function apiSubscription(
  { api, operations }: Service,
  subscribes: Subscribes,
  events: ReadonlyMap<string, EventContract>,
  deadlines: Deadlines,
): Subscription {
  const { contract } = api
  const operation = contract.operations[subscribes.operation] as OperationData
  const send = operations[operation.id] as Send
  const { event: wanted, transform, filter, onPoison = 'hold-key' } = subscribes
  const event = events.get(wanted) as EventContract
  const map = compileMapping(transform ?? { body: '$message.payload#' })
  const id = subscriptionIdOf(contract, subscribes)

  return {
    id,
    topic: event.topic,
    owner: contract.owner,
    onPoison,
    concurrency: CONCURRENCY,
    deliver: told({ event, ...(filter && { filter }) }, events, async (message, event, generation) => {
      const request = map(message) as OperationRequest
      const call = callFor(event, operation)
      const parts = [id, parcelIdOf(event), String(generation)]
      call.wish = wishOf(
        derive('delivery', ...parts).toString('base64url'),
        hub,
        contract,
        operation,
        request,
      )
      call.key = keyOf(call.wish)
      const live = deadlines.enter(call, undefined)
      try {
        return outcomeOf(await send(request, call))
      } catch (error) {
        return outcomeOfError(error, request.body)
      } finally {
        deadlines.leave(live)
      }
    }),
  }
}

/** As `process/customer-care/v1 welcomeBack`. */
export const subscriptionIdOf = ({ id }: ContractData, { operation }: Subscribes): string =>
  `${id}:${operation}`

function callFor({ traceparent }: CloudEvent, { deadlineMs }: OperationData): Call {
  const call = new Call(performance.now() + deadlineMs, readTrace(traceparent))
  call.caller = hub
  return call
}
