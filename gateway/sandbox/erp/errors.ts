/** The ways in which the ERP refuses a call; the RPC envelope words each of them. */

/** A business rule or the access rights forbid it. */
export class UserError extends Error {}

/** The record changed since the caller read it. */
export class ConcurrencyError extends Error {}

/** A call the ERP cannot make sense of. On the wire it is the bare text of an exception. */
export class ProgrammingError extends Error {}

/** Refused before any record was looked at: the answer is an HTTP status. */
export class HttpError extends Error {
  readonly status: number
  readonly headers: Record<string, string>

  constructor(status: number, message: string, headers: Record<string, string> = {}) {
    super(message)
    this.status = status
    this.headers = headers
  }
}
