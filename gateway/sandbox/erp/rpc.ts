/** The JSON-RPC envelope of the ERP, and the HTTP around it. */
import type { SandboxReply, SandboxRequest } from '../sandbox-server.ts'
import { ConcurrencyError, HttpError, UserError } from './errors.ts'

/** The body of a request; `undefined` when it is not an object of JSON. */
export type Envelope = { id?: unknown; method?: unknown; params?: unknown } | undefined

export function readEnvelope(text: string): Envelope {
  try {
    const body: unknown = JSON.parse(text)
    return typeof body === 'object' && body !== null ? body : undefined
  } catch {
    return undefined
  }
}

/**
 * Exactly the keys `id`, `method` and `params` ask for an envelope around result and error, with status 200.
 * Any other set of keys gets the bare result, or an HTTP status and a page.
 */
export function answerCall(
  request: SandboxRequest,
  envelope: Envelope,
  invoke: (method: string, params: readonly unknown[]) => unknown,
): SandboxReply {
  if (request.method !== 'POST') return page(405, 'Method Not Allowed', { allow: 'POST' })
  if (request.headers['content-length'] === undefined) return page(411, 'Length Required')
  if (request.headers.origin !== undefined) return page(500, 'Internal Server Error')
  if (!envelope) return page(500, 'Internal Server Error')
  const isRpc = Object.keys(envelope).sort().join() === 'id,method,params'
  const { id, method, params } = envelope
  try {
    const result = invoke(String(method), Array.isArray(params) ? params : [])
    return json(isRpc ? { id, result } : result)
  } catch (error) {
    if (error instanceof HttpError) return page(error.status, error.message, error.headers)
    const { status, value } = refusal(error)
    return isRpc ? json({ id, error: value }) : page(status, String(value[0]))
  }
}

/** An HTTP error as the ERP sends it: a page of HTML, which nobody should read. */
export function page(status: number, message: string, headers: Record<string, string> = {}): SandboxReply {
  const body = message && `<!doctype html>\n<html lang=en>\n<title>${status}</title>\n<p>${message}</p>\n`
  return { status, headers: { 'content-type': 'text/html; charset=utf-8', ...headers }, body }
}

function json(value: unknown): SandboxReply {
  return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) }
}

function refusal(error: unknown): { status: number; value: unknown[] } {
  if (error instanceof UserError) return { status: 400, value: ['UserError', [error.message, '', null]] }
  if (error instanceof ConcurrencyError) {
    return { status: 423, value: ['ConcurrencyException', error.message] }
  }
  // Anything else, parameters of the wrong shape too, is the bare text of an exception.
  return { status: 500, value: [error instanceof Error ? error.message : String(error), ''] }
}
