/** One call of the CRM's REST API and its reply, free of sockets, so that a composite can make calls of its own. */

export interface CrmRequest {
  readonly method: string
  readonly parameters: URLSearchParams
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: unknown
}

export interface CrmReply {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** A call the CRM turns down. On the wire it is an array with one error. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly status: number
  readonly errorCode: string
  readonly fields: readonly string[] | undefined

  constructor(status: number, errorCode: string, message: string, fields?: readonly string[]) {
    super(message)
    this.status = status
    this.errorCode = errorCode
    this.fields = fields
  }

  reply(): CrmReply {
    const { status, errorCode, message, fields } = this
    return { status, body: [{ message, errorCode, ...(fields && { fields }) }] }
  }
}

export const ok = (body: unknown, headers: Record<string, string> = {}): CrmReply => ({
  status: 200,
  headers,
  body,
})

export const notFound = (message = 'The requested resource does not exist') =>
  new Refusal(404, 'NOT_FOUND', message)

export const methodNotAllowed = (method: string, allowed: string) =>
  new Refusal(405, 'METHOD_NOT_ALLOWED', `HTTP Method '${method}' not allowed. Allowed are ${allowed}`)

export function header(request: CrmRequest, name: string): string | undefined {
  const value = request.headers[name]
  return Array.isArray(value) ? value.join(', ') : value
}
