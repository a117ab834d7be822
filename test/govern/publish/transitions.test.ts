/** The life of an API version goes one way, and no faster than was announced. */
import { expect, test } from 'vitest'
import { transitionFaults } from '../../../contracts/govern/registry/transitions.ts'
import { lifecycleOf } from '../../../contracts/lifecycle.ts'
import { id, now, plan, published, things } from './support.ts'

const active = { status: 'active' }
const deprecated = {
  status: 'deprecated',
  deprecated: '2026-06-01T00:00:00Z',
  sunset: '2027-06-01T00:00:00Z',
}
const retired = { ...deprecated, status: 'retired', sunset: '2026-11-01T00:00:00Z' }
const succeeded = { ...deprecated, successor: 'system/things/v2' }

const allowed: readonly (readonly [what: string, before: object, after: object])[] = [
  ['becomes deprecated', active, deprecated],
  ['names its successor', active, succeeded],
  ['stays longer than was announced', deprecated, { ...deprecated, sunset: '2028-01-01T00:00:00Z' }],
  ['stays for ever', deprecated, active],
  ['is retired after its sunset', { ...deprecated, sunset: retired.sunset }, retired],
]
const refused: readonly (readonly [what: string, before: object, after: object, why: RegExp])[] = [
  ['is retired too early', deprecated, { ...deprecated, status: 'retired' }, /before its sunset has passed/],
  [
    'ends earlier than announced',
    deprecated,
    { ...deprecated, sunset: '2027-05-31T00:00:00Z' },
    /later date/,
  ],
  ['comes back', retired, active, /publish a new version/],
  ['becomes a draft again', active, { status: 'draft' }, /cannot become a draft again/],
  ['is followed by a draft', active, { ...deprecated, successor: 'system/things/v3' }, /v3 is not published/],
  ['is followed by what is gone', active, { ...deprecated, successor: 'system/things/v4' }, /v4 is retired/],
]

const states: Readonly<Record<string, string>> = {
  'system/things/v2': 'active',
  'system/things/v4': 'retired',
}
const statusOf = (other: string) => states[other]
const faults = (before: object, after: object) =>
  transitionFaults(lifecycleOf(after), { id, before: lifecycleOf(before), statusOf, now })

test.each(allowed)('it %s', (_, before, after) => {
  expect(faults(before, after)).toEqual([])
})

test.each(refused)('it does not go when it %s', (_, before, after, why) => {
  expect(faults(before, after)).toEqual([expect.stringMatching(why)])
  const change = plan(
    things({}, { 'x-lifecycle': after }),
    published(things({}, { 'x-lifecycle': before })),
    { statusOf },
  )
  expect(change).toMatchObject({ outcome: 'refused', refusals: [expect.stringMatching(why)] })
})

test('what makes no sense is not published', () => {
  const { refusals } = plan(
    things({}, { 'x-lifecycle': { ...deprecated, sunset: '2026-05-31T00:00:00Z' } }),
    [],
  )
  expect(refusals).toEqual([expect.stringMatching(/^x-lifecycle: sunset is before deprecated/)])
})
