/** When a circuit opens, how long it stays so, whom it lets through meanwhile, and how it gives the load back. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Circuit, type CircuitChange, type Outcome, REFUSED } from '../../gateway/hop/policies/circuit.ts'
import { type BreakerSettings, defaults } from '../../gateway/hop/settings.ts'

function start(settings: Partial<BreakerSettings> = {}, random = () => 0.5) {
  const time = { now: 1_000_000 }
  const changes: CircuitChange[] = []
  const circuit = new Circuit({
    upstream: 'backend/depot/v1 read',
    settings: { ...defaults.breaker, ...settings },
    onChange: (change) => changes.push(change),
    clock: () => time.now,
    random,
  })
  const state = () => circuit.snapshot().state
  const call = (...outcomes: readonly Outcome[]) => {
    for (const outcome of outcomes) {
      if (state() === 'half-open') sitOut()
      circuit.leave(circuit.enter(), outcome)
    }
  }
  const open = () => call(...times(5, 'unreachable'))
  /** Until the next call would be a probe. */
  const sitOut = () => {
    time.now += circuit.openForMs
  }
  return { circuit, changes, time, call, state, open, sitOut }
}

const times = (count: number, outcome: Outcome) => Array.from({ length: count }, () => outcome)

describe('it opens', () => {
  const cases: readonly [string, readonly Outcome[], 'open' | 'closed'][] = [
    ['at half of 20 calls', [...times(10, 'good'), ...times(10, 'bad')], 'open'],
    ['not below half', [...times(11, 'good'), ...times(10, 'bad')], 'closed'],
    ['not below 20 calls', times(19, 'bad'), 'closed'],
    ['at 5 failed connections in a row', times(5, 'unreachable'), 'open'],
    ['not at 4', times(4, 'unreachable'), 'closed'],
    ['not when a call got through between', [...times(4, 'unreachable'), 'good', 'unreachable'], 'closed'],
    ['not when a connection came up between', [...times(4, 'unreachable'), 'bad', 'unreachable'], 'closed'],
    ['whatever was cancelled between', [...times(4, 'unreachable'), 'neutral', 'unreachable'], 'open'],
    ['not by calls that were cancelled', times(100, 'neutral'), 'closed'],
  ]
  test.each(cases)('%s', (_, outcomes, state) => {
    const circuit = start()
    circuit.call(...outcomes)
    expect(circuit.state()).toBe(state)
  })

  test('not for failures that are long past', () => {
    const circuit = start()
    circuit.call(...times(19, 'bad'))
    circuit.time.now += 10_000
    circuit.call('bad')
    expect(circuit.state()).toBe('closed')
  })
})

describe('open', () => {
  test('it refuses for 5, 10, 20, 40, and then 60 seconds', () => {
    const { open, sitOut, circuit, call } = start()
    open()
    const seen = times(6, 'bad').map(() => {
      const forMs = circuit.openForMs
      expect(circuit.enter()).toBe(REFUSED)
      sitOut()
      call('bad', 'bad')
      return forMs
    })
    expect(seen).toEqual([5_000, 10_000, 20_000, 40_000, 60_000, 60_000])
  })

  test.each([
    [0, 4_000],
    [1, 6_000],
  ])('with %d for chance it lasts %d ms the first time', (chance, ms) => {
    const { open, circuit } = start({}, () => chance)
    open()
    expect(circuit.openForMs).toBeCloseTo(ms)
  })

  test.each([
    ['goes on where it was while the system recovers', 9_999, 10_000],
    ['begins anew once it is back', 10_000, 5_000],
  ])('its time %s', (_, afterMs, ms) => {
    const { open, sitOut, call, time, circuit } = start()
    open()
    sitOut()
    call('good', 'good')
    time.now += afterMs
    open()
    expect(circuit.openForMs).toBe(ms)
  })
})

describe('closed again', () => {
  test.each([
    ['the failures', [...times(10, 'good'), ...times(10, 'bad')], 'bad'],
    ['the row of failed connections', times(5, 'unreachable'), 'unreachable'],
  ] as const)('%s of before do not count', (_, outcomes, next) => {
    const { call, sitOut, state } = start({ windowMs: 60_000 })
    call(...outcomes)
    sitOut()
    call('good', 'good', next)
    expect(state()).toBe('closed')
  })

  test('and open again, probes find all slots', () => {
    const { open, sitOut, call, circuit } = start({ slowStartMs: 60_000 })
    open()
    sitOut()
    call('good', 'good')
    expect(circuit.limit(50)).toBe(5)
    open()
    sitOut()
    circuit.enter()
    expect(circuit.limit(50)).toBe(50)
  })
})

describe('half-open', () => {
  const cases: readonly [readonly Outcome[], 'open' | 'half-open' | 'closed'][] = [
    [['good'], 'half-open'],
    [['good', 'good'], 'closed'],
    [['bad', 'good', 'good'], 'closed'],
    [['good', 'bad', 'good'], 'closed'],
    [['bad'], 'half-open'],
    [['bad', 'unreachable'], 'open'],
    [['good', 'bad', 'bad'], 'open'],
    [times(9, 'neutral'), 'half-open'],
    [['neutral', 'bad', 'neutral', 'good', 'good'], 'closed'],
  ]
  test.each(cases)('probes %j leave it %s', (outcomes, state) => {
    const circuit = start()
    circuit.open()
    circuit.sitOut()
    circuit.call(...outcomes)
    expect(circuit.state()).toBe(state)
  })

  test('one probe at a time', () => {
    const { open, sitOut, circuit } = start()
    open()
    sitOut()
    const probe = circuit.enter()
    expect(probe).not.toBe(REFUSED)
    expect(circuit.enter()).toBe(REFUSED)
  })

  test.each<[Outcome, number]>([
    ['good', 0],
    ['bad', 1_000],
    ['unreachable', 1_000],
    ['neutral', 1_000],
  ])('a %s probe is followed by the next after %d ms', (outcome, ms) => {
    const { open, sitOut, circuit, call, time } = start()
    open()
    sitOut()
    call(outcome)
    expect(circuit.openForMs).toBe(ms)
    if (ms) expect(circuit.enter()).toBe(REFUSED)
    time.now += ms
    expect(circuit.enter()).not.toBe(REFUSED)
  })
})

test.each([
  [0, 5],
  [1_999, 9],
  [1_000, 5],
  [5_000, 25],
  [9_999, 49],
  [10_000, 50],
])('%d ms after closing it allows %d of 50 calls at once', (afterMs, limit) => {
  const { open, sitOut, call, time, circuit } = start()
  expect(circuit.limit(50)).toBe(50)
  open()
  expect(circuit.limit(50)).toBe(0)
  sitOut()
  call('good', 'good')
  time.now += afterMs
  expect([circuit.limit(50), circuit.limit(3)]).toEqual([limit, Math.max(1, Math.floor((3 * limit) / 50))])
})

test('each change is told', () => {
  const { open, sitOut, call, changes } = start()
  open()
  sitOut()
  call('good', 'good')
  const upstream = 'backend/depot/v1 read'
  expect(changes).toEqual([
    { upstream, from: 'closed', to: 'open' },
    { upstream, from: 'open', to: 'half-open' },
    { upstream, from: 'half-open', to: 'closed' },
  ])
})

const shortTempered = { callsMin: 2, unreachableMax: 1, probes: 1, probesGood: 1, openMs: [1_000] }

const step = fc.oneof(
  fc.record({ kind: fc.constant('enter' as const) }),
  fc.record({ kind: fc.constant('wait' as const), ms: fc.nat(2_000) }),
  fc.record({
    kind: fc.constant('leave' as const),
    which: fc.nat(),
    outcome: fc.constantFrom<Outcome>('good', 'bad', 'unreachable', 'neutral'),
  }),
)

test('whatever happens in whatever order, it keeps its word', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 300, size: 'max' }), (steps) => {
      const { circuit, changes, time, state } = start(shortTempered)
      const under: { pass: number; since: number }[] = []
      let openedAt = 0
      for (const step of steps) {
        const before = { state: state(), changes: changes.length }
        if (step.kind === 'wait') time.now += step.ms
        else if (step.kind === 'enter') {
          const pass = circuit.enter()
          if (before.state === 'open') expect(pass === REFUSED).toBe(time.now < openedAt + 1_000)
          if (pass !== REFUSED) under.push({ pass, since: changes.length })
        } else if (under.length) {
          const [call] = under.splice(step.which % under.length, 1)
          circuit.leave(call?.pass as number, step.outcome)
          // A call of an earlier state, and one that was cancelled, change nothing.
          if (call?.since !== before.changes || step.outcome === 'neutral')
            expect(changes.length).toBe(before.changes)
        }
        const probes = under.filter(({ since }) => since === changes.length).length
        if (state() === 'half-open') expect(probes).toBeLessThanOrEqual(1)
        if (changes.length > before.changes && state() === 'open') openedAt = time.now
        expect(circuit.limit(50) === 0).toBe(state() === 'open')
      }
      const legal = ['closed open', 'open half-open', 'half-open open', 'half-open closed']
      for (const { from, to } of changes) expect(legal).toContain(`${from} ${to}`)
    }),
    { numRuns: 500 },
  )
})
