/**
 * What is made from a field of a system, up to what users see. Which operations read it is known from runs that were
 * looked at; those of which none was may use it by their contract, and count. Which fields they make of it follows
 * from the meaning of records (`x-semantic-type`, `x-mappings`).
 */

import { at } from '../../contracts/runtime/document.ts'
import type { ContractData } from '../../contracts/runtime/load.ts'
import type { ReadField } from '../usage/reads.ts'
import type { Affected, Place } from './finding.ts'
import { type FieldPlan, fieldAt, planOf } from './plan.ts'

export type ReadsOf = (api: string) => Promise<readonly ReadField[]>

/** Operations of one contract, and what the records mean that come from below. */
interface Reached {
  readonly operations: ReadonlySet<string>
  readonly meanings: ReadonlySet<string>
}

const FIELDS_MAX = 20

export class Lineage {
  readonly #contracts: readonly ContractData[]
  readonly #readsOf: ReadsOf

  constructor(contracts: readonly ContractData[], readsOf: ReadsOf) {
    this.#contracts = contracts
    this.#readsOf = readsOf
  }

  /** The operations of experience APIs that show something of it. */
  async affectedBy({ api, operation, status, pointer }: Place): Promise<readonly Affected[]> {
    const contract = this.#contracts.find(({ id }) => id === api)
    const meaning = contract && meaningOf(contract, operation, status, pointer)
    const start = { operations: new Set([operation]), meanings: new Set(meaning ? [meaning] : []) }
    let level = new Map<string, Reached>([[api, start]])
    const affected: Affected[] = []
    for (let isFirst = true; level.size > 0; isFirst = false) {
      const next = new Map<string, Reached>()
      for (const [id, reached] of level) {
        const user = this.#contracts.find((one) => one.id === id)
        if (user?.layer === 'experience') affected.push(...shownBy(user, reached))
        for (const above of this.#contracts.filter(({ uses }) => Object.values(uses).includes(id as never))) {
          const operations = await this.#readersOf(
            id,
            reached.operations,
            above,
            isFirst ? pointer : undefined,
          )
          if (operations.size === 0) continue
          const meanings = meaningsIn(above, reached.meanings)
          const known = next.get(above.id)
          next.set(above.id, {
            operations: new Set([...(known?.operations ?? []), ...operations]),
            meanings: new Set([...(known?.meanings ?? []), ...meanings]),
          })
        }
      }
      level = next
    }
    return affected
  }

  /** Operations of a contract above that use some of these. */
  async #readersOf(
    api: string,
    operations: ReadonlySet<string>,
    above: ContractData,
    pointer: string | undefined,
  ): Promise<ReadonlySet<string>> {
    const reads = (await this.#readsOf(api)).filter(({ reader }) => reader.api === above.id)
    const lookedAt = new Set(reads.map(({ reader }) => reader.operation))
    // What was never looked at may well use it.
    const unknown = Object.keys(above.operations).filter((operation) => !lookedAt.has(operation))
    const related = reads.filter(
      (read) =>
        operations.has(read.operation) &&
        read.use !== 'asks' &&
        (pointer === undefined || isRelated(read.pointer, pointer)),
    )
    return new Set([...related.map(({ reader }) => reader.operation), ...unknown])
  }
}

/** One is the other, or inside of it. */
function isRelated(one: string, other: string): boolean {
  const [a, b] = [`${one}/`, `${other.replaceAll(/\([^)]*\)/g, '')}/`]
  return a.startsWith(b) || b.startsWith(a)
}

function meaningOf(
  { document, operations }: ContractData,
  operation: string,
  status: number,
  pointer: string,
): string | undefined {
  const schema = operations[operation]?.responses[status]?.schema
  if (!schema) return undefined
  const plan = planOf(document, at(document, schema.pointer))
  const parent = pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')))
  return (fieldAt(plan, pointer).plan ?? fieldAt(plan, parent).plan)?.meaning
}

/** What records mean in a contract that are made from those below. */
function meaningsIn({ document }: ContractData, below: ReadonlySet<string>): ReadonlySet<string> {
  const mappings = (document.info['x-mappings'] ?? {}) as Readonly<Record<string, readonly string[]>>
  const made = Object.entries(mappings).flatMap(([own, from]) =>
    from.some((type) => below.has(type)) ? [own] : [],
  )
  return new Set([...below, ...made])
}

const shownBy = ({ id, document, operations }: ContractData, reached: Reached): readonly Affected[] =>
  [...reached.operations].flatMap((name) => {
    const operation = operations[name]
    const schemas = Object.entries(operation?.responses ?? {}).flatMap(([status, { schema }]) =>
      status.startsWith('2') && schema ? [schema] : [],
    )
    const fields = schemas.flatMap(({ pointer }) =>
      meant(planOf(document, at(document, pointer)), reached.meanings, undefined),
    )
    return operation ? [{ api: id, operation: name, fields: [...new Set(fields)].slice(0, FIELDS_MAX) }] : []
  })

/** The innermost places that mean one of these. */
function meant(plan: FieldPlan, meanings: ReadonlySet<string>, above: string | undefined): readonly string[] {
  const parts = [...plan.fields, plan.items, plan.others, ...plan.variants.map((variant) => variant.plan)]
  const below = parts.flatMap((part) => (part ? meant(part, meanings, plan.meaning) : []))
  if (below.length) return below
  const isMeant = plan.meaning !== undefined && plan.meaning !== above && meanings.has(plan.meaning)
  return isMeant ? [plan.pointer || '/'] : []
}
