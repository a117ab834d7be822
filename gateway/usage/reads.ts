/** Which fields of the APIs below an operation really uses: as seen in the calls that were looked at. */
import type { ContractData } from '../../contracts/runtime/load.ts'
import type { Target } from '../hop/policy.ts'
import type { Tallies } from '../store/tallies/tallies.ts'
import { Edge } from './edge.ts'
import type { Batch, Source } from './flusher.ts'
import { Observation } from './observation.ts'

/** `reads`: asked for by its name. `copies`: passed on with what it is part of, or copied from it. */
export type Use = 'reads' | 'copies'

/** One operation that calls another, and what it does with the replies. */
export interface ReadField {
  readonly reader: { readonly api: string; readonly operation: string }
  readonly operation: string
  /** `asks` counts the replies that were looked at. */
  readonly use: Use | 'asks'
  /** Inside the reply, `*` for an index or a free name; empty for the whole of it. */
  readonly pointer: string
  readonly count: number
  readonly lastAt: number
}

/** Decides which runs of a handler are looked at. */
export interface Observer {
  /** What watches this run; mostly nothing. */
  begin(): Observation | undefined
}

const KEEP_MS = 92 * 86_400_000

export class FieldReads implements Source {
  readonly #every: number
  readonly #edges: { readonly reader: Target; readonly edge: Edge }[] = []

  /** @param every so many runs of a handler, the first one included, one is looked at; 0: none */
  constructor(every: number) {
    this.#every = every
  }

  /** For one operation; `undefined` when nothing is to be seen. */
  observerOf(reader: Target): Observer | undefined {
    const every = this.#every
    if (every === 0 || Object.keys(reader.contract.uses).length === 0) return undefined
    const edges = new Map<string, Edge>()
    const edgeTo = (contract: ContractData, operation: string): Edge => {
      const name = `${contract.id} ${operation}`
      const known = edges.get(name)
      if (known) return known
      const used = { contract, operation: contract.operations[operation] as Target['operation'] }
      const edge = new Edge(used)
      edges.set(name, edge)
      this.#edges.push({ reader, edge })
      return edge
    }
    let left = 1
    return {
      begin() {
        if (--left > 0) return undefined
        left = every
        return new Observation(edgeTo)
      },
    }
  }

  take(now: number): readonly Batch[] {
    const byApi = Map.groupBy(this.#edges, ({ edge }) => edge.used.contract.id)
    return [...byApi].flatMap(([api, edges]) => {
      const tallies = edges.flatMap(({ reader, edge }) =>
        [...edge.take()].map(([use, pointer, count]) => ({
          name: `${reader.contract.id} ${reader.operation.id} ${edge.used.operation.id} ${use} ${pointer}`,
          count,
          firstAt: now,
          lastAt: now,
        })),
      )
      return tallies.length ? [{ group: { id: group(api), keepMs: KEEP_MS }, tallies }] : []
    })
  }
}

/** Everybody who was seen to use a reply of the API. */
export async function readReads(tallies: Tallies, api: string): Promise<readonly ReadField[]> {
  return (await tallies.counts(group(api))).map(({ name, count, lastAt }) => {
    const [readerApi = '', readerOperation = '', operation = '', use, ...pointer] = name.split(' ')
    const reader = { api: readerApi, operation: readerOperation }
    return { reader, operation, use: use as ReadField['use'], pointer: pointer.join(' '), count, lastAt }
  })
}

const group = (api: string) => `reads ${api}`
