/**
 * Delivers letters again that somebody queued, and after them what waited behind: of each key in the order of the log,
 * to the subscriber that did not get them, so many a second, and no further when most of them fail again.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { CloudEvent } from './cloud-event.ts'
import type { Consumer, ConsumerOptions } from './consumer.ts'
import type { LaneReader } from './lane-reader.ts'
import type { Letter } from './letter.ts'
import { inOrder } from './log/driver.ts'
import { type Outcome, outcomeOfError } from './outcome.ts'
import { changed, failedAgain, queued } from './write-letter.ts'

/** So many a second at most. */
const PER_SECOND = 50
/** Of so many, no more than a share may fail again. */
const TRIED_MIN = 10
const FAILED_SHARE_MAX = 0.2

export class Letterbox {
  readonly #options: ConsumerOptions
  readonly #consumer: Consumer
  #work: Promise<void> | undefined
  #tried = 0
  #failed = 0

  constructor(options: ConsumerOptions, consumer: Consumer) {
    this.#options = options
    this.#consumer = consumer
  }

  /**
   * @param open letters of all subscriptions that are not done with
   * @param askedAt when the store was asked for them
   */
  review(open: readonly Letter[], askedAt: number): void {
    const { subscription } = this.#options
    const own = open.filter(({ lane }) => lane.subscription === subscription.id)
    const byLane = Map.groupBy(own, ({ lane }) => lane.partition)
    const isHolding = subscription.onPoison === 'hold-key'
    for (const reader of this.#consumer.readers)
      if (isHolding && reader.isHeld) reader.held.review(byLane.get(reader.lane.partition) ?? [], askedAt)
    if (own.length === 0) {
      this.#tried = 0
      this.#failed = 0
    }
    this.#work ??= this.#redeliver(byLane).finally(() => {
      this.#work = undefined
    })
  }

  async close(): Promise<void> {
    await this.#work
  }

  async #redeliver(byLane: ReadonlyMap<number, readonly Letter[]>): Promise<void> {
    for (const [partition, letters] of byLane) {
      const reader = this.#consumer.readers[partition] as LaneReader
      for (const own of Map.groupBy(letters, ({ key }) => key).values())
        try {
          await this.#redeliverKey(
            reader,
            own.toSorted((a, b) => inOrder(a.position, b.position)),
          )
        } catch (err) {
          this.#options.log.warn({ err, ...reader.lane }, 'letters could not be delivered again')
          return
        }
    }
  }

  async #redeliverKey(reader: LaneReader, letters: readonly Letter[]): Promise<void> {
    const { driver, subscription } = this.#options
    const isHolding = subscription.onPoison === 'hold-key'
    for (const letter of letters) {
      if (letter.state === 'new' && isHolding) return
      if (letter.state === 'new') continue
      if (!reader.isSafe || reader.isClosing || this.#consumer.pace.limit(performance.now(), 1) === 0) return
      const due = letter.state === 'held' ? queued(letter, { who: 'hub' }) : letter
      if (due !== letter && !(await driver.swapLetter(letter.revision, due))) return
      if (this.#isStopped()) {
        const entry = { who: 'hub', what: 'failed', note: 'not tried: too many others failed again' } as const
        await driver.swapLetter(due.revision, changed(due, 'new', entry))
        return
      }
      if (!(await this.#deliver(due)) && isHolding) return
      await pause(1_000 / PER_SECOND)
    }
  }

  /** @returns whether it was delivered */
  async #deliver(letter: Letter): Promise<boolean> {
    const { driver, subscription, log } = this.#options
    const startedAt = performance.now()
    const outcome = await this.#tell(letter)
    const { pace } = this.#consumer
    if (outcome.kind === 'failed') {
      pace.failed(performance.now())
      return false
    }
    pace.succeeded()
    this.#tried++
    const about = { letter: letter.id, subscription: subscription.id, owner: letter.owner }
    if (outcome.kind === 'done') {
      await driver.swapLetter(letter.revision, changed(letter, 'replayed', { who: 'hub', what: 'replayed' }))
      log.info({ ...about, durationMs: Math.round(performance.now() - startedAt) }, 'letter delivered')
      return true
    }
    this.#failed++
    await driver.swapLetter(letter.revision, failedAgain(letter, outcome))
    log.error({ ...about, reason: outcome.reason }, outcome.message)
    return false
  }

  async #tell({ id, corrected, parcel, original, generation }: Letter): Promise<Outcome> {
    const { packer, subscription } = this.#options
    let event: CloudEvent
    try {
      event =
        corrected === undefined
          ? packer.unpack({ id: parcel, data: original })
          : (JSON.parse(packer.unseal(id, 'corrected', corrected)) as CloudEvent)
    } catch (error) {
      const message = (error as Error).message
      return { kind: 'refused', reason: 'undecodable', stage: 'decode', message }
    }
    try {
      return await subscription.deliver(event, generation)
    } catch (error) {
      return outcomeOfError(error, event.data)
    }
  }

  #isStopped(): boolean {
    return this.#tried >= TRIED_MIN && this.#failed / this.#tried > FAILED_SHARE_MAX
  }
}
