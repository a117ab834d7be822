/** Ends what takes longer than it may, to a hundredth of a second: one timer for all, none while nothing is under way. */

const SWEEP_MS = 10

/** Something with a time limit. Linked into a list, because adding and removing must cost nothing. */
export abstract class Limited {
  previous: Limited = this
  next: Limited = this

  /** On the clock of `performance.now()`. */
  abstract get endsAt(): number

  /** Called once the time is up; has to `release` itself. */
  abstract expire(now: number): void
}

class Head extends Limited {
  readonly endsAt = Number.POSITIVE_INFINITY

  expire(): void {}
}

const list: Limited = new Head()
let timer: NodeJS.Timeout | undefined

export function watch(limited: Limited): void {
  limited.previous = list.previous
  limited.next = list
  list.previous.next = limited
  list.previous = limited
  timer ??= setInterval(sweep, SWEEP_MS).unref()
}

/** Releasing twice does no harm. */
export function release(limited: Limited): void {
  limited.previous.next = limited.next
  limited.next.previous = limited.previous
  limited.previous = limited.next = limited
}

function sweep(): void {
  const now = performance.now()
  let limited = list.next
  while (limited !== list) {
    const { next } = limited
    if (limited.endsAt <= now) limited.expire(now)
    limited = next
  }
  if (list.next !== list) return
  clearInterval(timer)
  timer = undefined
}
