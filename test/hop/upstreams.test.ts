/** Operations that share a system share its fate, under the settings that its contract and the deployment chose. */
import { describe, expect, test } from 'vitest'
import { policies, policyMistakes } from '../../contracts/policies.ts'
import { defaults } from '../../gateway/hop/settings.ts'
import { Upstreams } from '../../gateway/hop/upstreams.ts'
import { behind, contractOf, failing, fate, targetOf, unreachable } from './upstream-support.ts'

const of = (upstreams: Upstreams, contract = contractOf(), operation = 'get') =>
  upstreams.of(targetOf(contract, operation))

describe('a group', () => {
  test('is what is read from a system, or what is changed in it', () => {
    const upstreams = new Upstreams()
    const contract = contractOf()
    const [get, again, put, post] = ['get', 'get', 'put', 'post'].map((name) => of(upstreams, contract, name))
    expect(again).toBe(get)
    expect(post).toBe(put)
    expect(put).not.toBe(get)
    expect(upstreams.snapshot().map(({ upstream }) => upstream)).toEqual([
      'backend/depot/v1 read',
      'backend/depot/v1 write',
    ])
  })

  test('falls ill as a whole, and alone', async () => {
    const changes: string[] = []
    const upstreams = new Upstreams({ onChange: ({ upstream, to }) => changes.push(`${upstream} ${to}`) })
    const contract = contractOf()
    const [put, post, get] = ['put', 'post', 'get'].map((operation) =>
      behind(upstreams.breaker, targetOf(contract, operation)),
    )
    if (!put || !post || !get) throw new Error('three operations')
    put.behave = failing(unreachable())
    for (let count = 0; count < 5; count++) await fate(put.send())
    expect([await fate(post.send()), post.calls]).toEqual(['upstream-unavailable', 0])
    expect(await fate(get.send())).toBe(200)
    expect(changes).toEqual(['backend/depot/v1 write open'])
  })

  test('gets its load back by and by', async () => {
    const time = { now: 0 }
    const upstreams = new Upstreams({ clock: () => time.now, random: () => 0.5 })
    const system = behind(upstreams.breaker)
    system.behave = failing(unreachable())
    for (let count = 0; count < 5; count++) await fate(system.send())
    time.now = 5_000
    system.behave = system.answers
    await fate(system.send())
    await fate(system.send())
    const limit = () => upstreams.snapshot()[0]?.bulkhead.limit
    expect(limit()).toBe(5)
    time.now += 5_000
    expect(limit()).toBe(25)
    time.now += 5_000
    expect(limit()).toBe(50)
  })
})

describe('settings', () => {
  test('are ours, unless the contract says better, unless the deployment says otherwise', () => {
    const contract = contractOf({ bulkhead: { limit: 10, queue: 0 }, breaker: { openMs: [1_000] } })
    expect(of(new Upstreams()).settings).toEqual(defaults)
    expect(of(new Upstreams(), contract).settings).toEqual({
      ...defaults,
      bulkhead: { limit: 10, queue: 0, waitMs: 100 },
      breaker: { ...defaults.breaker, openMs: [1_000] },
    })
    const overrides = () => 'bulkhead: { limit: 7 }'
    expect(of(new Upstreams({ overrides }), contract).settings.bulkhead).toEqual({
      limit: 7,
      queue: 0,
      waitMs: 100,
    })
  })

  test('of a deployment are checked', () => {
    const upstreams = new Upstreams({ overrides: () => '{"bulkhead":{"limit":0},"braker":{}}' })
    expect(() => of(upstreams)).toThrow(
      'the policies set for backend/depot/v1 cannot be used: bulkhead.limit must be a whole number, 1 or more; there is no policy braker: known are',
    )
  })

  test('can all be set, and our own pass', () => {
    const names = (table: object) =>
      Object.entries(table).map(([policy, keys]) => [policy, Object.keys(keys)])
    expect(names(policies)).toEqual(names(defaults))
    expect(policyMistakes(defaults)).toEqual([])
  })

  test.each([
    [7, [], 'must name policies with their settings'],
    [{ breaker: [] }, ['breaker'], 'breaker must name settings'],
    [{ constructor: {} }, ['constructor'], 'there is no policy constructor: known are'],
    [
      { breaker: { toString: 1 } },
      ['breaker', 'toString'],
      'there is no setting breaker.toString: known are',
    ],
    [{ breaker: { openMs: [] } }, ['breaker', 'openMs'], 'breaker.openMs must be a list of whole numbers'],
    [{ breaker: { openMs: 5 } }, ['breaker', 'openMs'], 'breaker.openMs must be a list of whole numbers'],
    [{ breaker: { failureRatio: 1.5 } }, ['breaker', 'failureRatio'], 'must be a number above 0, up to 1'],
    [{ bulkhead: { limit: -1 } }, ['bulkhead', 'limit'], 'bulkhead.limit must be a whole number, 1 or more'],
    [{ bulkhead: { waitMs: '5' } }, ['bulkhead', 'waitMs'], 'must be a whole number, 0 or more'],
    [{ retry: { jitter: Number.NaN } }, ['retry', 'jitter'], 'retry.jitter must be a number, 0 or more'],
  ])('%j is refused', (value, keys, message) => {
    const [mistake, ...more] = policyMistakes(value)
    expect(more).toEqual([])
    expect(mistake?.keys).toEqual(keys)
    expect(mistake?.message).toContain(message)
  })
})
