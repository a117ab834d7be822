/** The life of an API version, as `x-lifecycle` of its contract declares it: from draft to the day it is gone. */
import type { ContractId } from './contract.ts'

export interface Lifecycle {
  readonly status: LifecycleStatus
  /** From when on nobody new should use it; ms since 1970. */
  readonly deprecatedAt: number | undefined
  /** From when on it is gone; ms since 1970. */
  readonly sunsetAt: number | undefined
  /** The version to use instead. */
  readonly successor: ContractId | undefined
  /** Where its owner says how to move on: a URL, or a path of this host. */
  readonly policy: string | undefined
  /** When it is gone for a while, so that those notice who have not moved on. */
  readonly brownOuts: readonly BrownOut[]
}

export type LifecycleStatus = (typeof statuses)[number]

/** In ms since 1970. */
export interface BrownOut {
  readonly fromAt: number
  readonly untilAt: number
}

export interface LifecycleMistake {
  /** Below `x-lifecycle`. */
  readonly keys: readonly (string | number)[]
  readonly message: string
}

const statuses = ['draft', 'active', 'deprecated', 'retired'] as const
const members = ['status', 'deprecated', 'sunset', 'successor', 'policy', 'brownOuts']

/** @throws Error when it makes no sense; `generate` has told where */
export function lifecycleOf(declared: unknown = { status: 'active' }): Lifecycle {
  const [mistake] = lifecycleMistakes(declared)
  if (mistake) throw new Error(`x-lifecycle: ${mistake.message}`)
  const { status, deprecated, sunset, successor, policy, brownOuts = [] } = declared as Declared
  return {
    status,
    deprecatedAt: deprecated === undefined ? undefined : Date.parse(deprecated),
    sunsetAt: sunset === undefined ? undefined : Date.parse(sunset),
    successor,
    policy,
    brownOuts: brownOuts.map(({ from, until }) => ({ fromAt: Date.parse(from), untilAt: Date.parse(until) })),
  }
}

interface Declared {
  readonly status: LifecycleStatus
  readonly deprecated?: string
  readonly sunset?: string
  readonly successor?: ContractId
  readonly policy?: string
  readonly brownOuts?: readonly { readonly from: string; readonly until: string }[]
}

/** What is wrong with a life cycle that somebody wrote. */
export function lifecycleMistakes(value: unknown): readonly LifecycleMistake[] {
  if (!isObject(value)) return [{ keys: [], message: 'must name a status, such as { status: active }' }]
  const mistakes: LifecycleMistake[] = []
  const report = (keys: LifecycleMistake['keys'], message: string) => mistakes.push({ keys, message })
  for (const key of Object.keys(value))
    if (!members.includes(key)) report([key], `knows no ${key}: known are ${members.join(', ')}`)
  const { status, successor, policy } = value
  if (!statuses.includes(status as LifecycleStatus))
    report(['status'], `status must be one of ${statuses.join(', ')}`)
  for (const key of ['deprecated', 'sunset'])
    if (value[key] !== undefined && !isInstant(value[key])) report([key], `${key} ${notAnInstant}`)
  if (successor !== undefined && !isId(successor))
    report(['successor'], 'successor must be the id of a contract, such as system/erp/v2')
  if (policy !== undefined && !/^(https:\/\/|\/)[\x21\x23-\x3b\x3d\x3f-\x7e]*$/.test(String(policy)))
    report(['policy'], 'policy must be an https URL, or a path that begins with /')
  if (mistakes.length === 0) checkOrder(value as unknown as Declared, report)
  return mistakes
}

/** What has to come before what. */
function checkOrder({ status, deprecated, sunset, brownOuts }: Declared, report: Report): void {
  const isOver = status === 'deprecated' || status === 'retired'
  if (isOver && deprecated === undefined)
    report([], `status ${status} needs deprecated: the date-time since when`)
  if (status === 'retired' && sunset === undefined) report([], 'status retired needs sunset: when it ended')
  if (!isOver && (deprecated ?? sunset ?? brownOuts) !== undefined)
    report(['status'], `deprecated, sunset and brownOuts are for status: deprecated; it is ${status}`)
  if (deprecated !== undefined && sunset !== undefined && Date.parse(sunset) < Date.parse(deprecated))
    report(['sunset'], 'sunset is before deprecated (RFC 9745, section 4): give a later date')
  if (brownOuts !== undefined) checkBrownOuts(brownOuts, deprecated, sunset, report)
}

function checkBrownOuts(list: unknown, deprecated = '', sunset = '', report: Report): void {
  if (!Array.isArray(list)) {
    report(['brownOuts'], 'brownOuts must list windows, each { from, until }')
    return
  }
  for (const [index, window] of list.entries()) {
    const { from, until, ...others } = (isObject(window) ? window : {}) as Record<string, unknown>
    const keys = ['brownOuts', index]
    if (!isInstant(from) || !isInstant(until) || Object.keys(others).length)
      report(keys, `a brown-out is { from, until }, and each ${notAnInstant}`)
    else if (Date.parse(until) <= Date.parse(from)) report(keys, 'a brown-out has to end after it began')
    else if (Date.parse(from) < Date.parse(deprecated) || !(Date.parse(until) <= Date.parse(sunset)))
      report(keys, 'a brown-out has to lie between deprecated and sunset')
  }
}

type Report = (keys: LifecycleMistake['keys'], message: string) => void

const notAnInstant = 'must be a date-time (RFC 3339), such as 2026-12-31T23:59:59Z'

function isInstant(value: unknown): value is string {
  const match = /^(\d{4})-(\d\d)-(\d\d)T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.exec(String(value))
  if (typeof value !== 'string' || !match || Number.isNaN(Date.parse(value))) return false
  return Number(match[3]) <= new Date(Date.UTC(Number(match[1]), Number(match[2]), 0)).getUTCDate()
}

const isId = (value: unknown): value is ContractId =>
  typeof value === 'string' && /^(backend|system|process|experience)\/[a-z0-9-]+\/v[1-9]\d*$/.test(value)

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
