/** All API versions as the admin API lists them, and what goes over them: from counts by operation to counts by edge. */
import {
  type ApiVersion,
  type BreakerOf,
  type implement,
  type Overview,
  ok,
  type Traffic as TrafficView,
} from '#contracts/admin'
import type { ContractData } from '../../contracts/runtime/load.ts'
import type { Alerting } from '../alerting/alerting.ts'
import type { Upstreams } from '../hop/upstreams.ts'
import type { OpenOperations } from '../idempotency/open-operations.ts'
import { toInstant } from '../instant.ts'
import type { Consumers } from '../security/consumers.ts'
import { Tally } from '../telemetry/traffic/tally.ts'
import type { Flow, Traffic } from '../telemetry/traffic/traffic.ts'

export interface ApisState {
  readonly contracts: readonly ContractData[]
  /** Ids of the APIs served by this process. */
  readonly hosted: ReadonlySet<string>
  readonly consumers: Consumers
  readonly traffic: Traffic
  readonly upstreams: Upstreams
  readonly alerting: Alerting
  readonly operations: OpenOperations
}

type Handlers = Pick<Parameters<typeof implement>[0], 'listApis' | 'getOverview' | 'getTraffic'>

const MINUTE_MS = 60_000
const PARKED_MAX = 100

export const apiHandlers = (state: ApisState): Handlers => ({
  listApis: () => ok({ items: state.contracts.map((contract) => toVersion(contract, state)) }),

  getOverview: async () => ok(await overviewOf(state)),

  getTraffic({ query: { api } }) {
    const ofApi = ({ to }: Flow) => to === api
    const { windowMs, flows } = state.traffic.recent(5 * MINUTE_MS)
    const operations = Map.groupBy(flows.filter(ofApi), ({ operation }) => operation)
    return ok({
      api,
      windowSeconds: windowMs / 1_000,
      operations: Array.from(operations, ([operation, own]) => ({ operation, ...figuresOf(own) })),
      points: state.traffic.intervals().map(({ untilMs, lengthMs, flows }): TrafficView['points'][number] => {
        const { p50Ms: _, ...figures } = figuresOf(flows.filter(ofApi))
        return { at: toInstant(untilMs), seconds: lengthMs / 1_000, ...figures }
      }),
    })
  },
})

/** The last minute of this process. */
export async function overviewOf({
  contracts,
  traffic,
  upstreams,
  alerting,
  operations,
}: ApisState): Promise<Overview> {
  const known = new Set<string>(contracts.map(({ id }) => id))
  const recent = traffic.recent(MINUTE_MS)
  const isKnown = ({ to }: Flow) => known.has(to)
  const flows = recent.flows.filter(isKnown)
  const edges = Map.groupBy(
    [...flows.filter(({ kind }) => kind === 'hop'), ...recent.consumers.filter(isKnown)],
    ({ kind, from, to }) => `${kind} ${from} ${to}`,
  )
  const [alerts, parked] = await Promise.all([alerting.list(), operations.list('parked', PARKED_MAX)])
  return {
    at: toInstant(Date.now()),
    windowSeconds: recent.windowMs / 1_000,
    apis: Array.from(
      Map.groupBy(flows, ({ to }) => to),
      ([api, own]) => ({ api, ...figuresOf(own) }),
    ).filter(isUsed),
    edges: Array.from(edges.values(), (own) => {
      const [{ from, to, kind }] = own as [Flow, ...Flow[]]
      return { from, to, kind: kind === 'hop' ? ('hop' as const) : ('consumer' as const), ...figuresOf(own) }
    }).filter(isUsed),
    breakers: upstreams.snapshot().map(({ upstream, breaker: { state, openForMs } }): BreakerOf => {
      const [api = '', effect] = upstream.split(' ')
      return { api, effect: effect === 'write' ? 'write' : 'read', state, openForMs }
    }),
    openAlerts: alerts.filter(({ state }) => state === 'open').length,
    parkedOperations: parked.length,
  }
}

type Figures = Pick<Overview['apis'][number], 'ok' | 'refused' | 'failed' | 'p50Ms' | 'p95Ms'>

const isUsed = ({ ok, refused, failed }: Figures): boolean => ok + refused + failed > 0

function figuresOf(flows: readonly Flow[]): Figures {
  const sum = new Tally()
  for (const { tally } of flows) sum.add(tally)
  const { ok, refused, failed } = sum
  const p50Ms = sum.quantileMs(0.5)
  const p95Ms = sum.quantileMs(0.95)
  return {
    ok,
    refused,
    failed,
    ...(p50Ms !== undefined && { p50Ms: rounded(p50Ms) }),
    ...(p95Ms !== undefined && { p95Ms: rounded(p95Ms) }),
  }
}

const rounded = (ms: number): number => Math.round(ms * 100) / 100

function toVersion(contract: ContractData, { hosted, consumers }: ApisState): ApiVersion {
  const { id, layer, title, version, owner, lifecycle, uses, operations, document } = contract
  const { status, deprecatedAt, sunsetAt, successor, policy } = lifecycle
  return {
    api: id,
    layer: layer as ApiVersion['layer'],
    title,
    summary: String(document.info.summary ?? ''),
    version,
    owner: { team: owner.team, contact: owner.contact, oncall: owner.oncall },
    status,
    ...(deprecatedAt !== undefined && { deprecatedAt: toInstant(deprecatedAt) }),
    ...(sunsetAt !== undefined && { sunsetAt: toInstant(sunsetAt) }),
    ...(successor !== undefined && { successor }),
    ...(policy !== undefined && { policy }),
    hosted: hosted.has(id),
    uses: Object.values(uses),
    consumers: [...consumers.values()].filter((one) => one.uses.includes(id)).map((one) => one.id),
    operations: Object.values(operations).map(
      ({ id: operation, method, path, summary, deadlineMs, slo }) => ({
        operation,
        method,
        path,
        summary,
        deadlineMs,
        ...(slo && { slo }),
      }),
    ),
  }
}
