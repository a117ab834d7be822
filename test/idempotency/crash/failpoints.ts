/**
 * Loaded before a replica: fails at the one place its parent names, around an exchange with the store or the backend.
 * Nothing in the gateway knows of this.
 */
import { writeSync } from 'node:fs'
import { type Dispatcher, Pool } from 'undici'
import type { Command } from '../../../gateway/store/command.ts'
import { StoreUnavailable } from '../../../gateway/store/driver.ts'
import { Store } from '../../../gateway/store/store.ts'

export type Action = 'kill' | 'stop' | 'throw' | 'reset'

export interface Failpoint {
  /** As `before begin`, `after complete`, `send /keyed` or `reply /keyed`. */
  readonly place: string
  readonly action: Action
  /** How often it is passed before. @default 0 */
  readonly passes?: number
}

/** Written synchronously: the process may be gone right after. */
const REPORT_FD = 3

let armed: Failpoint | undefined
let passes = 0

process.on('message', (failpoint: Failpoint) => {
  armed = failpoint
  passes = failpoint.passes ?? 0
  process.send?.({ armed: true })
})

/** @throws when it is this place's turn, and the process is to live on */
function pass(place: string, reset: () => Error): void {
  if (armed?.place !== place || passes-- > 0) return
  const { action } = armed
  armed = undefined
  writeSync(REPORT_FD, `${place}\n`)
  if (action === 'kill') process.kill(process.pid, 'SIGKILL')
  if (action === 'stop') process.kill(process.pid, 'SIGSTOP')
  if (action === 'throw') throw new Error(`a mistake ${place}`)
  if (action === 'reset') throw reset()
}

const storeGone = () => new StoreUnavailable('the connection was reset')
const { apply } = Store.prototype

Store.prototype.apply = async function failing(this: Store, id, command, ...rest) {
  const name = nameOf(command)
  pass(`before ${name}`, storeGone)
  const outcome = await apply.call(this, id, command, ...rest)
  pass(`after ${name}`, storeGone)
  return outcome
}

/** A renewal that writes a step down is what the step waits for; others come by the clock. */
const nameOf = (command: Command): string =>
  command.kind === 'renew' && Object.keys(command.notes ?? {}).length > 0 ? 'intend' : command.kind

const { dispatch } = Pool.prototype

Pool.prototype.dispatch = function failing(
  this: Pool,
  options: Dispatcher.DispatchOptions,
  handler: Dispatcher.DispatchHandler,
) {
  if (options.method === 'GET') return dispatch.call(this, options, handler)
  const end = handler.onResponseEnd
  handler.onResponseEnd = function ended(...args) {
    pass(`reply ${options.path}`, () => new Error('reset'))
    return end?.apply(handler, args)
  }
  pass(`send ${options.path}`, () => new Error('reset'))
  return dispatch.call(this, options, handler)
}
