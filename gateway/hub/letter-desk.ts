/** What operators do with dead letters: find them, see why they are there, correct, replay or discard them. */
import type { EventContract } from '../../contracts/runtime/event.ts'
import { DATA } from '../../contracts/runtime/event.ts'
import { masked } from '../../contracts/runtime/mask.ts'
import { Problem } from '../problem.ts'
import type { CloudEvent } from './cloud-event.ts'
import type { Letter, LetterState, Reason } from './letter.ts'
import type { LogDriver } from './log/driver.ts'
import { mergePatch } from './merge-patch.ts'
import type { Packer } from './parcel.ts'
import { changed, openLetters, queued } from './write-letter.ts'

export interface LetterFilter {
  readonly letterIds?: readonly string[]
  readonly state?: LetterState
  readonly subscription?: string
  readonly event?: string
  readonly reason?: Reason
  readonly owner?: string
  readonly key?: string
}

export interface Cause {
  readonly letters: readonly Letter[]
  /** Events that wait behind them. */
  readonly held: number
}

/** More of one state than anybody can look at. */
const LETTERS_MAX = 10_000

export class LetterDesk {
  readonly #driver: LogDriver
  readonly #packer: Packer
  readonly #events: ReadonlyMap<string, EventContract>

  constructor(driver: LogDriver, packer: Packer, events: ReadonlyMap<string, EventContract>) {
    this.#driver = driver
    this.#packer = packer
    this.#events = events
  }

  find(id: string): Promise<Letter | undefined> {
    return this.#driver.letter(id)
  }

  /** The oldest first. */
  async list(filter: LetterFilter, limit: number): Promise<readonly Letter[]> {
    const found = filter.state
      ? await this.#driver.letters(filter.state, LETTERS_MAX)
      : await openLetters(this.#driver)
    return found
      .filter((letter) => matches(letter, filter))
      .toSorted((a, b) => a.at - b.at)
      .slice(0, limit)
  }

  /** The most frequent first. */
  async causes(): Promise<readonly Cause[]> {
    const open = await openLetters(this.#driver)
    const held = Map.groupBy(open.filter(isHeld), laneKeyOf)
    const groups = Map.groupBy(
      open.filter((letter) => !isHeld(letter)),
      ({ lane, reason, message }) => JSON.stringify([lane.subscription, reason, message]),
    )
    return [...groups.values()]
      .map((letters) => {
        const keys = new Set(letters.map(laneKeyOf))
        return { letters, held: [...keys].reduce((sum, key) => sum + (held.get(key)?.length ?? 0), 0) }
      })
      .sort((a, b) => b.letters.length - a.letters.length)
  }

  /** How many events wait behind it. */
  async heldBehind(letter: Letter): Promise<number> {
    const held = await this.#driver.letters('held', LETTERS_MAX)
    return held.filter((other) => laneKeyOf(other) === laneKeyOf(letter)).length
  }

  /** What it says, without what is personal; nothing when nobody can tell what that is. */
  dataOf(letter: Letter): unknown {
    const event = this.#open(letter)
    const contract = event && this.#events.get(event.type)
    return contract && masked(contract.document, { $ref: DATA }, event.data)
  }

  /**
   * @returns the letter, or why it cannot be corrected
   * @throws Problem `event-invalid` when what comes of it breaks its contract
   */
  async correct(letter: Letter, change: unknown, who: string, note: string): Promise<Letter | string> {
    if (letter.state !== 'new') return `It is ${letter.state}.`
    const event = this.#open(letter)
    const contract = event && this.#events.get(event.type)
    if (!event || !contract) return 'It cannot be read, or nothing says what it should be.'
    const data = mergePatch(event.data, change)
    const errors = contract.schema.findings(data).map(({ pointer, detail }) => ({
      in: 'body' as const,
      pointer: `#/change${pointer}`,
      detail,
    }))
    if (errors.length)
      throw new Problem('event-invalid', `${letter.id} would break ${contract.id}`, { errors })
    const corrected = this.#packer.seal(letter.id, 'corrected', JSON.stringify({ ...event, data }))
    const next = changed(letter, 'new', { who, what: 'corrected', note }, { corrected })
    return (await this.#driver.swapLetter(letter.revision, next))
      ? next
      : 'Somebody else changed it just now.'
  }

  /** @returns how many there were, and how many of them will be delivered again */
  async replay(filter: LetterFilter, who: string, note: string, dryRun: boolean) {
    return this.#change(filter, dryRun, (letter) => queued(letter, { who, note }))
  }

  async discard(filter: LetterFilter, who: string, note: string, dryRun: boolean) {
    return this.#change(filter, dryRun, (letter) =>
      changed(letter, 'discarded', { who, what: 'discarded', note }),
    )
  }

  async #change(filter: LetterFilter, dryRun: boolean, change: (letter: Letter) => Letter) {
    const found = await this.list({ ...filter, state: 'new' }, LETTERS_MAX)
    if (dryRun) return { matched: found.length, changed: 0 }
    const swaps = await Promise.all(
      found.map((letter) => this.#driver.swapLetter(letter.revision, change(letter))),
    )
    return { matched: found.length, changed: swaps.filter(Boolean).length }
  }

  #open({ id, parcel, original, corrected }: Letter): CloudEvent | undefined {
    try {
      return corrected === undefined
        ? this.#packer.unpack({ id: parcel, data: original })
        : (JSON.parse(this.#packer.unseal(id, 'corrected', corrected)) as CloudEvent)
    } catch {
      return undefined
    }
  }
}

const isHeld = ({ state }: Letter): boolean => state === 'held'

const laneKeyOf = ({ lane, key }: Letter): string => `${lane.subscription} ${lane.partition} ${key}`

const matches = (
  { id, lane, event, reason, owner, key }: Letter,
  { letterIds, ...wanted }: LetterFilter,
): boolean =>
  (letterIds?.includes(id) ?? true) &&
  (wanted.subscription ?? lane.subscription) === lane.subscription &&
  (wanted.event ?? event.type) === event.type &&
  (wanted.reason ?? reason) === reason &&
  (wanted.owner ?? owner) === owner &&
  (wanted.key ?? key) === key
