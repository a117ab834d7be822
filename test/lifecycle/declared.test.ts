/** A life cycle that makes no sense is refused where the contract is read, with the place and what to do. */
import { describe, expect, test } from 'vitest'
import { lifecycleRule } from '../../contracts/generate/lifecycle-rule.ts'
import type { Contract } from '../../contracts/generate/rule.ts'
import { lifecycleMistakes, lifecycleOf } from '../../contracts/lifecycle.ts'

const deprecated = '2026-01-01T00:00:00Z'
const sunset = '2026-12-31T23:59:59Z'

test.each<[string, object, string, string]>([
  ['no status', {}, 'status', 'must be one of'],
  ['an unknown status', { status: 'sunset' }, 'status', 'must be one of draft, active, deprecated, retired'],
  ['an unknown member', { status: 'active', sunsets: sunset }, 'sunsets', 'knows no sunsets'],
  ['a date without a time', { status: 'deprecated', deprecated: '2026-01-01' }, 'deprecated', 'RFC 3339'],
  [
    'a time without a zone',
    { status: 'deprecated', deprecated: '2026-01-01T00:00:00' },
    'deprecated',
    'RFC 3339',
  ],
  [
    'a day there is not',
    { status: 'deprecated', deprecated: '2026-02-30T00:00:00Z' },
    'deprecated',
    'RFC 3339',
  ],
  [
    'a sunset before the deprecation',
    { status: 'deprecated', deprecated: sunset, sunset: deprecated },
    'sunset',
    'RFC 9745',
  ],
  ['no date of the deprecation', { status: 'deprecated', sunset }, '', 'needs deprecated'],
  ['a retired version without an end', { status: 'retired', deprecated }, '', 'needs sunset'],
  [
    'dates of a version that lives',
    { status: 'active', deprecated, sunset },
    'status',
    'for status: deprecated',
  ],
  ['a successor that is no id', { status: 'active', successor: 'v2' }, 'successor', 'must be the id'],
  ['a policy that is no link', { status: 'active', policy: 'ask us' }, 'policy', 'https URL'],
  [
    'a policy that breaks out of a header',
    { status: 'active', policy: '/a>; rel="x' },
    'policy',
    'https URL',
  ],
  [
    'a brown-out that ends before it began',
    { status: 'deprecated', deprecated, sunset, brownOuts: [{ from: sunset, until: deprecated }] },
    'brownOuts.0',
    'end after it began',
  ],
  [
    'a brown-out without a sunset',
    { status: 'deprecated', deprecated, brownOuts: [{ from: deprecated, until: sunset }] },
    'brownOuts.0',
    'between deprecated and sunset',
  ],
])('refused: %s', (_, lifecycle, place, message) => {
  const [mistake] = lifecycleMistakes(lifecycle)
  expect(mistake?.keys.join('.')).toBe(place)
  expect(mistake?.message).toContain(message)
  expect(() => lifecycleOf(lifecycle)).toThrow(mistake?.message)
})

test('allowed: all there is, and instants in any zone', () => {
  const lifecycle = {
    status: 'deprecated',
    deprecated: '2026-01-01T01:00:00+01:00',
    sunset,
    successor: 'system/erp/v2',
    policy: '/moving-on',
    brownOuts: [{ from: '2026-11-02T09:00:00Z', until: '2026-11-02T10:00:00Z' }],
  }
  expect(lifecycleMistakes(lifecycle)).toEqual([])
  expect(lifecycleOf(lifecycle)).toMatchObject({
    deprecatedAt: Date.parse(deprecated),
    sunsetAt: Date.parse(sunset),
  })
  expect(lifecycleOf(undefined).status).toBe('active')
})

describe('among other contracts', () => {
  const check = (lifecycle: object, uses: Record<string, string> = {}) => {
    const reports: string[] = []
    const contract = {
      id: 'process/sales/v1',
      info: { 'x-lifecycle': lifecycle, 'x-uses': uses },
      ids: new Set(['process/sales/v1', 'process/sales/v2', 'system/till/v2']),
      others: new Map([['system/till/v2', { info: { 'x-lifecycle': { status: 'draft' } } }]]),
    } as unknown as Contract
    lifecycleRule.check(contract, (keys, message) => reports.push(`${keys.join('.')}: ${message}`))
    return reports
  }
  const old = { status: 'deprecated', deprecated }

  test.each([
    ['process/sales/v2', undefined],
    ['process/sales/v1', 'cannot come after itself'],
    ['process/sales/v3', 'there is no process/sales/v3'],
    ['system/till/v2', 'of another layer'],
  ])('the successor %s', (successor, message) => {
    const reports = check({ ...old, successor })
    expect(reports.length).toBe(message ? 1 : 0)
    if (message) expect(reports[0]).toContain(message)
  })

  test('what is published does not rest on a draft; a draft may', () => {
    expect(check({ status: 'active' }, { till: 'system/till/v2' })).toEqual([
      expect.stringContaining('info.x-uses.till: system/till/v2 is a draft'),
    ])
    expect(check({ status: 'draft' }, { till: 'system/till/v2' })).toEqual([])
  })
})
