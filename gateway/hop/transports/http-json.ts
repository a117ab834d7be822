/** A backend that speaks JSON over HTTP as its contract says, with nothing added. */
import type { Pool } from 'undici'
import { writeTrace } from '../../telemetry/trace.ts'
import { exchange, purposeOf, type WireReply } from '../exchange.ts'
import { readReply, requestWriter } from '../http-json.ts'
import type { Transport } from './transport.ts'
import { refuseUnwell } from './unwell.ts'

export interface HttpJsonOptions {
  readonly pool: Pool
  /** Path below which the backend serves the paths of its contract. @default '' */
  readonly prefix?: string
}

export const httpJson = ({ pool, prefix = '' }: HttpJsonOptions): Transport => ({
  send(target) {
    const write = requestWriter(target, prefix)
    const purpose = purposeOf(target)
    const read = (reply: WireReply) => {
      refuseUnwell(purpose, reply)
      return readReply(target, reply)
    }
    return function sendJson(request, call) {
      const headers = ['accept', 'application/json', 'traceparent', writeTrace(call.trace, call.span?.id)]
      return exchange(pool, write(request, headers), purpose, call, read)
    }
  },
})
