/**
 * What a backend would do again each time it is asked is sent once, and then never again for the same wish: that it is
 * sent is written down before, and its reply after. When there is no reply, only an operator can tell what became of it.
 */
import type { Reply } from '../../../contracts/contract.ts'
import { derive } from '../../call.ts'
import type { HeldRecord } from '../../idempotency/held-record.ts'
import { isWithoutEffect } from '../../idempotency/outcome.ts'
import { readReply, writeReply } from '../../idempotency/saved-reply.ts'
import { Problem } from '../../problem.ts'
import type { Policy, Target } from '../policy.ts'

export const once: Policy = (target, next) => {
  const { contract, operation } = target
  if (operation.effect !== 'opaque') return next
  return function once(request, call) {
    const { record, key = '' } = call
    // Without a key nothing is promised.
    if (!record) return next(request, call)
    const ordinal = call.nextOrdinal(`${contract.id} ${operation.id}`)
    const mark = derive(key, 'send', ordinal).toString('base64url').slice(0, MARK_CHARACTERS)
    return sendOnce(record, `${contract.id} ${operation.id} ${mark}`, target, () => next(request, call))
  }
}

/** Tells what is sent from the same sent again, and from that of other steps. */
const MARK_CHARACTERS = 22

async function sendOnce(
  record: HeldRecord,
  name: string,
  { contract, operation }: Target,
  send: () => Promise<Reply>,
): Promise<Reply> {
  const before = record.steps.get(name)
  if (before?.phase === 'done') return readReply(before.result as string)
  if (before)
    throw new Problem(
      'outcome-unknown',
      `${contract.id} ${operation.id} was sent before, and nobody saw a reply`,
      {
        owner: contract.owner,
      },
    )
  await record.intend(name, 'sent').catch(async (error: unknown) => {
    // It may be written down all the same.
    await record.withdraw(name).catch(() => {})
    throw error
  })
  try {
    const reply = await send()
    record.done(name, writeReply(reply), reply.status < 400)
    return reply
  } catch (error) {
    if (isWithoutEffect(error)) await record.withdraw(name)
    throw error
  }
}
