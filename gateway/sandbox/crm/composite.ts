/** `/composite`: several calls in one, in order; later ones may use what earlier ones answered, `@{reference.id}`. */
import * as z from 'zod'
import type { CrmContext } from './context.ts'
import { type CrmReply, type CrmRequest, methodNotAllowed, ok, Refusal } from './exchange.ts'
import { insertReferences } from './references.ts'

const subrequestsMax = 25

const bodySchema = z.object({
  allOrNone: z.boolean().default(false),
  compositeRequest: z
    .array(
      z.object({
        method: z.string(),
        url: z.string(),
        referenceId: z.string().regex(/^\w+$/),
        body: z.unknown(),
        httpHeaders: z.record(z.string(), z.string()).default({}),
      }),
    )
    .min(1)
    .max(subrequestsMax)
    .refine((parts) => new Set(parts.map((part) => part.referenceId)).size === parts.length, {
      error: 'Reference ids must be unique',
    }),
})

type Subrequest = z.infer<typeof bodySchema>['compositeRequest'][number]
type Answers = ReadonlyMap<string, CrmReply>

/** @param perform carries out one of the calls. */
export function compositeRoute(
  { store }: CrmContext,
  request: CrmRequest,
  perform: (method: string, url: string, headers: Record<string, string>, body: unknown) => CrmReply,
): CrmReply {
  if (request.method !== 'POST') throw methodNotAllowed(request.method, 'POST')
  const { success, data, error } = bodySchema.safeParse(request.body)
  if (!success) throw new Refusal(400, 'JSON_PARSER_ERROR', z.prettifyError(error))

  const { allOrNone, compositeRequest } = data
  const answers = new Map<string, CrmReply>()
  let failedAt: string | undefined
  store.transaction(() => {
    for (const part of compositeRequest) {
      const answer = failedAt !== undefined && allOrNone ? rolledBack : answerTo(part, answers)
      answers.set(part.referenceId, answer)
      if (isFailure(answer)) failedAt ??= part.referenceId
    }
    return failedAt === undefined || !allOrNone
  })
  const final = ({ referenceId }: Subrequest) =>
    allOrNone && failedAt !== undefined && referenceId !== failedAt ? rolledBack : answers.get(referenceId)
  return ok({ compositeResponse: compositeRequest.map((part) => toPart(part, final(part))) })

  function answerTo({ method, url, httpHeaders, body }: Subrequest, earlier: Answers): CrmReply {
    try {
      const lookup = (referenceId: string) => {
        const answer = earlier.get(referenceId)
        return answer && !isFailure(answer) ? answer.body : undefined
      }
      const filled = { url: insertReferences(url, lookup), body: insertReferences(body, lookup) }
      return perform(method, filled.url, lowerCased(httpHeaders), filled.body)
    } catch (failure) {
      if (failure instanceof Refusal) return failure.reply()
      throw failure
    }
  }
}

const rolledBack = new Refusal(
  400,
  'PROCESSING_HALTED',
  'The transaction was rolled back since another operation in the same transaction failed.',
).reply()

const isFailure = ({ status }: CrmReply) => status >= 400

function toPart({ referenceId }: Subrequest, { body, headers, status }: CrmReply = rolledBack) {
  const httpHeaders = headers?.location === undefined ? {} : { Location: headers.location }
  return { body: body ?? null, httpHeaders, httpStatusCode: status, referenceId }
}

function lowerCased(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
}
