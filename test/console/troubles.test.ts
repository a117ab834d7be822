/** What the first page says is broken: the cause, its owner, and who suffers; never everybody on the way. */
import { expect, test } from 'vitest'
import type { Alert, ApiVersion, Overview } from '../../contracts/generated/admin.ts'
import { troublesOf } from '../../gateway/console/map/troubles.ts'

const api = (id: string, uses: readonly string[], p95Ms?: number): ApiVersion => ({
  api: id,
  layer: id.split('/')[0] as 'system',
  title: id,
  summary: '',
  version: '1.0.0',
  owner: { team: `team of ${id}`, contact: '', oncall: 'https://oncall.strata.example' },
  status: 'active',
  hosted: true,
  uses: [...uses],
  consumers: [],
  operations: p95Ms
    ? [
        {
          operation: 'get',
          method: 'GET',
          path: '/',
          summary: '',
          deadlineMs: 1_000,
          slo: { rate: 1, p95Ms, availability: 0.999 },
        },
      ]
    : [],
})

const apis = [
  api('experience/shop/v1', ['process/orders/v1'], 500),
  api('process/orders/v1', ['system/erp/v1', 'system/crm/v1'], 400),
  api('system/erp/v1', ['backend/erp/v1'], 300),
  api('system/crm/v1', ['backend/crm/v1'], 300),
  api('backend/erp/v1', []),
  api('backend/crm/v1', []),
]

type Edge = Overview['edges'][number]
const edge = (from: string, to: string, failed = 0, p95Ms = 10): Edge => ({
  from,
  to,
  kind: from.includes('/') ? 'hop' : 'consumer',
  ok: 100 - failed,
  refused: 0,
  failed,
  p95Ms,
})
/** From a consumer down to both backends, as the ERP fares. */
const way = (failed = 0, p95Ms = 10, reachesUser = true): readonly Edge[] => [
  edge('shop', 'experience/shop/v1', reachesUser ? failed : 0),
  edge('experience/shop/v1', 'process/orders/v1', reachesUser ? failed : 0, p95Ms),
  edge('process/orders/v1', 'system/erp/v1', failed, p95Ms),
  edge('system/erp/v1', 'backend/erp/v1', failed, p95Ms),
  edge('process/orders/v1', 'system/crm/v1'),
  edge('system/crm/v1', 'backend/crm/v1'),
]
const overview = (edges: readonly Edge[], breakers: Overview['breakers'] = []): Overview => ({
  at: '',
  windowSeconds: 60,
  apis: [],
  edges: [...edges],
  breakers,
  openAlerts: 0,
  parkedOperations: 0,
})
const alert = (about: string, severity: Alert['severity']): Alert => ({
  id: 'ALT-1',
  kind: 'drift',
  severity,
  state: 'open',
  api: about,
  subject: '',
  owner: 'somebody',
  summary: 'It is odd',
  firstAt: '2026-03-09T08:15:00.000Z',
  lastAt: '2026-03-09T08:15:00.000Z',
  times: 1,
  delivery: 'sent',
})

const above = ['experience/shop/v1', 'process/orders/v1', 'system/erp/v1']

test.each<[string, Overview, readonly Alert[], readonly object[]]>([
  ['all is well', overview(way()), [], []],
  [
    'a backend fails',
    overview(way(50)),
    [],
    [
      {
        api: 'backend/erp/v1',
        severity: 'critical',
        team: 'team of backend/erp/v1',
        affected: ['shop', ...above],
      },
    ],
  ],
  ['one in a thousand may be chance', overview(way(0.5)), [], []],
  [
    'a backend is slower than those above it promise',
    overview(way(0, 600)),
    [],
    [{ api: 'backend/erp/v1', severity: 'warning', affected: above }],
  ],
  [
    'users get less, and no failure',
    overview(way(50, 10, false)),
    [],
    [{ api: 'backend/erp/v1', affected: ['process/orders/v1', 'system/erp/v1'] }],
  ],
  [
    'calls are held back',
    overview(way(), [{ api: 'backend/crm/v1', effect: 'write', state: 'open', openForMs: 4_000 }]),
    [],
    [
      {
        api: 'backend/crm/v1',
        severity: 'critical',
        what: ['Writes are held back for 4.0 s: its breaker is open.'],
        affected: [],
      },
    ],
  ],
  [
    'what is broken comes before what is odd',
    overview(way(50)),
    [alert('backend/crm/v1', 'warning')],
    [{ api: 'backend/erp/v1' }, { api: 'backend/crm/v1', severity: 'warning', what: ['It is odd.'] }],
  ],
  [
    'an alert of what no API here is names who was told',
    overview([]),
    [alert('events/order-placed/v1', 'critical')],
    [{ api: 'events/order-placed/v1', team: 'somebody', severity: 'critical' }],
  ],
])('%s', (_, now, alerts, want) => {
  expect(troublesOf({ apis, overview: now, alerts })).toMatchObject(want)
})
