/** The answer to a request whose body, or whose handler, has not come to its end when its time is up. */
import type { ContractData, OperationData } from '../../contracts/runtime/load.ts'
import type { GiveUp } from '../deadlines.ts'
import { announced, announcementOf } from '../lifecycle/announcement.ts'
import { Problem, problemReply } from '../problem.ts'
import type { RequestObserver } from '../telemetry/requests.ts'

export function giveUp(
  contract: ContractData,
  { method, deadlineMs }: OperationData,
  observer: RequestObserver,
): GiveUp {
  const announcement = announcementOf(contract)
  return function answerInstead({ call, outgoing }) {
    if (!outgoing || !call.stopped) return
    const problem = outgoing.req.complete ? handlerLate(call.stopped, method) : bodyLate(call.stopped)
    const { status, headers, body } = announced(problemReply(problem, call.trace.traceId), announcement)
    const text = JSON.stringify(body)
    if (!outgoing.headersSent)
      outgoing.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(text) }).end(text)
    observer.end(status, performance.now() - call.expiresAt + deadlineMs, call, problem)
  }
}

const bodyLate = (cause: Problem) =>
  new Problem('request-timeout', 'the body was cut off', { cause, headers: { connection: 'close' } })

/** Nobody can say what a handler did that neither answered nor failed. */
const handlerLate = (cause: Problem, method: string) =>
  new Problem(
    method === 'GET' ? cause.slug : 'outcome-unknown',
    `the handler had not ended when ${cause.message}`,
    { cause },
  )
