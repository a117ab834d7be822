/** An operation as it was in an older version of its API: the newer one does the work, and what it answers is put back. */
import type { Reply } from '../contract.ts'

type Operation<Request, Context, Answer> = (request: Request, context: Context) => Promise<Answer> | Answer

type With<Answer extends Reply, Status> = Extract<Answer, { readonly status: Status }>

type BodyOf<Answer> = Answer extends { readonly body: infer Body } ? Body : never

type WithBody<Answer extends Reply, Body> = Answer extends Reply
  ? {
      readonly status: Answer['status']
      readonly headers?: NonNullable<Answer['headers']>
      readonly body: Body
    }
  : never

/**
 * @param operation of the newer version, called here and now: no second hop, no second check
 * @param statuses of the replies whose body was another one; all others are passed on
 * @param toOld makes the body of old out of the new one
 */
export const adapt =
  <Request, Context, Answer extends Reply, Status extends Answer['status'], Old>(
    operation: Operation<Request, Context, Answer>,
    statuses: readonly Status[],
    toOld: (body: BodyOf<With<Answer, Status>>) => Old,
  ) =>
  async (request: Request, context: Context) => {
    const reply = await operation(request, context)
    const isOther = (statuses as readonly number[]).includes(reply.status)
    return (isOther ? { ...reply, body: toOld(reply.body as BodyOf<With<Answer, Status>>) } : reply) as
      | Exclude<Answer, { readonly status: Status }>
      | WithBody<With<Answer, Status>, Old>
  }
