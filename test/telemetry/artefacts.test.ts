/** What Prometheus and Grafana are given: rules that fire when a promise is broken, to its owner, and dashboards that load. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { apis } from '../../gateway/apis.gen.ts'
import { exposition } from '../../gateway/telemetry/metrics/exposition.ts'
import { Metrics } from '../../gateway/telemetry/metrics/metrics.ts'

const folder = join(import.meta.dirname, '../../gateway/telemetry/generated')
const rulesFile = join(folder, 'strata.rules.yml')
const scratch = mkdtempSync(join(tmpdir(), 'strata-rules-'))
afterAll(() => rmSync(scratch, { recursive: true }))

const hasPromtool = spawnSync('promtool', ['--version']).status === 0
if (!hasPromtool && process.env.REQUIRE_PROMTOOL)
  throw new Error('promtool is missing: apt-get install prometheus')

const promtool = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync('promtool', args, { cwd: scratch, encoding: 'utf8' })
  return { status, text: stdout + stderr }
}

const dashboards = readdirSync(join(folder, 'dashboards')).map(
  (file) => JSON.parse(readFileSync(join(folder, 'dashboards', file), 'utf8')) as Dashboard,
)
interface Dashboard {
  readonly uid: string
  readonly panels: readonly {
    readonly gridPos: Rectangle
    readonly targets: readonly { readonly expr: string }[]
  }[]
}
interface Rectangle {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

test('every promise of every operation has its rules, with the owner', () => {
  const { groups } = parse(readFileSync(rulesFile, 'utf8')) as {
    groups: { rules: { alert?: string; labels?: Record<string, string> }[] }[]
  }
  const rules = groups.flatMap((group) => group.rules).filter(({ alert }) => alert !== undefined)
  for (const rule of rules) expect(rule.labels?.owner, JSON.stringify(rule)).toBeTruthy()
  for (const { contract } of apis)
    for (const { id, slo } of Object.values(contract.operations).filter(({ slo }) => slo)) {
      const own = rules.filter(({ labels }) => labels?.api === contract.id && labels?.operation === id)
      expect(own.map(({ labels }) => labels?.owner)).toEqual(Array(3).fill(contract.owner.team))
      expect(slo?.availability).toBeLessThan(1)
    }
})

describe.skipIf(!hasPromtool)('promtool', () => {
  test('accepts the rules', () => {
    expect(promtool('check', 'rules', '--lint-fatal', rulesFile)).toMatchObject({ status: 0 })
  })

  test('accepts every expression of every dashboard', () => {
    const expressions = dashboards.flatMap(({ panels }) => panels.flatMap(({ targets }) => targets))
    const rules = expressions.map(({ expr }, index) => ({
      record: `expression:${index}`,
      expr: expr.replaceAll('$__rate_interval', '1m'),
    }))
    writeFileSync(join(scratch, 'dashboards.yml'), stringify({ groups: [{ name: 'dashboards', rules }] }))
    const { status, text } = promtool('check', 'rules', 'dashboards.yml')
    expect(status, text).toBe(0)
    expect(rules.length).toBeGreaterThan(50)
  })

  test('sees an alert for the API that fails, and for no other', () => {
    const series = (api: string, status: string, values: string) => ({
      series: `strata_requests_total{api="${api}",operation="getHome",status="${status}",consumer="mobile-app"}`,
      values,
    })
    const api = 'experience/mobile/v1'
    const rule = (alertname: string, exp_alerts: readonly object[], eval_time = '10m') => ({
      eval_time,
      alertname,
      exp_alerts,
    })
    const test = {
      rule_files: [rulesFile],
      evaluation_interval: '1m',
      tests: [
        {
          interval: '1m',
          input_series: [series(api, '200', '0+990x60'), series(api, '503', '0+10x60')],
          alert_rule_test: [
            rule('ErrorBudgetBurns', [
              {
                exp_labels: { severity: 'page', api, operation: 'getHome', owner: 'mobile-apps' },
                exp_annotations: {
                  summary: 'experience/mobile/v1 getHome fails more often than its promise of 0.9995 allows',
                  contact: 'mobile-apps@strata.example',
                  oncall: 'https://oncall.strata.example/mobile-apps',
                },
              },
              {
                exp_labels: { severity: 'ticket', api, operation: 'getHome', owner: 'mobile-apps' },
                exp_annotations: {
                  summary: 'experience/mobile/v1 getHome fails more often than its promise of 0.9995 allows',
                  contact: 'mobile-apps@strata.example',
                  oncall: 'https://oncall.strata.example/mobile-apps',
                },
              },
            ]),
          ],
        },
        {
          interval: '1m',
          input_series: [series(api, '200', '0+100000x60'), series(api, '503', '0+1x60')],
          alert_rule_test: [rule('ErrorBudgetBurns', [])],
        },
      ],
    }
    writeFileSync(join(scratch, 'test.yml'), stringify(test))
    const { status, text } = promtool('test', 'rules', 'test.yml')
    expect(status, text).toBe(0)
  })
})

test('rules and dashboards name only metrics there are', async () => {
  const known = new Set(
    [...(await exposition(new Metrics())()).matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name as string),
  )
  const observed = /^(strata_(breaker|bulkhead|retr|pause|hedges|cache|coalesced)\w*|nodejs_\w+|process_\w+)$/
  const texts = [readFileSync(rulesFile, 'utf8'), ...dashboards.map((board) => JSON.stringify(board))]
  for (const text of texts)
    for (const [name] of text.matchAll(/\b(strata|nodejs|process)_\w+(?=[[{ )])/g)) {
      const base = name.replace(/_bucket$/, '')
      expect(known.has(base) || observed.test(base), name).toBe(true)
    }
})

const schema = {
  type: 'object',
  required: ['uid', 'title', 'schemaVersion', 'panels', 'templating', 'time'],
  properties: {
    uid: { type: 'string', pattern: '^[a-zA-Z0-9_-]{1,40}$' },
    title: { type: 'string', minLength: 1 },
    schemaVersion: { type: 'integer', minimum: 36 },
    panels: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['id', 'type', 'title', 'gridPos', 'datasource', 'targets', 'fieldConfig'],
        properties: {
          id: { type: 'integer', minimum: 1 },
          gridPos: {
            type: 'object',
            required: ['h', 'w', 'x', 'y'],
            properties: {
              w: { type: 'integer', minimum: 1, maximum: 24 },
              x: { type: 'integer', maximum: 23 },
            },
          },
          targets: {
            type: 'array',
            items: {
              type: 'object',
              required: ['expr', 'refId', 'legendFormat'],
              properties: { refId: { pattern: '^[A-Z]+$' } },
            },
          },
        },
      },
    },
  },
}

test('dashboards are what Grafana loads, and no panel lies on another', () => {
  const isValid = new Ajv2020({ strict: false }).compile(schema)
  expect(new Set(dashboards.map(({ uid }) => uid)).size).toBe(apis.length + 1)
  for (const board of dashboards) {
    expect(isValid(board), JSON.stringify(isValid.errors)).toBe(true)
    const places = board.panels.map(({ gridPos }) => gridPos)
    for (const [index, one] of places.entries())
      for (const other of places.slice(index + 1))
        expect(
          one.x + one.w <= other.x ||
            other.x + other.w <= one.x ||
            one.y + one.h <= other.y ||
            other.y + other.h <= one.y,
        ).toBe(true)
  }
})
