/** What is broken and who owns it: from alerts, breakers and the last minute to a list, causes first. */
import type { Alert, ApiVersion, Overview } from '#contracts/admin'
import { callsOf, duration, type Ends, percent, shareFailed } from '../parts/figures.ts'

export interface Trouble {
  readonly api: string
  readonly team: string
  readonly oncall: string | undefined
  readonly severity: 'critical' | 'warning'
  /** Sentences, the most important first. */
  readonly what: readonly string[]
  readonly since: string | undefined
  /** Those above that fail or wait because of it: APIs and consumers. */
  readonly affected: readonly string[]
}

export interface Seen {
  readonly apis: readonly ApiVersion[]
  readonly overview: Overview
  /** Those that are open. */
  readonly alerts: readonly Alert[]
}

type Edge = Overview['edges'][number]
export type Health = 'ok' | 'slow' | 'failing'

/** A share that may be chance is no trouble. */
const FAILING_SHARE = 0.01

export function troublesOf({ apis, overview, alerts }: Seen): readonly Trouble[] {
  const health = healthOf(apis, overview)
  const bad = new Set(overview.edges.filter((edge) => health(edge) !== 'ok').map(({ to }) => to))
  const blocked = overview.breakers.filter(({ state }) => state !== 'closed')
  const uses = new Map(apis.map(({ api, uses }) => [api, uses]))
  const isCause = (api: string) => !uses.get(api)?.some((used) => bad.has(used))
  const causes = new Set([
    ...blocked.map(({ api }) => api),
    ...alerts.map(({ api }) => api),
    ...[...bad].filter(isCause),
  ])
  return [...causes].map((api) => troubleOf(api, { apis, overview, alerts })).sort(bySeverity)
}

/** How an edge fares: against what the one below promises, and what the one above has promised. */
export function healthOf(apis: readonly ApiVersion[], { edges }: Overview): (edge: Edge) => Health {
  const promises = new Map(apis.map(({ api, operations }) => [api, promiseOf(operations)]))
  const promised = ({ from, to }: Edge) =>
    Math.min(promises.get(from) ?? Infinity, promises.get(to) ?? Infinity)
  const states = new Map(edges.map((edge) => [edge, stateOf(edge, promised(edge))]))
  return (edge) => states.get(edge) ?? 'ok'
}

const stateOf = (edge: Edge, promisedMs: number): Health => {
  if (shareFailed(edge) >= FAILING_SHARE) return 'failing'
  return (edge.p95Ms ?? 0) > promisedMs ? 'slow' : 'ok'
}

const promiseOf = (operations: ApiVersion['operations']): number =>
  Math.max(0, ...operations.map(({ slo }) => slo?.p95Ms ?? 0)) || Infinity

function troubleOf(api: string, { apis, overview, alerts }: Seen): Trouble {
  const health = healthOf(apis, overview)
  const version = apis.find((one) => one.api === api)
  const own = alerts.filter((alert) => alert.api === api)
  const blocked = overview.breakers.filter((one) => one.api === api && one.state !== 'closed')
  const to = overview.edges.filter((edge) => edge.to === api && health(edge) !== 'ok')
  const failed = sum(overview.edges.filter((edge) => edge.to === api))
  const slowest = Math.max(0, ...to.map(({ p95Ms }) => p95Ms ?? 0))
  const isFailing = to.some((edge) => health(edge) === 'failing')
  return {
    api,
    team: version?.owner.team ?? own[0]?.owner ?? '',
    oncall: version?.owner.oncall,
    severity:
      isFailing || blocked.length || own.some(({ severity }) => severity === 'critical')
        ? 'critical'
        : 'warning',
    what: [
      ...blocked.map(({ effect, state, openForMs }) =>
        state === 'open'
          ? `${effect === 'read' ? 'Reads' : 'Writes'} are held back for ${duration(openForMs)}: its breaker is open.`
          : `${effect === 'read' ? 'Reads' : 'Writes'} are let through one by one to find out whether it is back.`,
      ),
      ...(isFailing
        ? [`${percent(shareFailed(failed))} of ${callsOf(failed)} calls failed in the last minute.`]
        : []),
      ...(!isFailing && slowest > 0
        ? [`Slower than promised: ${duration(slowest)} at the 95th percentile.`]
        : []),
      ...own.map(({ summary }) => `${summary}.`.replace(/\.\.$/, '.')),
    ],
    since: own.map(({ firstAt }) => firstAt).sort()[0],
    affected: affectedBy(api, overview.edges, health),
  }
}

/** Upwards, along edges that are no longer well. */
function affectedBy(api: string, edges: readonly Edge[], health: (edge: Edge) => Health): readonly string[] {
  const found = new Set<string>()
  const climb = (id: string) => {
    for (const edge of edges) {
      if (edge.to !== id || health(edge) === 'ok' || found.has(edge.from)) continue
      found.add(edge.from)
      climb(edge.from)
    }
  }
  climb(api)
  return [...found].sort((a, b) => rankOf(a) - rankOf(b) || a.localeCompare(b))
}

/** Users first. */
const rankOf = (id: string): number => ['experience', 'process', 'system'].indexOf(id.split('/')[0] ?? '')

export function sum(edges: readonly Ends[]): Ends {
  const add = (key: keyof Ends) => edges.reduce((total, edge) => total + edge[key], 0)
  return { ok: add('ok'), refused: add('refused'), failed: add('failed') }
}

const bySeverity = (a: Trouble, b: Trouble): number =>
  a.severity === b.severity ? a.api.localeCompare(b.api) : a.severity === 'critical' ? -1 : 1
