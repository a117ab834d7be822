/** Looks after everything that may take too long, a hundred times a second: one timer for all, none while nothing is under way. */

const SWEEP_MS = 10

/** Something to look after. Linked into a list, because adding and removing must cost nothing. */
export abstract class Watched {
  previous: Watched = this
  next: Watched = this

  /** @param now on the clock of `performance.now()` */
  abstract look(now: number): void
}

/** A place in the list, with nothing to look after. */
class Mark extends Watched {
  look(): void {}
}

const ends: Watched = new Mark()
/** Behind the one that is looked after: what is ended there may release any other. */
const here: Watched = new Mark()
let timer: NodeJS.Timeout | undefined

export function watch(watched: Watched): void {
  insert(watched, ends)
  timer ??= setInterval(sweep, SWEEP_MS).unref()
}

/** Releasing twice does no harm. */
export function release(watched: Watched): void {
  watched.previous.next = watched.next
  watched.next.previous = watched.previous
  watched.previous = watched.next = watched
}

function insert(watched: Watched, before: Watched): void {
  watched.previous = before.previous
  watched.next = before
  before.previous.next = watched
  before.previous = watched
}

function sweep(): void {
  const now = performance.now()
  for (let watched = ends.next; watched !== ends; ) {
    insert(here, watched.next)
    watched.look(now)
    watched = here.next
    release(here)
  }
  if (ends.next !== ends) return
  clearInterval(timer)
  timer = undefined
}
