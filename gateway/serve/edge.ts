/** The way of a request through one operation at the door of this process: admitted, read, served, answered, logged. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Handler } from 'hono'
import type { ContractData, OperationData } from '../../contracts/runtime/load.ts'
import { Call } from '../call.ts'
import type { Deadlines } from '../deadlines.ts'
import type { OperationRequest, Send } from '../hop/policy.ts'
import { readKey } from '../idempotency/key.ts'
import { keyOf, wishOf } from '../idempotency/wish.ts'
import { endingOf } from '../lifecycle/ending.ts'
import { Problem, problemReply } from '../problem.ts'
import type { Authorise } from '../security/authorise.ts'
import type { Consumers } from '../security/consumers.ts'
import type { Meter } from '../security/limits/meter.ts'
import type { Requests } from '../telemetry/requests.ts'
import { readTrace } from '../telemetry/trace.ts'
import type { Usage } from '../usage/usage.ts'
import { acceptable } from './accept.ts'
import type { Admission } from './admission.ts'
import { withAge } from './age.ts'
import { crossOriginOf } from './cross-origin.ts'
import { giveUp } from './give-up.ts'
import { readBody } from './read-body.ts'
import { parameterReader } from './read-parameters.ts'
import { responder } from './respond.ts'

export interface EdgeOptions {
  readonly deadlines: Deadlines
  readonly admission: Admission
  readonly bodyBytesMax: number
  readonly requests: Requests
  readonly usage: Usage
  readonly authorise: Authorise
  readonly consumers: Consumers
}

export interface EdgeEnv {
  Bindings: { incoming: IncomingMessage; outgoing: ServerResponse }
}

export function edge(
  contract: ContractData,
  operation: OperationData,
  serve: Send,
  options: EdgeOptions,
): Handler<EdgeEnv> {
  const { deadlines, admission, authorise, consumers, bodyBytesMax, requests, usage } = options
  const readParameters = parameterReader(operation, `/${contract.id}`)
  const respond = responder(contract, operation)
  const observer = requests.of(contract, operation)
  const accepts = acceptable(operation)
  const abandon = giveUp(contract, operation, observer)
  const ending = endingOf(contract)
  const watch = usage.watch({ contract, operation })
  const crossing = crossOriginOf(contract, consumers)

  return async function handle({ env: { incoming, outgoing } }) {
    const startedAt = performance.now()
    const { headers } = incoming
    const trace = readTrace(headers.traceparent as string | undefined, requests.sample)
    const call = new Call(startedAt + deadlineMs(operation, headers['request-timeout-ms']), trace)
    observer.begin(call, startedAt)
    const gone = ending?.()
    let live: ReturnType<Deadlines['enter']> | undefined
    let problem: Problem | undefined
    let response: Response
    let meter: Meter | undefined
    const { origin } = headers
    let crossOrigin = origin === undefined ? undefined : crossing.headers(origin)
    let entered = false
    try {
      admission.enter(operation.priority)
      entered = true
      live = deadlines.enter(call, outgoing, abandon)
      const authorised = authorise(incoming, contract, operation)
      const admitted = authorised instanceof Promise ? await authorised : authorised
      call.caller = admitted.caller
      if (origin !== undefined) crossOrigin = crossing.admit(incoming, admitted.caller)
      if (admitted.meter) {
        const taken = admitted.meter.take(contract.id, operation)
        if (taken) await taken
        meter = admitted.meter
      }
      const isSampled = watch.count(call.caller.consumer)
      if (gone) throw gone
      accepts(headers.accept)
      const key = readKey(headers, operation)
      let request: OperationRequest = readParameters(incoming)
      if (operation.body) {
        const { value, mediaType } = await readBody(incoming, outgoing, operation.body, bodyBytesMax)
        if (mediaType !== undefined) request = { ...request, body: value, mediaType }
      }
      if (isSampled) watch.keep(call.caller.consumer, request)
      if (key !== undefined) takeKey(call, key, contract, operation, request)
      response = respond(
        withAge(await serve(request, call), call),
        ownHeaders(contract, operation, meter, crossOrigin),
      )
    } catch (error) {
      problem = gone ?? (call.hasChanged ? unsettled(Problem.from(error)) : Problem.from(error))
      response = respond(
        problemReply(problem, trace.traceId),
        ownHeaders(contract, operation, meter, crossOrigin),
      )
    }
    if (entered) admission.leave()
    if (live?.abandoned) return RESPONSE_ALREADY_SENT
    if (live) deadlines.leave(live)
    observer.end(response.status, performance.now() - startedAt, call, problem)
    return response
  }
}

/** What an answer says to this caller alone. */
function ownHeaders(
  { id }: ContractData,
  operation: OperationData,
  meter: Meter | undefined,
  crossOrigin: Readonly<Record<string, string>> | undefined,
): Readonly<Record<string, string>> | undefined {
  const limits = meter?.headers(id, operation)
  return limits && crossOrigin ? { ...limits, ...crossOrigin } : (limits ?? crossOrigin)
}

/** A layer above has derived the key for this step; a client's key says what the client wishes for. */
function takeKey(
  call: Call,
  key: string,
  contract: ContractData,
  operation: OperationData,
  request: OperationRequest,
): void {
  if (call.caller.kind === 'layer') {
    call.key = key
    return
  }
  call.wish = wishOf(key, call.caller, contract, operation, request)
  call.key = keyOf(call.wish)
}

/** Failures that promise nothing was changed do not hold once a step of the call has changed something. */
function unsettled(problem: Problem): Problem {
  if (problem.slug !== 'upstream-unavailable' && problem.slug !== 'deadline-exceeded') return problem
  return new Problem('outcome-unknown', `after a change was made: ${problem.message}`, {
    owner: problem.owner,
    cause: problem,
    ...(problem.headers && { headers: problem.headers }),
  })
}

/** The operation's own deadline; a caller may only ask for less. */
function deadlineMs({ deadlineMs }: OperationData, header: string | string[] | undefined): number {
  const asked = typeof header === 'string' && /^\d{1,9}$/.test(header) ? Number(header) : deadlineMs
  return Math.min(asked, deadlineMs)
}
