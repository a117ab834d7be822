/** A wait that is left at once when the call stops. */
import type { Call, Stoppable } from '../../call.ts'

/** With less than this left afterwards a wait is not worth it: no call is over so soon. */
export const ATTEMPT_MS_MIN = 50

/** Whether it lasted to its end. */
export const wait = (ms: number, call: Call): Promise<boolean> =>
  new Promise((resolve) => {
    new Wait(ms, call, resolve)
  })

class Wait implements Stoppable {
  readonly #end: (lasted: boolean) => void
  readonly #timer: NodeJS.Timeout

  constructor(ms: number, call: Call, end: (lasted: boolean) => void) {
    this.#end = end
    this.#timer = setTimeout(() => {
      call.end(this)
      end(true)
    }, ms)
    call.begin(this)
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#end(false)
  }
}
