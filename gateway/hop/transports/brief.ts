/** Work that belongs to no request, such as a login, within a time limit of its own. */
import { Call } from '../../call.ts'
import type { Deadlines } from '../../deadlines.ts'

export async function brief<Value>(
  deadlines: Deadlines,
  limitMs: number,
  work: (call: Call) => Promise<Value>,
): Promise<Value> {
  const call = new Call(performance.now() + limitMs)
  const live = deadlines.enter(call, undefined)
  try {
    return await work(call)
  } finally {
    deadlines.leave(live)
  }
}
