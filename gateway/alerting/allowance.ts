/** How often the owner of many alerts is disturbed: some at once, then one message a minute with all that came up. */

const BURST = 5
const EVERY_MS = 60_000

export class Allowance {
  readonly #owners = new Map<string, { left: number; at: number }>()

  /** When a message to a team may be sent: not later than `now` if it is sent now. */
  take(team: string, now: number): number {
    const own = this.#owners.get(team) ?? { left: BURST, at: now }
    this.#owners.set(team, own)
    const earned = Math.floor((now - own.at) / EVERY_MS)
    own.left = Math.min(BURST, own.left + earned)
    own.at = own.left === BURST ? now : own.at + earned * EVERY_MS
    if (own.left === 0) return own.at + EVERY_MS
    own.left--
    return now
  }
}
