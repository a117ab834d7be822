/** A value means the same wherever it goes, or it is said what it is made from. */
import type { Keys, Node } from '../../generate/rule.ts'
import type { OpenApiDocument } from '../../runtime/document.ts'
import { conjuncts } from './contract.ts'
import { isNode, type LintContract, type LintRule } from './rule.ts'

type Mappings = Readonly<Record<string, readonly string[]>>

export const semanticRules: readonly LintRule[] = [
  {
    id: 'semantic-owner',
    purpose: 'What only one system knows stays near it: a lead never reaches the ERP.',
    check({ id, bundle, ids, others, isOwn }, report) {
      const systems = new Set([...ids].filter((id) => /^(backend|system)\//.test(id)).map(nameOf))
      const near = new Set([...reached(id, others)].map(nameOf))
      for (const { type, keys } of meanings(bundle)) {
        const system = type.split('.')[0] as string
        // A shared schema may belong to a system; who uses it is at fault.
        const isUse = keys[0] !== 'components' || keys.length > 3 || isOwn(keys)
        if (isUse && systems.has(system) && !near.has(system))
          report(
            keys,
            `${type} belongs to ${system}, which this API does not use: give the value a meaning of its own`,
          )
      }
    },
  },
  {
    id: 'semantic-mapping',
    purpose: 'The same name for another thing is how wrong data spreads without an error.',
    check(contract, report) {
      const mappings = mappingsOf(contract)
      const below = usedMeanings(contract)
      const known = new Set(below.flatMap(([, found]) => found.map(({ type }) => type)))
      const own = meanings(contract.bundle).filter(({ type }) => mappings[type] ?? known.has(type))
      for (const [used, theirs] of below)
        for (const { name, type, keys } of own) {
          const types = theirs.filter((meaning) => meaning.name === name).map((meaning) => meaning.type)
          const isMapped = types.some((from) => from === type || mappings[type]?.includes(from))
          if (types.length && !isMapped)
            report(
              keys,
              `${name} means ${type} here and ${types[0]} in ${used}: give it that meaning, or add ${type}: [${types[0]}] to info.x-mappings`,
            )
        }
    },
  },
  {
    id: 'semantic-source',
    purpose:
      'Every meaning comes from a system that knows it; which one, is decided by people, and written down.',
    check(contract, report) {
      if (!['process', 'experience'].includes(contract.layer) || !isWhole(contract)) return
      const mappings = mappingsOf(contract)
      const theirs = new Set(usedMeanings(contract).flatMap(([, found]) => found.map(({ type }) => type)))
      const first = new Map(
        meanings(contract.bundle)
          .toReversed()
          .map((meaning) => [meaning.type, meaning]),
      )
      for (const { type, keys } of first.values())
        if (!theirs.has(type) && !mappings[type])
          report(keys, `no API in x-uses has a ${type}: say in info.x-mappings what it is made from`)
    },
  },
  {
    id: 'mapping-used',
    purpose: 'A mapping that maps nothing is a mapping that is believed.',
    check(contract, report) {
      const own = new Set(meanings(contract.bundle).map(({ type }) => type))
      const theirs = new Set(usedMeanings(contract).flatMap(([, found]) => found.map(({ type }) => type)))
      for (const [type, from] of Object.entries(mappingsOf(contract))) {
        const keys = ['info', 'x-mappings', type]
        if (!own.has(type))
          report(keys, `nothing here means ${type}: remove the mapping, or correct its name`)
        else if (isWhole(contract))
          for (const [index, source] of from.entries())
            if (!theirs.has(source))
              report([...keys, index], `nothing in x-uses means ${source}: remove it, or correct its name`)
      }
    },
  },
]

/** A value of another shape is told as such. */
const mappingsOf = ({ info }: LintContract): Mappings =>
  Object.fromEntries(
    Object.entries(isNode(info['x-mappings']) ? info['x-mappings'] : {}).filter(
      (entry): entry is [string, string[]] => Array.isArray(entry[1]),
    ),
  )

const usesOf = (info: Node): readonly string[] =>
  Object.values(isNode(info['x-uses']) ? info['x-uses'] : {}).filter((id) => typeof id === 'string')

interface Meaning {
  /** Of a property, or of a schema. */
  readonly name: string
  readonly type: string
  /** Where it stands. */
  readonly keys: Keys
}

const known = new WeakMap<OpenApiDocument, readonly Meaning[]>()

/** Everything in a contract that has a name and a semantic type; every list calls what it holds `items`. */
function meanings(document: OpenApiDocument): readonly Meaning[] {
  const found = known.get(document) ?? [...find(document, document, [])]
  known.set(document, found)
  return found
}

function* find(document: OpenApiDocument, node: unknown, keys: Keys): Generator<Meaning> {
  if (typeof node !== 'object' || node === null) return
  const isSchemas = keys.length === 2 && keys[0] === 'components' && keys[1] === 'schemas'
  const named = isSchemas ? node : (node as Node).properties
  const place = isSchemas ? keys : [...keys, 'properties']
  for (const [name, schema] of Object.entries(isNode(named) ? named : {}))
    for (const type of name === 'items' ? [] : typesOf(document, schema))
      yield { name, type, keys: [...place, name] }
  for (const [key, part] of Object.entries(node))
    if (!/^(x-.*|examples?|enum|const|default)$/.test(key))
      yield* find(document, part, [...keys, Array.isArray(node) ? Number(key) : key])
}

/** What a value means; of a list, what its items mean. */
function typesOf(document: OpenApiDocument, schema: unknown): readonly string[] {
  const parts = [...conjuncts(document, schema)]
  const types = parts.map((part) => part['x-semantic-type']).filter((type) => typeof type === 'string')
  return types.length ? types : parts.flatMap(({ items }) => (items ? typesOf(document, items) : []))
}

/** Otherwise something it uses cannot be read, which is told as such. */
const isWhole = ({ info, others }: LintContract) => usesOf(info).every((id) => others.has(id))

const usedMeanings = ({ info, others }: LintContract) =>
  usesOf(info).flatMap((id) => {
    const document = others.get(id)
    return document ? [[id, meanings(document)] as const] : []
  })

/** The contract and everything below it. */
function reached(
  id: string,
  documents: ReadonlyMap<string, OpenApiDocument>,
  seen = new Set<string>(),
): ReadonlySet<string> {
  if (seen.has(id)) return seen
  seen.add(id)
  for (const used of usesOf(documents.get(id)?.info ?? {})) reached(used, documents, seen)
  return seen
}

const nameOf = (id: string) => id.split('/')[1] ?? id
