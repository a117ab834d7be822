/** Dashboards for Grafana: one overview, and one for each API with what it promises and what it depends on. */
import type { ContractData } from '../../../contracts/runtime/load.ts'

interface Target {
  readonly expr: string
  readonly legendFormat: string
}

export interface Panel {
  readonly id: number
  readonly type: 'timeseries' | 'stat' | 'table' | 'text'
  readonly title: string
  readonly gridPos: { readonly h: number; readonly w: number; readonly x: number; readonly y: number }
  readonly datasource?: { readonly type: 'prometheus'; readonly uid: string }
  readonly fieldConfig?: {
    readonly defaults: { readonly unit: string; readonly min?: number }
    readonly overrides: readonly []
  }
  readonly targets?: readonly (Target & { readonly refId: string })[]
  readonly options?: Readonly<Record<string, unknown>>
}

export interface Dashboard {
  readonly uid: string
  readonly title: string
  readonly description: string
  readonly tags: readonly string[]
  readonly schemaVersion: number
  readonly editable: boolean
  readonly refresh: string
  readonly time: { readonly from: string; readonly to: string }
  readonly templating: { readonly list: readonly unknown[] }
  readonly panels: readonly Panel[]
}

type Unit = 'reqps' | 's' | 'percentunit' | 'short'

interface Graph {
  readonly title: string
  readonly unit: Unit
  readonly targets: readonly Target[]
}

export const dashboards = (contracts: readonly ContractData[]): readonly Dashboard[] => [
  dashboard('strata', 'Strata', 'All APIs and the systems behind them.', overview),
  ...contracts
    .filter(({ layer }) => layer !== 'backend')
    .map((contract) =>
      dashboard(
        uidOf(contract),
        `Strata ${contract.id}`,
        `${contract.title}, of ${contract.owner.team}.`,
        graphsOf(contract),
      ),
    ),
]

const rate = (metric: string, labels: string, by: string) =>
  `sum by (${by}) (rate(${metric}{${labels}}[$__rate_interval]))`
const p95 = (metric: string, labels: string, by: string) =>
  `histogram_quantile(0.95, sum by (le, ${by}) (rate(${metric}_bucket{${labels}}[$__rate_interval])))`
const failing = (labels: string, by: string) =>
  `${rate('strata_requests_total', [labels, 'status=~"5.."'].filter(Boolean).join(','), by)} / ${rate('strata_requests_total', labels, by)}`

const overview: readonly Graph[] = [
  {
    title: 'Requests',
    unit: 'reqps',
    targets: [{ expr: rate('strata_requests_total', '', 'api'), legendFormat: '{{api}}' }],
  },
  { title: 'Failing', unit: 'percentunit', targets: [{ expr: failing('', 'api'), legendFormat: '{{api}}' }] },
  {
    title: 'Duration, 95th percentile',
    unit: 's',
    targets: [{ expr: p95('strata_request_duration_seconds', '', 'api'), legendFormat: '{{api}}' }],
  },
  {
    title: 'Problems',
    unit: 'reqps',
    targets: [{ expr: rate('strata_problems_total', '', 'problem'), legendFormat: '{{problem}}' }],
  },
  {
    title: 'Attempts that fail, by system',
    unit: 'reqps',
    targets: [{ expr: rate('strata_attempts_total', 'outcome="failed"', 'to'), legendFormat: '{{to}}' }],
  },
  {
    title: 'Circuit breakers that are not closed',
    unit: 'short',
    targets: [
      {
        expr: 'max by (to, effect, state) (strata_breaker_state{state!="closed"}) > 0',
        legendFormat: '{{to}} {{effect}} {{state}}',
      },
    ],
  },
  {
    title: 'Calls under way, by system',
    unit: 'short',
    targets: [
      { expr: 'sum by (to, effect) (strata_bulkhead_in_flight)', legendFormat: '{{to}} {{effect}}' },
      { expr: 'sum by (to, effect) (strata_bulkhead_waiting)', legendFormat: '{{to}} {{effect}} waiting' },
    ],
  },
  {
    title: 'Retries',
    unit: 'reqps',
    targets: [
      { expr: rate('strata_retries_total', '', 'to'), legendFormat: '{{to}}' },
      { expr: rate('strata_retries_refused_total', '', 'to'), legendFormat: '{{to}} refused' },
    ],
  },
  {
    title: 'Event-loop delay, 99th percentile',
    unit: 's',
    targets: [{ expr: 'nodejs_eventloop_delay_p99_seconds', legendFormat: '{{instance}}' }],
  },
]

function graphsOf({ id, operations }: ContractData): readonly Graph[] {
  const own = `api="${id}"`
  const promised = Object.values(operations).flatMap(({ id: operation, slo }) =>
    slo ? [{ expr: `vector(${slo.p95Ms / 1_000})`, legendFormat: `${operation} promised` }] : [],
  )
  return [
    {
      title: 'Requests',
      unit: 'reqps',
      targets: [
        {
          expr: rate('strata_requests_total', own, 'operation, status'),
          legendFormat: '{{operation}} {{status}}',
        },
      ],
    },
    {
      title: 'Failing',
      unit: 'percentunit',
      targets: [{ expr: failing(own, 'operation'), legendFormat: '{{operation}}' }],
    },
    {
      title: 'Duration, 95th percentile',
      unit: 's',
      targets: [
        { expr: p95('strata_request_duration_seconds', own, 'operation'), legendFormat: '{{operation}}' },
        ...promised,
      ],
    },
    {
      title: 'Consumers',
      unit: 'reqps',
      targets: [{ expr: rate('strata_requests_total', own, 'consumer'), legendFormat: '{{consumer}}' }],
    },
    {
      title: 'What it calls',
      unit: 'reqps',
      targets: [
        {
          expr: rate('strata_hops_total', `from="${id}"`, 'to, outcome'),
          legendFormat: '{{to}} {{outcome}}',
        },
      ],
    },
    {
      title: 'How long what it calls takes, 95th percentile',
      unit: 's',
      targets: [
        {
          expr: p95('strata_hop_duration_seconds', `from="${id}"`, 'to, operation'),
          legendFormat: '{{to}} {{operation}}',
        },
      ],
    },
    {
      title: 'Who calls it',
      unit: 'reqps',
      targets: [{ expr: rate('strata_hops_total', `to="${id}"`, 'from'), legendFormat: '{{from}}' }],
    },
  ]
}

/** Chosen in the dashboard. */
const datasource = { type: 'prometheus', uid: '$datasource' } as const
/** Of Grafana 11. */
const SCHEMA_VERSION = 39
const WIDTH = 12
const HEIGHT = 8

const dashboard = (uid: string, title: string, description: string, graphs: readonly Graph[]): Dashboard => ({
  uid,
  title,
  description,
  tags: ['strata'],
  schemaVersion: SCHEMA_VERSION,
  editable: false,
  refresh: '10s',
  time: { from: 'now-1h', to: 'now' },
  templating: {
    list: [{ name: 'datasource', label: 'Data source', type: 'datasource', query: 'prometheus' }],
  },
  panels: graphs.map((graph, index) => panel(graph, index)),
})

const panel = ({ title, unit, targets }: Graph, index: number): Panel => ({
  id: index + 1,
  type: 'timeseries',
  title,
  gridPos: { h: HEIGHT, w: WIDTH, x: (index % 2) * WIDTH, y: Math.floor(index / 2) * HEIGHT },
  datasource,
  fieldConfig: { defaults: { unit, min: 0 }, overrides: [] },
  targets: targets.map((target, place) => ({ ...target, refId: refIdOf(place) })),
})

/** A, B, … Z, AA, … */
const refIdOf = (place: number): string =>
  (place >= 26 ? refIdOf(Math.floor(place / 26) - 1) : '') + String.fromCharCode(65 + (place % 26))

/** At most 40 characters. */
const uidOf = ({ id }: ContractData): string => `strata-${id.replaceAll('/', '-')}`.slice(0, 40)
