/** Silences: for a while, some alerts are kept from their owner, because somebody works on the matter. */

import type { Collection } from '../store/register/collection.ts'
import { newToken } from '../store/store.ts'
import type { About } from './signals.ts'

export interface Silence {
  readonly id: string
  /** What it keeps quiet: all that is given has to match. */
  readonly kind?: string
  readonly api?: string
  readonly owner?: string
  readonly subject?: string
  readonly until: number
  readonly createdAt: number
  readonly by: string
  readonly note: string
}

export class Silences {
  readonly #kept: Collection<Silence>

  constructor(kept: Collection<Silence>) {
    this.#kept = kept
  }

  /** Those in force, the one that lasts longest last. */
  get active(): readonly Silence[] {
    const now = Date.now()
    return this.#kept.values.filter(({ until }) => until > now).sort((a, b) => a.until - b.until)
  }

  covers(about: About, team: string): boolean {
    const known: Record<(typeof parts)[number], string> = { ...about, owner: team }
    return this.active.some((silence) =>
      parts.every((part) => silence[part] === undefined || silence[part] === known[part]),
    )
  }

  async add(silence: Omit<Silence, 'id' | 'createdAt'>): Promise<Silence> {
    const made = { ...silence, id: `SIL-${newToken()}`, createdAt: Date.now() }
    await this.#kept.change(made.id, () => made)
    return made
  }

  /** @returns nothing when there is no such silence in force */
  async end(id: string): Promise<Silence | undefined> {
    await this.#kept.look()
    if (!this.active.some((silence) => silence.id === id)) return undefined
    return this.#kept.change(id, (known) => known && { ...known, until: Date.now() })
  }
}

const parts = ['kind', 'api', 'owner', 'subject'] as const
