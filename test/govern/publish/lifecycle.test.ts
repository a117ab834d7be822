/** The life of an API version goes one way, and no faster than was announced. */
import { expect, test } from 'vitest'
import { type Lifecycle, lifecycleFaults } from '../../../contracts/govern/registry/lifecycle.ts'
import { id, now } from './support.ts'

const deprecated = {
  status: 'deprecated',
  deprecated: '2026-06-01T00:00:00Z',
  sunset: '2027-06-01T00:00:00Z',
}
const active = { status: 'active' }

const cases: readonly (readonly [string, Lifecycle, Lifecycle | undefined, RegExp | undefined])[] = [
  ['active', active, undefined, undefined],
  ['deprecated', deprecated, active, undefined],
  ['with a successor', { ...deprecated, successor: 'system/things/v2' }, active, undefined],
  [
    'a sunset that moves to a later date',
    { ...deprecated, sunset: '2028-01-01T00:00:00Z' },
    deprecated,
    undefined,
  ],
  [
    'retired after the sunset',
    { ...deprecated, status: 'retired', sunset: '2026-11-01T00:00:00Z' },
    deprecated,
    undefined,
  ],
  ['an unknown status', { status: 'paused' }, undefined, /no status paused/],
  [
    'a date without a time',
    { ...deprecated, sunset: '2027-06-01' },
    active,
    /sunset must be a date and time/,
  ],
  [
    'no such day',
    { ...deprecated, sunset: '2027-13-01T00:00:00Z' },
    active,
    /sunset must be a date and time/,
  ],
  ['deprecated for ever', { status: 'deprecated', deprecated: deprecated.deprecated }, active, /until when/],
  [
    'a sunset of what is active',
    { ...deprecated, status: 'active' },
    active,
    /is deprecated: set the status/,
  ],
  [
    'a sunset before the deprecation',
    { ...deprecated, sunset: '2026-05-31T23:59:59Z' },
    active,
    /before the deprecation/,
  ],
  ['retired too early', { ...deprecated, status: 'retired' }, deprecated, /before its sunset has passed/],
  ['an unknown successor', { ...deprecated, successor: 'system/things/v3' }, active, /v3 is not published/],
  ['its own successor', { ...deprecated, successor: id }, active, /itself/],
  ['a draft again', { status: 'draft' }, active, /cannot become a draft again/],
  ['back from retirement', active, { ...deprecated, status: 'retired' }, /publish a new version/],
  ['a sunset that comes closer', deprecated, { ...deprecated, sunset: '2027-07-01T00:00:00Z' }, /later date/],
]

test.each(cases)('%s', (_, lifecycle, before, fault) => {
  const statusOf = (other: string) => (other === 'system/things/v2' ? 'active' : undefined)
  const faults = lifecycleFaults(lifecycle, { id, before, statusOf, now })
  if (fault) expect(faults).toEqual([expect.stringMatching(fault)])
  else expect(faults).toEqual([])
})
