/**
 * What a backend's `x-policies` may set, as a closed table: the settings that protect a system and its callers, where
 * it knows better ones than the gateway's own.
 */

/** Some settings of some policies: `{ bulkhead: { limit: 10 } }`. */
export interface PolicySettings {
  readonly [policy: string]: { readonly [setting: string]: number | readonly number[] }
}

interface Kind {
  /** As in "must be …". */
  readonly name: string
  holds(value: unknown): boolean
}

const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0
const isAmount = (value: unknown) => Number.isFinite(value) && (value as number) >= 0

const count: Kind = { name: 'a whole number, 0 or more', holds: isCount }
const some: Kind = {
  name: 'a whole number, 1 or more',
  holds: (value) => isCount(value) && (value as number) > 0,
}
const amount: Kind = { name: 'a number, 0 or more', holds: isAmount }
const share: Kind = {
  name: 'a number above 0, up to 1',
  holds: (value) => isAmount(value) && (value as number) > 0 && (value as number) <= 1,
}
const times: Kind = {
  name: 'a list of whole numbers, 1 or more each',
  holds: (value) => Array.isArray(value) && value.length > 0 && value.every((item) => some.holds(item)),
}

export const policies: Readonly<Record<string, Readonly<Record<string, Kind>>>> = {
  retry: { retriesMax: count, firstDelayMs: some, jitter: amount },
  budget: { ratio: amount, perSecond: amount },
  pause: { maxMs: count, waiting: count, spreadMs: count },
  hedge: { afterMs: count, ratio: share },
  breaker: {
    windowMs: some,
    callsMin: some,
    failureRatio: share,
    unreachableMax: some,
    openMs: times,
    probes: some,
    probesGood: some,
    slowStartMs: count,
  },
  bulkhead: { limit: some, queue: count, waitMs: count },
}

export interface PolicyMistake {
  /** Policy and setting; the nearest that is there. */
  readonly keys: readonly string[]
  readonly message: string
}

/** What is wrong with settings that somebody wrote. */
export function policyMistakes(value: unknown): readonly PolicyMistake[] {
  if (!isObject(value)) return [{ keys: [], message: 'must name policies with their settings' }]
  return Object.entries(value).flatMap(([policy, settings]) => {
    if (!Object.hasOwn(policies, policy)) return [unknown([policy], 'policy', policies)]
    const kinds = policies[policy] ?? {}
    if (!isObject(settings)) return [{ keys: [policy], message: `${policy} must name settings` }]
    return Object.entries(settings).flatMap(([setting, value]) => {
      const keys = [policy, setting]
      if (!Object.hasOwn(kinds, setting)) return [unknown(keys, 'setting', kinds)]
      return kinds[setting]?.holds(value)
        ? []
        : [{ keys, message: `${keys.join('.')} must be ${kinds[setting]?.name}` }]
    })
  })
}

const unknown = (keys: readonly string[], what: string, known: object): PolicyMistake => ({
  keys,
  message: `there is no ${what} ${keys.join('.')}: known are ${Object.keys(known).join(', ')}`,
})

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
