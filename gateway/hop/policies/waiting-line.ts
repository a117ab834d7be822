/** Who waits for a turn. Linked, so that one who gives up leaves from the middle at once. */

/** One who waits. */
export class Place {
  previous: Place = this
  next: Place = this
}

export class WaitingLine<Waiting extends Place> {
  readonly #capacity: number
  readonly #ends = new Place()
  #length = 0

  constructor(capacity: number) {
    this.#capacity = capacity
  }

  get length(): number {
    return this.#length
  }

  get full(): boolean {
    return this.#length >= this.#capacity
  }

  join(place: Waiting): void {
    place.previous = this.#ends.previous
    place.next = this.#ends
    this.#ends.previous.next = place
    this.#ends.previous = place
    this.#length++
  }

  /** Does nothing when it is not in line (any more). */
  leave(place: Waiting): void {
    if (place.next === place) return
    place.previous.next = place.next
    place.next.previous = place.previous
    place.previous = place.next = place
    this.#length--
  }

  /**
   * The oldest first, while the line is short. In a crowd the newest: the oldest would be served just when their time is
   * up, and so would everybody after them.
   */
  shift(): Waiting | undefined {
    if (this.#length === 0) return undefined
    const { previous: newest, next: oldest } = this.#ends
    const place = (this.#length * 2 > this.#capacity ? newest : oldest) as Waiting
    this.leave(place)
    return place
  }
}
