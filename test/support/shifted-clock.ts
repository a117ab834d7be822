/**
 * Loaded before a process starts (`--import`): its wall clock is wrong by as many milliseconds as the file says that
 * `SHIFTED_CLOCK` names. Timers and the monotonic clock stay right, as when somebody sets the time of a machine.
 */
import { readFileSync } from 'node:fs'

const LOOK_MS = 10
const file = process.env.SHIFTED_CLOCK
const RealDate = globalThis.Date
let shiftMs = 0

function look(): void {
  shiftMs = Number(readFileSync(file as string, 'utf8'))
}

class ShiftedDate extends RealDate {
  constructor(...args: readonly unknown[]) {
    super(...((args.length ? args : [ShiftedDate.now()]) as [number]))
  }

  static override now(): number {
    return RealDate.now() + shiftMs
  }
}

if (file) {
  look()
  setInterval(look, LOOK_MS).unref()
  globalThis.Date = ShiftedDate as DateConstructor
}
