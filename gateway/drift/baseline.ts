/** What the answers of an operation were like while all was well: counted by all processes, sealed once it is enough. */
import { Distinct } from './distinct.ts'
import { Profile, type ProfileData } from './profile.ts'

/** Of one status of one operation. */
export interface Baseline {
  readonly state: 'learning' | 'sealed'
  /** Of the contract, when it was begun. */
  readonly version: string
  readonly startedAt: string
  readonly changedAt: string
  readonly observations: number
  /** By pointer. */
  readonly fields: Readonly<Record<string, FieldBaseline>>
  /** Names beyond the contract that were there, by the pointer of their object. */
  readonly extras: Readonly<Record<string, readonly string[]>>
  /** What is not as it was, and is all right. */
  readonly accepted?: readonly Acceptance[]
}

export interface FieldBaseline extends ProfileData {
  /** How many different records it was made from; see `distinct.ts`. */
  readonly records: string
}

export interface Acceptance {
  readonly pointer: string
  readonly event: string
  readonly by: string
  readonly at: string
  readonly why: string
}

/** What one process has seen since it was last asked. */
export type Learned = Pick<Baseline, 'observations' | 'fields' | 'extras'>

/** When a baseline is enough. */
export interface SealRule {
  readonly observations: number
}

const WEEK_MS = 7 * 86_400_000
/** After a week, a tenth of the observations is enough. */
const SHARE_AFTER_A_WEEK = 0.1
const EXTRAS_MAX = 300

export function learned(
  known: Baseline | undefined,
  news: Learned,
  version: string,
  rule: SealRule,
  now: number,
): Baseline | undefined {
  if (known?.state === 'sealed') return undefined
  const at = new Date(now).toISOString()
  const startedAt = known?.startedAt ?? at
  const observations = (known?.observations ?? 0) + news.observations
  const isOld = now - Date.parse(startedAt) >= WEEK_MS
  const enough = isOld ? rule.observations * SHARE_AFTER_A_WEEK : rule.observations
  return {
    state: observations >= enough ? 'sealed' : 'learning',
    version: known?.version ?? version,
    startedAt,
    changedAt: at,
    observations,
    fields: merged(known?.fields ?? {}, news.fields, mergedField),
    extras: merged(known?.extras ?? {}, news.extras, (one, other) =>
      [...new Set([...one, ...other])].sort().slice(0, EXTRAS_MAX),
    ),
    ...(known?.accepted && { accepted: known.accepted }),
  }
}

/** What replaces what a field was like, when something new is accepted. */
export interface NewNormal {
  readonly pointer: string
  readonly event: string
  /** What was seen since; `undefined` for a name beyond the contract. */
  readonly profile?: ProfileData | undefined
}

/** With less than that seen since, what was before counts as well. */
const ALONE_MIN = 500

export function accepted(
  known: Baseline,
  { pointer, event, profile }: NewNormal,
  acceptance: Pick<Acceptance, 'by' | 'why'>,
  now: number,
): Baseline {
  const at = new Date(now).toISOString()
  const field = known.fields[pointer]
  const parent = pointer.slice(0, pointer.lastIndexOf('/'))
  const name = pointer.slice(pointer.lastIndexOf('/') + 1)
  const own = { pointer, event, ...acceptance, at }
  const next = { ...known, changedAt: at, accepted: [...(known.accepted ?? []), own] }
  if (event === 'unknown-field')
    return { ...next, extras: { ...known.extras, [parent]: [...(known.extras[parent] ?? []), name].sort() } }
  if (!field || !profile) return next
  const normal = profile.places >= ALONE_MIN ? profile : mergedField(field, { ...profile, records: '' })
  return { ...next, fields: { ...known.fields, [pointer]: { ...normal, records: field.records } } }
}

function mergedField(one: FieldBaseline, other: FieldBaseline): FieldBaseline {
  const profile = new Profile(one)
  profile.merge(other)
  const records = new Distinct(one.records)
  records.merge(other.records)
  return { ...profile.toData(), records: records.toString() }
}

function merged<Value>(
  one: Readonly<Record<string, Value>>,
  other: Readonly<Record<string, Value>>,
  both: (one: Value, other: Value) => Value,
): Record<string, Value> {
  const all: Record<string, Value> = { ...one }
  for (const [name, value] of Object.entries(other))
    all[name] = Object.hasOwn(all, name) ? both(all[name] as Value, value) : value
  return all
}
