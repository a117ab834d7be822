/**
 * Alert rules for Prometheus, made from what contracts promise (`x-slo`). Availability is watched by how fast the error
 * budget burns, over a long and a short window at once (Google SRE Workbook, chapter 5): soon when it matters, and over
 * soon after it ends. Each rule carries its owner, so that Alertmanager can route by it.
 */
import type { ContractData, OperationData } from '../../../contracts/runtime/load.ts'

interface Rule {
  readonly record?: string
  readonly alert?: string
  readonly expr: string
  readonly for?: string
  readonly labels?: Readonly<Record<string, string>>
  readonly annotations?: Readonly<Record<string, string>>
}

export interface RuleGroup {
  readonly name: string
  readonly rules: readonly Rule[]
}

/** How many times faster than sustainable the budget of 30 days burns, and who should know. */
const burns = [
  { factor: 14.4, long: '1h', short: '5m', severity: 'page' },
  { factor: 6, long: '6h', short: '30m', severity: 'page' },
  { factor: 3, long: '1d', short: '2h', severity: 'ticket' },
  { factor: 1, long: '3d', short: '6h', severity: 'ticket' },
] as const

const windows = [...new Set(burns.flatMap(({ long, short }) => [short, long]))]

export function alertRules(contracts: readonly ContractData[]): { readonly groups: readonly RuleGroup[] } {
  const apis = contracts.filter(({ layer }) => layer !== 'backend')
  const backends = contracts.filter(({ layer }) => layer === 'backend')
  return {
    groups: [
      { name: 'strata recordings', rules: windows.map(errorRatio) },
      ...apis.map((contract) => ({ name: `strata ${contract.id}`, rules: rulesOf(contract) })),
      ...backends.map((contract) => ({ name: `strata ${contract.id}`, rules: [breakerRule(contract)] })),
      { name: 'strata processes', rules: processRules },
    ],
  }
}

const errorRatio = (window: string): Rule => ({
  record: ratioOver(window),
  expr: `sum by (api, operation) (rate(strata_requests_total{status=~"5.."}[${window}])) / sum by (api, operation) (rate(strata_requests_total[${window}]))`,
})

const ratioOver = (window: string) => `strata:request_errors:ratio_rate${window}`

const rulesOf = (contract: ContractData): readonly Rule[] =>
  Object.values(contract.operations).flatMap((operation) =>
    operation.slo
      ? [
          ...burnRules(contract, operation, operation.slo.availability),
          slowRule(contract, operation, operation.slo.p95Ms),
        ]
      : [],
  )

function burnRules(contract: ContractData, { id }: OperationData, availability: number): readonly Rule[] {
  const budget = 1 - availability
  const over = (window: string, factor: number) =>
    `${ratioOver(window)}${selector(contract, id)} > ${Number((factor * budget).toPrecision(6))}`
  return Object.entries(Object.groupBy(burns, ({ severity }) => severity)).map(([severity, own]) => ({
    alert: 'ErrorBudgetBurns',
    expr: own
      .map(({ factor, long, short }) => `(${over(long, factor)} and ${over(short, factor)})`)
      .join(' or '),
    labels: { severity, ...labelsOf(contract, id) },
    annotations: {
      summary: `${contract.id} ${id} fails more often than its promise of ${availability} allows`,
      ...contactOf(contract),
    },
  }))
}

const slowRule = (contract: ContractData, { id }: OperationData, p95Ms: number): Rule => ({
  alert: 'SlowerThanPromised',
  expr: `histogram_quantile(0.95, sum by (le) (rate(strata_request_duration_seconds_bucket${selector(contract, id)}[10m]))) > ${p95Ms / 1_000}`,
  for: '10m',
  labels: { severity: 'ticket', ...labelsOf(contract, id) },
  annotations: {
    summary: `${contract.id} ${id} takes longer than the ${p95Ms} ms it promises (95th percentile)`,
    ...contactOf(contract),
  },
})

const breakerRule = (contract: ContractData): Rule => ({
  alert: 'BreakerOpen',
  expr: `max by (to, effect) (strata_breaker_state{to="${contract.id}",state="open"}) > 0`,
  for: '1m',
  labels: { severity: 'page', api: contract.id, owner: contract.owner.team },
  annotations: {
    summary: `${contract.id} is not well: it is called only to find out`,
    ...contactOf(contract),
  },
})

/** Of those who keep the gateway running. */
const processRules: readonly Rule[] = [
  {
    alert: 'EventLoopBehind',
    expr: 'nodejs_eventloop_delay_p99_seconds > 0.2',
    for: '5m',
    labels: { severity: 'ticket', owner: 'integration-platform' },
    annotations: { summary: 'A process of Strata has more to do than one core can: add workers or replicas' },
  },
]

const selector = ({ id }: ContractData, operation: string) => `{api="${id}",operation="${operation}"}`

const labelsOf = ({ id, owner }: ContractData, operation: string) => ({
  api: id,
  operation,
  owner: owner.team,
})

const contactOf = ({ owner: { contact, oncall } }: ContractData) => ({ contact, oncall })
