/**
 * Reads one lane for as long as this process holds it: in order, no more than can be under way, each event until
 * somebody said what became of it. Whoever takes over reads again what was left.
 */
import { newToken } from '../store/store.ts'
import type { Log } from '../telemetry/log.ts'
import { HeldKeys } from './held-keys.ts'
import { type Item, KeyQueues } from './item.ts'
import type { Letter } from './letter.ts'
import type { Delivery, Lane, LogDriver } from './log/driver.ts'
import type { Refused } from './outcome.ts'
import type { Packer } from './parcel.ts'
import type { Subscription } from './subscription.ts'
import { openLetters, writeLetter } from './write-letter.ts'

export interface LaneOptions {
  readonly driver: LogDriver
  readonly packer: Packer
  readonly subscription: Subscription
  readonly leaseMs: number
  readonly log: Log
  /** Delivers an event whose turn has come, and says to the reader what became of it. */
  readonly deliver: (item: Item, reader: LaneReader) => void
}

/** Keys with events that are read ahead. */
const WINDOW = 32
/** Events that may wait behind others of their keys, before nothing more is read. */
const WAITING_MAX = 256
const IDLE_MS = [5, 10, 25, 50, 100, 250] as const
const AWAY_MS = 500
/** Deliveries nobody reported, after which an event is not tried again; in the first two it had company. */
const DELIVERIES_MAX = 4

export class LaneReader {
  readonly lane: Lane
  readonly held = new HeldKeys()
  /** Events that were done with since the start. */
  settled = 0
  readonly #options: LaneOptions
  readonly #queues = new KeyQueues()
  #token = ''
  /** On the clock of `performance.now()`; 0: the lane is not held. */
  #endsAt = 0
  #settled: string[] = []
  #letters: Letter[] = []
  /** Something may have been read that did not arrive. */
  #isTorn = false
  #idle = 0
  #isClosing = false
  #isClosed = false
  #wake: (() => void) | undefined
  #loop: Promise<void> | undefined

  constructor(lane: Lane, options: LaneOptions) {
    this.lane = lane
    this.#options = options
  }

  start(): void {
    this.#loop = this.#run()
  }

  /** Something happened: it is worth looking at once. */
  wake(): void {
    this.#idle = 0
    this.#wake?.()
  }

  /** Whether a delivery may begin: it should end before the lease does. */
  get isSafe(): boolean {
    return this.#endsAt - performance.now() > this.#options.leaseMs / 3
  }

  get isHeld(): boolean {
    return this.#endsAt > 0
  }

  get isClosing(): boolean {
    return this.#isClosing
  }

  /** Reads no more. */
  stop(): void {
    this.#isClosing = true
    this.wake()
  }

  /** Once nothing is under way: gives the lane back. */
  async close(): Promise<void> {
    this.#isClosed = true
    this.wake()
    await this.#loop
    await this.#leave().catch((err) => this.#warn(err))
  }

  /** Whether it is still this process that has to deliver it. */
  owns(item: Item): boolean {
    return this.#queues.isFirst(item)
  }

  /** Notes that a suspect is about to be delivered alone, for whoever finds it after us. */
  begin({ delivery: { position, deliveries } }: Item): Promise<boolean> {
    return this.#options.driver.mark(this.lane, this.#token, position, deliveries + 1)
  }

  /** It was not the reason. */
  async clear(item: Item): Promise<void> {
    item.isSuspect = false
    await this.#options.driver.mark(this.lane, this.#token, item.delivery.position, 0)
  }

  /** @param refused why it was not delivered, if it was not */
  finish(item: Item, refused?: Refused): void {
    if (!this.owns(item)) return
    this.#end(item, refused)
    this.#next(this.#queues.remove(item))
    this.wake()
  }

  async #run(): Promise<void> {
    while (!this.#isClosed)
      try {
        if (!(await this.#keep())) await this.#sleep(AWAY_MS)
        else if ((await this.#settle()) || (!this.#isClosing && (await this.#fill()))) this.#idle = 0
        else await this.#sleep(IDLE_MS[Math.min(this.#idle++, IDLE_MS.length - 1)] as number)
      } catch (error) {
        this.#isTorn = true
        this.#warn(error)
        await this.#sleep(AWAY_MS)
      }
  }

  /** Takes the lane or goes on holding it. @returns whether it is held */
  async #keep(): Promise<boolean> {
    const { driver, leaseMs } = this.#options
    const wasHeld = this.isHeld
    if (wasHeld && this.#endsAt - performance.now() > (leaseMs * 2) / 3) return true
    if (!wasHeld) this.#token = newToken()
    const endsAt = performance.now() + leaseMs
    if (!(await driver.hold(this.lane, this.#token, leaseMs))) this.#lose()
    else if (wasHeld) this.#endsAt = endsAt
    else await this.#begin(endsAt)
    return this.isHeld
  }

  async #begin(endsAt: number): Promise<void> {
    const { driver, subscription } = this.#options
    const askedAt = performance.now()
    if (subscription.onPoison === 'hold-key') this.held.review(await openLetters(driver, this.lane), askedAt)
    this.#isTorn = false
    this.#endsAt = endsAt
    await this.#takeUp(true)
  }

  /** What was read before and is not settled: by whoever had the lane, or by us when the answer was lost. */
  async #takeUp(isOfOthers: boolean): Promise<void> {
    const found = await this.#options.driver.leftovers(this.lane, this.#token)
    if (!found) return this.#lose()
    const known = new Set([...this.#queues.positions, ...this.#settled])
    for (const delivery of found)
      if (!known.has(delivery.position)) this.#accept(delivery, isOfOthers && delivery.deliveries > 0)
  }

  async #settle(): Promise<boolean> {
    const { driver, subscription } = this.#options
    const positions = this.#settled
    const letters = this.#letters
    if (positions.length === 0) return false
    // What ends meanwhile is for the next time.
    this.#settled = []
    this.#letters = []
    try {
      if (!(await driver.settle(this.lane, this.#token, positions, letters))) this.#lose()
      else {
        this.settled += positions.length
        if (subscription.onPoison === 'hold-key') this.held.stored(letters)
      }
    } catch (error) {
      this.#settled.unshift(...positions)
      this.#letters.unshift(...letters)
      throw error
    }
    return true
  }

  async #fill(): Promise<boolean> {
    if (this.#isTorn) {
      await this.#takeUp(false)
      this.#isTorn = false
    }
    const room = Math.min(WINDOW - this.#queues.keys, WAITING_MAX - this.#queues.size)
    if (room <= 0) return false
    const found = await this.#options.driver.read(this.lane, this.#token, room)
    if (!found) this.#lose()
    for (const delivery of found ?? []) this.#accept(delivery, false)
    return (found?.length ?? 0) > 0
  }

  #accept(delivery: Delivery, isSuspect: boolean): void {
    const rest = { delivery, isSuspect, attempts: [], failures: 0, counted: 0, successesSeen: -1 }
    try {
      const event = this.#options.packer.unpack(delivery)
      const item = { ...rest, event, key: event.subject }
      if (this.#queues.add(item)) this.#next(item)
    } catch (error) {
      const refused = { kind: 'refused', reason: 'undecodable', stage: 'decode' } as const
      const item = { ...rest, event: undefined, key: delivery.id }
      this.#end(item, { ...refused, message: (error as Error).message })
    }
  }

  /** Lets the first of a key go, unless it should not be delivered. */
  #next(first: Item | undefined): void {
    for (let item = first; item; ) {
      const refused = this.#whyNot(item)
      if (refused) {
        this.#end(item, refused)
        item = this.#queues.remove(item)
      } else {
        this.#options.deliver(item, this)
        return
      }
    }
  }

  #whyNot({ key, delivery: { deliveries } }: Item): Refused | undefined {
    const refused = { kind: 'refused', stage: 'deliver' } as const
    if (this.held.has(key))
      return { ...refused, reason: 'behind-another', message: `an earlier event of ${key} waits` }
    if (deliveries >= DELIVERIES_MAX)
      return {
        ...refused,
        reason: 'consumer-crashed',
        message: 'the process that delivered it ended each time',
      }
    return undefined
  }

  #end(item: Item, refused: Refused | undefined): void {
    const { subscription, log } = this.#options
    this.#settled.push(item.delivery.position)
    if (!refused) return
    const letter = writeLetter(this.lane, item, refused, subscription.owner)
    this.#letters.push(letter)
    if (subscription.onPoison === 'hold-key') this.held.hold(item.key, letter.id)
    if (letter.state === 'held') return
    const { id, owner, reason, message, event } = letter
    log.error({ letter: id, subscription: subscription.id, event: event.type, owner, reason }, message)
  }

  /** Somebody else reads the lane: what is under way here does not count any more. */
  #lose(): void {
    this.#endsAt = 0
    this.#queues.clear()
    this.held.clear()
    this.#settled = []
    this.#letters = []
  }

  async #leave(): Promise<void> {
    await this.#settle()
    if (this.isHeld) await this.#options.driver.leave(this.lane, this.#token, [...this.#queues.positions])
    this.#lose()
  }

  #warn(error: unknown): void {
    this.#options.log.warn({ err: error, ...this.lane }, 'the log of events cannot be used')
  }

  #sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      this.#wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}
