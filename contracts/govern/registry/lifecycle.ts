/** The life of an API version: what may follow what. Each rule says what is wrong, or nothing. */
import type { OpenApiDocument } from '../../runtime/document.ts'
import { isNode } from '../proof/project.ts'

export interface Lifecycle {
  readonly status: string
  readonly deprecated?: string
  readonly sunset?: string
  readonly successor?: string
}

export function lifecycleOf({ info }: OpenApiDocument): Lifecycle {
  const declared = info['x-lifecycle']
  return { status: 'active', ...(isNode(declared) ? (declared as object) : {}) }
}

/** What else there is to know about a life cycle. */
export interface Circumstances {
  readonly id: string
  /** As it was published last. */
  readonly before: Lifecycle | undefined
  /** The state of another API version; `undefined` when there is none. */
  readonly statusOf: (id: string) => string | undefined
  readonly now: number
}

export const lifecycleFaults = (lifecycle: Lifecycle, circumstances: Circumstances): readonly string[] =>
  rules.flatMap((rule) => rule(lifecycle, circumstances) ?? [])

const statuses = ['draft', 'active', 'deprecated', 'retired']
/** RFC 3339. */
const instant = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/
const timeOf = (text: string | undefined) => (text === undefined ? Number.NaN : Date.parse(text))

const rules: readonly ((lifecycle: Lifecycle, circumstances: Circumstances) => string | undefined)[] = [
  ({ status }) =>
    statuses.includes(status) ? undefined : `there is no status ${status}: use ${statuses.join(', ')}`,

  (lifecycle) => {
    const wrong = (['deprecated', 'sunset'] as const).find(
      (name) =>
        lifecycle[name] !== undefined &&
        !(instant.test(lifecycle[name]) && !Number.isNaN(timeOf(lifecycle[name]))),
    )
    return wrong && `${wrong} must be a date and time, such as 2027-06-30T00:00:00Z`
  },

  ({ status, deprecated, sunset }) =>
    status === 'deprecated' && !(deprecated && sunset)
      ? 'what is deprecated says since when (deprecated) and until when it is served (sunset)'
      : undefined,

  ({ status, sunset }) =>
    sunset && (status === 'active' || status === 'draft')
      ? `what has a sunset is deprecated: set the status, which is ${status}`
      : undefined,

  ({ deprecated, sunset }) =>
    timeOf(sunset) < timeOf(deprecated)
      ? 'the sunset is before the deprecation: callers would lose it unannounced'
      : undefined,

  ({ status, sunset }, { now }) =>
    status === 'retired' && !(timeOf(sunset) <= now)
      ? 'it is retired before its sunset has passed: callers rely on that date'
      : undefined,

  ({ successor }, { id, statusOf }) => {
    if (successor === undefined) return undefined
    if (successor === id) return 'it names itself as its successor'
    const status = statusOf(successor)
    if (status === undefined) return `its successor ${successor} is not published: publish that first`
    return status === 'retired' ? `its successor ${successor} is retired` : undefined
  },

  ({ status }, { before }) =>
    before && status === 'draft' ? 'it is published, so it cannot become a draft again' : undefined,

  ({ status }, { before }) =>
    before?.status === 'retired' && status !== 'retired'
      ? 'it is retired, and callers have moved on: publish a new version'
      : undefined,

  ({ status, sunset }, { before }) =>
    status !== 'retired' && timeOf(sunset) < timeOf(before?.sunset)
      ? `the sunset was announced for ${before?.sunset}: it may only move to a later date`
      : undefined,
]
