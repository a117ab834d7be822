/** Who would be hit: by contract where nothing was seen, and by what was seen otherwise. Neither is taken for the other. */
import { describe, expect, test } from 'vitest'
import type { ContractId } from '../../contracts/contract.ts'
import type { Read, UsedOperation } from '../../contracts/generated/admin.ts'
import type { OpenApiDocument } from '../../contracts/runtime/document.ts'
import { type ContractData, toContract } from '../../contracts/runtime/load.ts'
import { table } from '../../gateway/cli/table.ts'
import type { Seen } from '../../gateway/impact/affected.ts'
import { fieldsNamed, fieldsOf, similarNames } from '../../gateway/impact/fields.ts'
import { impactOf } from '../../gateway/impact/impact.ts'
import { agoOf, impactText } from '../../gateway/impact/text.ts'
import { trialOf, trialText } from '../../gateway/impact/trial-text.ts'

const contract = (id: string, uses: Record<string, string>, replies: Record<string, object>): ContractData =>
  toContract(
    id as ContractId,
    {
      openapi: '3.1.0',
      info: { title: id, version: '1.0.0', 'x-owner': { team: `${id.split('/')[1]}-team` }, 'x-uses': uses },
      paths: Object.fromEntries(
        Object.entries(replies).map(([operationId, schema]) => [
          `/${operationId}`,
          { get: { operationId, responses: { 200: { content: { 'application/json': { schema } } } } } },
        ]),
      ),
      components: {
        schemas: {
          Billing: {
            type: 'object',
            properties: { state: {}, creditLimit: { $ref: '#/components/schemas/Money' } },
          },
          Money: { type: 'object', properties: { amount: { type: 'string' } } },
          Tree: {
            type: 'object',
            properties: { name: {}, branches: { items: { $ref: '#/components/schemas/Tree' } } },
          },
        },
      },
    } as unknown as OpenApiDocument,
  )

const party = { allOf: [{ properties: { billing: { $ref: '#/components/schemas/Billing' } } }] }
const erp = contract(
  'system/erp/v1',
  {},
  {
    getParty: party,
    listParties: { properties: { items: { items: party } } },
    listProducts: { properties: { sku: {} } },
  },
)
const overview = contract(
  'process/customer-360/v1',
  { erp: 'system/erp/v1' },
  {
    getOverview: { properties: { customerId: {}, creditLimit: {} } },
    getName: { properties: { name: {} } },
  },
)
const catalog = contract(
  'process/catalog/v1',
  { erp: 'system/erp/v1' },
  { listItems: { properties: { sku: {} } } },
)
const orders = contract(
  'process/orders/v1',
  { erp: 'system/erp/v1' },
  { getOrder: { properties: { id: {} } } },
)
const mobile = contract('experience/mobile/v1', { customers: 'process/customer-360/v1' }, { getHome: {} })
const portal = contract('experience/portal/v1', { customers: 'process/customer-360/v1' }, { getCredit: {} })
const shop = contract('experience/shop/v1', { catalog: 'process/catalog/v1' }, { list: {} })
const contracts = [erp, overview, catalog, orders, mobile, portal, shop]

const now = Date.parse('2026-11-25T12:00:00Z')
const minutesAgo = (minutes: number) => new Date(now - minutes * 60_000).toISOString()
const read = (
  [reader, readerOperation]: readonly [string, string],
  operation: string,
  use: Read['use'],
  pointer = '',
  count = 10,
): Read => ({ reader, readerOperation, operation, use, pointer, count, lastSeen: minutesAgo(3) })

const getOverview = ['process/customer-360/v1', 'getOverview'] as const
const reads: Record<string, readonly Read[]> = {
  'system/erp/v1': [
    read(getOverview, 'getParty', 'asks'),
    read(getOverview, 'getParty', 'reads', '/billing'),
    read(getOverview, 'getParty', 'reads', '/billing/creditLimit'),
    read(['process/customer-360/v1', 'getName'], 'getParty', 'asks'),
    read(['process/customer-360/v1', 'getName'], 'getParty', 'reads', '/name'),
    read(['process/catalog/v1', 'listItems'], 'listParties', 'asks', '', 30),
    read(['process/catalog/v1', 'listItems'], 'listParties', 'reads', '/items/*/billing/state'),
  ],
  'process/customer-360/v1': [
    read(['experience/mobile/v1', 'getHome'], 'getOverview', 'asks'),
    read(['experience/mobile/v1', 'getHome'], 'getOverview', 'reads', '/customerId'),
    read(['experience/portal/v1', 'getCredit'], 'getOverview', 'asks'),
    read(['experience/portal/v1', 'getCredit'], 'getOverview', 'copies', ''),
  ],
}
const used = (operation: string, consumer: string, calls: number): UsedOperation => ({
  operation,
  consumer,
  calls,
  callsPerDay: calls / 30,
  firstSeen: minutesAgo(50_000),
  lastSeen: minutesAgo(3),
})
const usage: Record<string, readonly UsedOperation[]> = {
  'process/customer-360/v1': [used('getOverview', 'mobile-app', 360), used('getName', 'kiosk', 9)],
}
const seen: Seen = {
  days: 30,
  reads: async (api) => reads[api] ?? [],
  usage: async (api) => usage[api] ?? [],
}

const named = (name: string) => ({ name, fields: fieldsNamed(fieldsOf(erp), name) })

test('a field that is read somewhere breaks what reads it, and what calls that', async () => {
  const impact = await impactOf(erp, named('creditLimit'), contracts, seen)
  expect(impact.apis.map(({ api, verdict, operations }) => [api, verdict, operations])).toEqual([
    ['process/customer-360/v1', 'reads', ['getOverview']],
    ['process/catalog/v1', 'unused', []],
    ['process/orders/v1', 'unseen', []],
    ['experience/portal/v1', 'copies', ['getCredit']],
    ['experience/mobile/v1', 'behind', ['getHome']],
  ])
  expect(impact.consumers).toMatchObject([{ consumer: 'mobile-app', callsPerDay: 12, calls: 360 }])
  expect(impactText(impact, { table, now }).split('\n\n')[0]).toBe(
    'Removing `creditLimit` from system/erp/v1 breaks process/customer-360/v1 (reads it, last 3 min ago), ' +
      'experience/portal/v1 (passes it on, last 3 min ago), experience/mobile/v1 (not used, but calls what breaks), ' +
      'consumer mobile-app (12 calls/day). It may break process/orders/v1 (uses the API, no call with it was seen). ' +
      'It leaves alone process/catalog/v1 (not used in 30 calls).',
  )
})

test('a field nobody was seen to touch breaks nobody that was seen, and it says what was not', async () => {
  const impact = await impactOf(erp, named('sku'), contracts, seen)
  expect(impact.apis.every(({ verdict }) => verdict === 'unseen')).toBe(true)
  const text = impactText(impact, { table, now })
  expect(text).toContain('may break')
  expect(text).not.toContain(' breaks ')
  expect(text).toContain('No call was seen that would break.')
})

test('a version as a whole breaks whoever calls it', async () => {
  const impact = await impactOf(overview, undefined, contracts, seen)
  expect(impact.apis.map(({ api, verdict }) => [api, verdict])).toEqual([
    ['experience/mobile/v1', 'behind'],
    ['experience/portal/v1', 'behind'],
  ])
  expect(impact.consumers.map(({ consumer }) => consumer)).toEqual(['mobile-app', 'kiosk'])
  expect(impactText(impact, { table, now })).toMatch(
    /^Removing process\/customer-360\/v1 breaks experience\/mobile\/v1 \(calls it, last 3 min ago\)/,
  )
})

test('without a gateway it is what contracts allow, and says so', async () => {
  const impact = await impactOf(erp, named('creditLimit'), contracts, undefined)
  expect(impact.apis.map(({ api }) => api)).toEqual([
    'process/customer-360/v1',
    'process/catalog/v1',
    'process/orders/v1',
    'experience/mobile/v1',
    'experience/portal/v1',
    'experience/shop/v1',
  ])
  expect(impact.consumers).toEqual([])
  expect(impactText(impact, { table, now })).toContain('No gateway was asked')
})

describe('fields are named', () => {
  const pointers = (name: string) =>
    fieldsNamed(fieldsOf(erp), name).map(({ operation, pointer }) => operation + pointer)
  const both = ['getParty/billing/creditLimit', 'listParties/items/*/billing/creditLimit']
  test.each([
    ['by their name, wherever they are', 'creditLimit', both],
    ['by the end of their path', 'billing.creditLimit', both],
    ['by their path, and nowhere else', '/billing/creditLimit', both.slice(0, 1)],
    ['by their place in the document', '#/components/schemas/Billing/properties/creditLimit', both],
    ['by what they refer to', '#/components/schemas/Money', both],
    ['not by a part of their name', 'credit', []],
    ['not by half a path', 'items.creditLimit', []],
  ])('%s', (_, name, want) => {
    expect(pointers(name)).toEqual(want)
  })

  test('or what may be meant is told', () => {
    expect(similarNames(fieldsOf(erp), 'creditlimits')).toEqual(['creditLimit'])
  })

  test('in schemas without end, to some depth', () => {
    const tree = contract('system/tree/v1', {}, { getTree: { $ref: '#/components/schemas/Tree' } })
    expect(fieldsOf(tree).map(({ pointer }) => pointer)).toEqual(['/name', '/branches'])
  })
})

describe('requests another contract refuses', () => {
  const tried = (consumer: string, samples: number, failing: number, undecided = 0) => ({
    operation: 'getOverview',
    consumer,
    samples,
    failing,
    undecided,
    findings: failing ? [{ pointer: '/body/sku', detail: 'is required', count: failing }] : [],
  })
  const calls = [
    used('getOverview', 'app', 1_199_000),
    used('getOverview', 'portal', 1_000),
    used('getName', 'kiosk', 0),
    used('getName', 'desk', 5),
  ]

  test('are counted for each consumer, and said to be judged by few', () => {
    const trial = trialOf('a/b/v1', 'v2', 30, [tried('app', 100, 0), tried('portal', 100, 30, 4)], calls)
    expect(trial).toMatchObject({
      requests: 1_200_005,
      failing: 313,
      consumers: 1,
      samples: 200,
      failingSamples: 30,
    })
    const text = trialText(trial, { table })
    expect(text).toMatch(
      /^About 313 of 1,200,005 requests of 1 consumer would fail under v2: .* by 200 that were kept/,
    )
    expect(text).toContain('/body/sku is required')
    expect(text).toContain('4 cannot be judged')
    expect(text).toContain('Nothing is kept of desk getName.')
  })

  test('none is no promise', () => {
    const text = trialText(trialOf('a/b/v1', 'v2', 30, [tried('app', 100, 0)], calls.slice(0, 1)), { table })
    expect(text).toMatch(/^Of 1,199,000 requests none is known that would fail under v2/)
    expect(trialText(trialOf('a/b/v1', 'v2', 30, [], []), { table })).toContain('nothing can be tried')
  })
})

test.each([
  [2, 'just now'],
  [30, '30 s ago'],
  [185, '3 min ago'],
  [3 * 3_600, '3 h ago'],
  [5 * 86_400, '5 days ago'],
])('%i seconds ago', (seconds, words) => {
  expect(agoOf(new Date(now - seconds * 1_000).toISOString(), now)).toBe(words)
})
