/** The replies a handler can give, by name. A contract module exports only those whose status its contract declares. */
import type { AcceptedOperation } from './contract.ts'
import { type ProblemSlug, problemBody } from './problems.ts'

type Headers = Readonly<Record<string, string>>

const reply =
  <Status extends number>(status: Status) =>
  <Body>(body: Body, headers?: Headers) =>
    headers ? { status, headers, body } : { status, body }

/** 200 */
export const ok = reply(200)
/** 201 */
export const created = reply(201)
/** 202: it goes on without the caller, who can follow it. */
export const accepted = (operation: AcceptedOperation) => ({
  status: 202 as const,
  headers: { location: `/operations/${operation.operationId}`, 'retry-after': '1' },
  body: operation,
})
/** 204 */
export const noContent = () => ({ status: 204 as const })

/** A refusal that belongs to the business of the API: status and title are those of the slug. */
export const refuse = <Slug extends ProblemSlug>(slug: Slug, detail: string) => {
  const body = problemBody(slug, detail)
  return { status: body.status, body }
}

/** 404 `not-found` */
export const notFound = (detail: string) => refuse('not-found', detail)
