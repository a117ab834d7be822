/**
 * Sheds load before it costs anything: what is beyond the number of requests that can be under way at once, and, when
 * the process cannot keep up, the less important first (`x-priority`).
 */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Priority } from '../../contracts/runtime/load.ts'
import { Problem } from '../problem.ts'

/** How far behind its work the process is. */
const levels = [
  /** New answers end their connections, so that clients spread over the other processes. */
  { fromMs: 100, sheds: [] },
  { fromMs: 200, sheds: ['background'] },
  { fromMs: 500, sheds: ['background', 'normal'] },
] as const satisfies readonly { readonly fromMs: number; readonly sheds: readonly Priority[] }[]

const LOOK_EVERY_MS = 1_000
const IN_FLIGHT_MAX = 1_000

export class Admission {
  readonly #delay = monitorEventLoopDelay({ resolution: 20 })
  readonly #timer: NodeJS.Timeout | undefined
  #inFlight = 0
  #level = 0
  #before = 0

  /** @param watches whether being behind is overload: a developer's machine has other things to do, or a debugger */
  constructor(watches: boolean) {
    if (!watches) return
    this.#delay.enable()
    this.#timer = setInterval(() => this.#look(), LOOK_EVERY_MS).unref()
  }

  /** @throws Problem `overloaded`; who is let in has to leave */
  enter(priority: Priority): void {
    if (this.#inFlight >= IN_FLIGHT_MAX) throw overloaded(`${IN_FLIGHT_MAX} requests are under way`)
    const level = levels[this.#level - 1]
    if (level && (level.sheds as readonly Priority[]).includes(priority))
      throw overloaded(`the process is ${level.fromMs} ms behind`)
    this.#inFlight++
  }

  leave(): void {
    this.#inFlight--
  }

  /** Whether clients had better come by another connection next time. */
  get isBehind(): boolean {
    return this.#level > 0
  }

  close(): void {
    clearInterval(this.#timer)
    this.#delay.disable()
  }

  #look(): void {
    const delayMs = this.#delay.percentile(99) / 1e6
    this.#delay.reset()
    this.note(delayMs)
  }

  /** One long pause is no overload; two seconds in a row are. */
  note(delayMs: number): void {
    const now = levels.filter(({ fromMs }) => delayMs > fromMs).length
    this.#level = Math.min(now, this.#before)
    this.#before = now
  }
}

/** Not all at once. */
const overloaded = (message: string) =>
  new Problem('overloaded', message, {
    headers: { 'retry-after': String(1 + Math.floor(Math.random() * 3)) },
  })
