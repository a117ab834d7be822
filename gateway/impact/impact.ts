/**
 * Who is hit when an API version, or one field of it, goes away: by contract, and as seen in calls. Upwards from layer to
 * layer, down to how often a consumer calls what would break.
 */
import type { Read } from '#contracts/admin'
import type { ContractData } from '../../contracts/runtime/load.ts'
import { type AffectedApi, type Impact, layers, type Seen, type Verdict, verdicts } from './affected.ts'
import { consumersOf } from './consumers.ts'
import { type Field, fieldsOf } from './fields.ts'

/**
 * What would break in one API: fields of the replies of its operations, or whole operations (pointer empty). Nothing: it
 * is not known.
 */
type Broken = ReadonlyMap<string, readonly string[]>

export async function impactOf(
  api: ContractData,
  wanted: { readonly name: string; readonly fields: readonly Field[] } | undefined,
  contracts: readonly ContractData[],
  seen: Seen | undefined,
): Promise<Impact> {
  const carriers = wanted
    ? wanted.fields.map(({ operation, pointer }) => ({ operation, pointer }))
    : Object.keys(api.operations).map((operation) => ({ operation, pointer: '' }))
  const broken = pointersBy(carriers)
  const apis: AffectedApi[] = []
  await climb(api, broken, contracts, seen, apis, new Set())
  return {
    api: api.id,
    ...(wanted && { field: wanted.name }),
    carriers,
    apis: apis.sort((a, b) => rank(a) - rank(b)),
    consumers: seen ? await consumersOf(api, apis, wanted !== undefined, seen) : [],
    ...(seen && { days: seen.days }),
  }
}

/** Adds those who use an API, then those who use them. */
async function climb(
  used: ContractData,
  broken: Broken,
  contracts: readonly ContractData[],
  seen: Seen | undefined,
  found: AffectedApi[],
  visited: Set<string>,
): Promise<void> {
  const reads = (await seen?.reads(used.id)) ?? []
  for (const reader of contracts) {
    if (!Object.values(reader.uses).includes(used.id) || visited.has(`${used.id} ${reader.id}`)) continue
    visited.add(`${used.id} ${reader.id}`)
    const own = reads.filter((read) => read.reader === reader.id && broken.has(read.operation))
    // What rests on something nobody has seen is not known either.
    const { verdict, hit } = broken.size ? judge(own, broken) : unseen
    const operations = [...new Set(hit.map(({ readerOperation }) => readerOperation))]
    const last = hit
      .map(({ lastSeen }) => lastSeen)
      .sort()
      .at(-1)
    merge(found, {
      api: reader.id,
      owner: reader.owner.team,
      verdict,
      operations,
      looked: own.filter(({ use }) => use === 'asks').reduce((sum, { count }) => sum + count, 0),
      ...(last && { lastSeen: last }),
    })
    const above = brokenIn(reader, operations, broken)
    if (above.size || verdict === 'unseen') await climb(reader, above, contracts, seen, found, visited)
  }
}

interface Judgement {
  readonly verdict: Verdict
  /** The uses that are hit. */
  readonly hit: readonly Read[]
}

const unseen: Judgement = { verdict: 'unseen', hit: [] }

function judge(own: readonly Read[], broken: Broken): Judgement {
  const asks = own.filter(({ use }) => use === 'asks')
  if (asks.length === 0) return unseen
  // A version that goes away as a whole, or an operation that fails, hits whoever asks.
  const failing = asks.filter(({ operation }) => broken.get(operation)?.includes(''))
  const uses = own.filter(
    ({ use, operation, pointer }) =>
      use !== 'asks' && broken.get(operation)?.some((field) => field !== '' && touches(use, pointer, field)),
  )
  if (uses.some(({ use }) => use === 'reads')) return { verdict: 'reads', hit: [...uses, ...failing] }
  if (uses.length) return { verdict: 'copies', hit: [...uses, ...failing] }
  return failing.length ? { verdict: 'behind', hit: failing } : { verdict: 'unused', hit: [] }
}

/** Who takes something of the field takes it; who passes on what holds it does, too. */
const touches = (use: Read['use'], pointer: string, field: string): boolean =>
  pointer === field ||
  pointer.startsWith(`${field}/`) ||
  (use === 'copies' && (pointer === '' || field.startsWith(`${pointer}/`)))

/** An operation that is made with what breaks fails; where it has a field of the same name, that is missing, too. */
function brokenIn(reader: ContractData, operations: readonly string[], broken: Broken): Broken {
  const names = new Set([...broken.values()].flat().map(leafOf))
  const fields = fieldsOf(reader).filter(
    ({ operation, pointer }) => operations.includes(operation) && names.has(leafOf(pointer)),
  )
  return pointersBy([...operations.map((operation) => ({ operation, pointer: '' })), ...fields])
}

const leafOf = (pointer: string) =>
  pointer
    .split('/')
    .filter((segment) => segment !== '*')
    .at(-1) ?? ''

const pointersBy = (carriers: readonly { readonly operation: string; readonly pointer: string }[]): Broken =>
  new Map(
    [...Map.groupBy(carriers, ({ operation }) => operation)].map(([operation, own]) => [
      operation,
      own.map(({ pointer }) => pointer),
    ]),
  )

const rank = ({ api, verdict }: AffectedApi) =>
  layers.indexOf(api.split('/')[0] ?? '') * 10 + verdicts.indexOf(verdict)

/** An API that is reached on several ways is as affected as on the worst of them. */
function merge(found: AffectedApi[], next: AffectedApi): void {
  const index = found.findIndex(({ api }) => api === next.api)
  const known = found[index]
  if (!known) found.push(next)
  else {
    const [worse, other] =
      verdicts.indexOf(known.verdict) <= verdicts.indexOf(next.verdict) ? [known, next] : [next, known]
    found[index] = {
      ...worse,
      operations: [...new Set([...worse.operations, ...other.operations])],
      looked: worse.looked + other.looked,
    }
  }
}
