/** A layer that runs in another process: the same request the direct hop passes by reference, as JSON over HTTP. */
import type { Pool } from 'undici'
import type { Identity } from '../../security/identity.ts'
import { writeTrace } from '../../telemetry/trace.ts'
import { exchange, purposeOf, type WireReply } from '../exchange.ts'
import { acceptOf, readReply, requestWriter } from '../http-json.ts'
import type { Transport } from './transport.ts'

export interface LayerOptions {
  readonly pool: Pool
  /** Proves to the other process who is calling on whose behalf. */
  readonly identity: Identity
}

/** Kept back for the way home, so that the layer below gives up before this one does. */
const MARGIN_MS = 20

export const layer = ({ pool, identity }: LayerOptions): Transport => ({
  send(target) {
    const { contract } = target
    const write = requestWriter(target, `/${contract.id}`)
    const purpose = purposeOf(target)
    const accept = acceptOf(target)
    const read = (reply: WireReply) => readReply(target, reply)
    return async function sendToLayer(request, call) {
      const token = identity.prove(contract.layer, call.caller)
      const headers = [
        'authorization',
        `Bearer ${typeof token === 'string' ? token : await token}`,
        'accept',
        accept,
        'traceparent',
        writeTrace(call.trace, call.span?.id),
        'request-timeout-ms',
        String(Math.max(1, Math.floor(call.remainingMs - MARGIN_MS))),
      ]
      if (call.key !== undefined) headers.push('idempotency-key', call.key)
      return exchange(pool, write(request, headers), purpose, call, read)
    }
  },
})
