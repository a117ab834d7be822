/** What one operation does with the replies of another, field by field, since it was last asked. */
import type { OpenApiDocument } from '../../contracts/runtime/document.ts'
import type { Target } from '../hop/policy.ts'
import type { ReadField, Use } from './reads.ts'

/** A field of a reply, or all of it. Made once, so that noting a use is no more than counting. */
export class Place {
  readonly pointer: string
  readonly #edge: Edge
  readonly #depth: number
  readonly #below = new Map<string, Place>()
  readonly #counts = { reads: 0, copies: 0 }
  readonly #lastRuns = { reads: 0, copies: 0 }

  constructor(edge: Edge, pointer = '', depth = 0) {
    this.#edge = edge
    this.pointer = pointer
    this.#depth = depth
  }

  /** Whether the contract declares the name: other names are data, and not told apart. */
  knows(name: string): boolean {
    return this.#edge.names.has(name)
  }

  below(name: string): Place {
    return this.#below.get(name) ?? this.#make(name)
  }

  /** Once in a run. */
  note(use: Use, run: number): void {
    if (this.#lastRuns[use] === run) return
    this.#lastRuns[use] = run
    this.#counts[use]++
  }

  *take(): Generator<readonly [Use, string, number]> {
    for (const use of ['reads', 'copies'] as const) {
      if (this.#counts[use] > 0) yield [use, this.pointer, this.#counts[use]]
      this.#counts[use] = 0
    }
    for (const place of this.#below.values()) yield* place.take()
  }

  #make(name: string): Place {
    const step = this.knows(name) ? name.replaceAll('~', '~0').replaceAll('/', '~1') : '*'
    const known = this.#below.get(step)
    if (known) return known
    if (this.#depth === DEPTH_MAX || !this.#edge.hasRoom()) return this
    const place = new Place(this.#edge, `${this.pointer}/${step}`, this.#depth + 1)
    this.#below.set(step, place)
    return place
  }
}

/** Deeper, fields are rarely told apart. */
const DEPTH_MAX = 12
const PLACES_MAX = 2_000

export class Edge {
  readonly used: Target
  readonly names: ReadonlySet<string>
  readonly whole = new Place(this)
  #asks = 0
  #places = 0

  constructor(used: Target) {
    this.used = used
    this.names = namesOf(used.contract.document)
  }

  /** A reply is looked at. */
  ask(): void {
    this.#asks++
  }

  hasRoom(): boolean {
    return this.#places++ < PLACES_MAX
  }

  *take(): Generator<readonly [ReadField['use'], string, number]> {
    if (this.#asks > 0) yield ['asks', '', this.#asks]
    this.#asks = 0
    yield* this.whole.take()
  }
}

const namesOfDocuments = new WeakMap<OpenApiDocument, ReadonlySet<string>>()

function namesOf(document: OpenApiDocument): ReadonlySet<string> {
  const known = namesOfDocuments.get(document)
  if (known) return known
  const names = new Set<string>()
  const visit = (node: unknown): void => {
    if (node === null || typeof node !== 'object') return
    const { properties } = node as { properties?: object }
    if (typeof properties === 'object' && properties !== null)
      for (const name of Object.keys(properties)) names.add(name)
    for (const part of Object.values(node)) visit(part)
  }
  visit(document)
  namesOfDocuments.set(document, names)
  return names
}
