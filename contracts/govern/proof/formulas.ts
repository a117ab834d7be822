/** Makes formulas, each only once, and simplifies what is simple at first sight. */
import type { Json } from '../../runtime/document.ts'
import {
  type About,
  type Formula,
  type JsonType,
  jsonTypes,
  type Logic,
  type Statement,
  typeOf,
} from './formula.ts'
import { canonical } from './values.ts'

export class Formulas {
  readonly #known = new Map<string, Formula>()
  readonly always = this.#made('always', { kind: 'always' })
  readonly never = this.#made('never', { kind: 'never' })

  all(parts: readonly Formula[]): Formula {
    const flat = distinct(parts.flatMap((part) => (part.says.kind === 'all' ? part.says.parts : [part])))
    const rest = flat.filter((part) => part !== this.always)
    if (rest.includes(this.never) || rest.some((part) => contradicts(part, rest))) return this.never
    if (rest.length === 0) return this.always
    return rest.length === 1 ? (rest[0] as Formula) : this.#junction('all', rest)
  }

  any(parts: readonly Formula[]): Formula {
    const flat = distinct(parts.flatMap((part) => (part.says.kind === 'any' ? part.says.parts : [part])))
    const rest = this.#merged(flat.filter((part) => part !== this.never))
    if (rest.includes(this.always) || rest.some((part) => contradicts(part, rest))) return this.always
    if (rest.length === 0) return this.never
    return rest.length === 1 ? (rest[0] as Formula) : this.#junction('any', rest)
  }

  one(parts: readonly Formula[]): Formula {
    const rest = parts.filter((part) => part !== this.never)
    if (rest.length < 2 || areApart(rest)) return this.any(rest)
    return this.#junction('one', rest)
  }

  not(part: Formula): Formula {
    if (part === this.always) return this.never
    if (part === this.never) return this.always
    if (part.says.kind === 'not') return part.says.part
    return this.#made(`not ${part.id}`, { kind: 'not', part })
  }

  types(types: Iterable<JsonType>): Formula {
    const set = new Set(types)
    if (set.size === jsonTypes.length) return this.always
    if (set.size === 0) return this.never
    return this.#made(`types ${[...set].sort()}`, { kind: 'types', types: set })
  }

  values(values: readonly Json[]): Formula {
    const byText = new Map(values.map((value) => [canonical(value), value]))
    if (byText.size === 0) return this.never
    const texts = [...byText.keys()].sort()
    return this.#made(`values ${texts}`, {
      kind: 'values',
      values: texts.map((text) => byText.get(text) as Json),
    })
  }

  /** @param key the same for references that lead to the same schema, in whichever document */
  reference(key: string, target: () => Formula): Formula {
    return this.#made(`reference ${key}`, { kind: 'reference', target })
  }

  opaque(text: string): Formula {
    return this.#made(`opaque ${text}`, { kind: 'opaque', text })
  }

  about(says: About): Formula {
    if ('schema' in says && says.schema === this.always && says.kind !== 'contains') return this.always
    if ('min' in says && says.min <= 0 && says.max === Infinity) return this.always
    return this.#made(keyOf(says), says)
  }

  /** What a listing of alternatives says in several parts about values and types, said in one. */
  #merged(parts: readonly Formula[]): readonly Formula[] {
    const values = parts.flatMap(({ says }) => (says.kind === 'values' ? says.values : []))
    const types = parts.flatMap(({ says }) => (says.kind === 'types' ? [...says.types] : []))
    const others = parts.filter(({ says }) => says.kind !== 'values' && says.kind !== 'types')
    const left = values.filter((value) => !types.includes(typeOf(value)))
    return distinct([
      ...(types.length ? [this.types(types)] : []),
      ...(left.length ? [this.values(left)] : []),
      ...others,
    ])
  }

  #junction(kind: 'all' | 'any' | 'one', parts: readonly Formula[]): Formula {
    const sorted = parts.toSorted((a, b) => a.id - b.id)
    return this.#made(`${kind} ${sorted.map(({ id }) => id)}`, { kind, parts: sorted } as Logic)
  }

  #made(key: string, says: Statement): Formula {
    const known = this.#known.get(key)
    if (known) return known
    const formula = { id: this.#known.size, says }
    this.#known.set(key, formula)
    return formula
  }
}

const keyOf = (says: About): string =>
  JSON.stringify(says, (_, value: unknown) => {
    if (typeof value === 'bigint') return `${value}n`
    if (value === Infinity) return 'unlimited'
    if (value instanceof Set) return [...value].sort()
    if (typeof value === 'object' && value !== null && 'says' in value) return (value as Formula).id
    return value
  })

const distinct = (formulas: readonly Formula[]) => [...new Set(formulas)]

const contradicts = (part: Formula, others: readonly Formula[]) =>
  part.says.kind === 'not' && others.includes(part.says.part)

/** Whether no value can satisfy two of them, told by types or listed values alone. */
function areApart(parts: readonly Formula[]): boolean {
  if (parts.some(({ says }) => says.kind !== parts[0]?.says.kind)) return false
  const seen = new Set<string>()
  for (const part of parts) {
    const keys = keysOf(part)
    if (!keys || keys.some((key) => seen.has(key))) return false
    for (const key of keys) seen.add(key)
  }
  return true
}

function keysOf({ says }: Formula): string[] | undefined {
  if (says.kind === 'types') return [...says.types]
  if (says.kind === 'values') return says.values.map(canonical)
  return undefined
}
