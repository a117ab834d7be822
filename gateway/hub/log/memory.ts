/** Keeps events as long as the process lives: for tests, and to try things out. */
import type { Event } from '../../store/driver.ts'
import { type Letter, type LetterState, letterStates } from '../letter.ts'
import { fromOutbox, type Parcel } from '../parcel.ts'
import type { Backlog, Delivery, Lane, LogDriver } from './driver.ts'

interface Kept {
  readonly position: number
  readonly id: string
  readonly data: string
  readonly at: number
}

interface Reader {
  /** The position nobody read before. */
  next: number
  readonly pending: Map<number, number>
  token: string
  leaseUntil: number
}

export class MemoryLog implements LogDriver {
  readonly #outbox: Event[]
  readonly #clock: () => number
  readonly #events = new Map<string, Kept[]>()
  readonly #known = new Set<string>()
  readonly #readers = new Map<string, Reader>()
  readonly #enlisted = new Set<string>()
  readonly #letters = new Map<string, Letter>()
  #last = 0

  /** @param outbox of a store in memory */
  constructor(outbox: Event[], clock: () => number = Date.now) {
    this.#outbox = outbox
    this.#clock = clock
  }

  async append(parcels: readonly Parcel[]): Promise<void> {
    for (const { id, topic, partition, data } of parcels) {
      if (this.#known.has(`${topic} ${id}`)) continue
      this.#known.add(`${topic} ${id}`)
      this.#eventsOf(topic, partition).push({ position: ++this.#last, id, data, at: this.#clock() })
    }
  }

  async relay(limit: number) {
    const parcels = this.#outbox.splice(0, limit).map(fromOutbox)
    await this.append(parcels)
    return parcels
  }

  async enlist(subscription: string, topic: string): Promise<void> {
    if (this.#enlisted.has(`${subscription} ${topic}`)) return
    this.#enlisted.add(`${subscription} ${topic}`)
    for (let partition = 0; partition < 16; partition++) this.#readerOf({ subscription, topic, partition })
  }

  async hold(lane: Lane, token: string, leaseMs: number): Promise<boolean> {
    const reader = this.#readerOf(lane)
    if (reader.token !== token && reader.leaseUntil > this.#clock()) return false
    reader.token = token
    reader.leaseUntil = this.#clock() + leaseMs
    return true
  }

  async leave(lane: Lane, token: string, untouched: readonly string[]): Promise<void> {
    const reader = this.#held(lane, token)
    if (!reader) return
    for (const position of untouched) reader.pending.set(Number(position), 0)
    reader.leaseUntil = 0
  }

  async leftovers(lane: Lane, token: string): Promise<readonly Delivery[] | undefined> {
    const reader = this.#held(lane, token)
    return (
      reader &&
      this.#eventsOf(lane.topic, lane.partition)
        .filter(({ position }) => reader.pending.has(position))
        .map((kept) => toDelivery(kept, reader.pending.get(kept.position)))
    )
  }

  async read(lane: Lane, token: string, limit: number): Promise<readonly Delivery[] | undefined> {
    const reader = this.#held(lane, token)
    if (!reader) return undefined
    const found = this.#eventsOf(lane.topic, lane.partition)
      .filter(({ position }) => position >= reader.next)
      .slice(0, limit)
    for (const { position } of found) reader.pending.set(position, 1)
    reader.next = (found.at(-1)?.position ?? reader.next - 1) + 1
    return found.map((kept) => toDelivery(kept, 0))
  }

  async mark(lane: Lane, token: string, position: string, deliveries: number): Promise<boolean> {
    const reader = this.#held(lane, token)
    if (!reader) return false
    reader.pending.set(Number(position), deliveries)
    return true
  }

  async settle(
    lane: Lane,
    token: string,
    positions: readonly string[],
    letters: readonly Letter[],
  ): Promise<boolean> {
    const reader = this.#held(lane, token)
    if (!reader) return false
    for (const position of positions) reader.pending.delete(Number(position))
    for (const letter of letters) if (!this.#letters.has(letter.id)) this.#letters.set(letter.id, letter)
    return true
  }

  async trim(topic: string, before: number, subscriptions: readonly string[]): Promise<void> {
    for (let partition = 0; partition < 16; partition++) {
      const kept = this.#eventsOf(topic, partition)
      const unsettled = Math.min(
        ...subscriptions.map((subscription) => firstOpen(this.#readerOf({ subscription, topic, partition }))),
      )
      const end = kept.findIndex(({ at, position }) => at >= before || position >= unsettled)
      for (const { id } of kept.splice(0, end < 0 ? kept.length : end)) this.#known.delete(`${topic} ${id}`)
    }
  }

  async backlog(subscription: string, topic: string): Promise<Backlog> {
    let waiting = 0
    let oldestAt = Infinity
    for (let partition = 0; partition < 16; partition++) {
      const reader = this.#readerOf({ subscription, topic, partition })
      for (const { position, at } of this.#eventsOf(topic, partition))
        if (reader.pending.has(position) || position >= reader.next) {
          waiting++
          oldestAt = Math.min(oldestAt, at)
        }
    }
    return { waiting, oldestAt: waiting ? oldestAt : undefined }
  }

  async history(topic: string, partition: number, from: number, to: number): Promise<readonly Delivery[]> {
    return this.#eventsOf(topic, partition)
      .filter(({ at }) => at >= from && at < to)
      .map((kept) => toDelivery(kept, 0))
  }

  async letter(id: string): Promise<Letter | undefined> {
    return this.#letters.get(id)
  }

  async letters(state: LetterState, limit: number): Promise<readonly Letter[]> {
    return [...this.#letters.values()]
      .filter((letter) => letter.state === state)
      .sort((a, b) => a.at - b.at)
      .slice(0, limit)
  }

  async swapLetter(expected: string, next: Letter): Promise<boolean> {
    if ((this.#letters.get(next.id)?.revision ?? '') !== expected) return false
    this.#letters.set(next.id, next)
    return true
  }

  async forgetLetters(before: number): Promise<void> {
    for (const { id, state, at } of this.#letters.values())
      if (letterStates.indexOf(state) >= letterStates.indexOf('replayed') && at < before)
        this.#letters.delete(id)
  }

  async close(): Promise<void> {}

  #eventsOf(topic: string, partition: number): Kept[] {
    const name = `${topic} ${partition}`
    const events = this.#events.get(name) ?? []
    this.#events.set(name, events)
    return events
  }

  #readerOf({ subscription, topic, partition }: Lane): Reader {
    const name = `${subscription} ${topic} ${partition}`
    const reader = this.#readers.get(name) ?? {
      next: this.#last + 1,
      pending: new Map(),
      token: '',
      leaseUntil: 0,
    }
    this.#readers.set(name, reader)
    return reader
  }

  #held(lane: Lane, token: string): Reader | undefined {
    const reader = this.#readerOf(lane)
    return reader.token === token && reader.leaseUntil > this.#clock() ? reader : undefined
  }
}

const firstOpen = ({ next, pending }: Reader): number => Math.min(next, ...pending.keys())

const toDelivery = ({ position, id, data, at }: Kept, deliveries = 0): Delivery => ({
  position: String(position),
  id,
  data,
  at,
  deliveries,
})
