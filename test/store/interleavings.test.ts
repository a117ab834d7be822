/**
 * Every interleaving of some gateways and an adversary who lets leases end, calls come late, answers get lost, processes
 * die and the store forget: the real rules of the store allow one effect of each step, and each broken rule is found.
 */
import { describe, expect, test } from 'vitest'
import { explore } from './protocol/explore.ts'
import type { Broken, Walk } from './protocol/options.ts'

/** Losses multiply the states; without the quieter moves they are still as many as anybody wants to walk. */
const losses = { losses: 2, begins: 3, crashes: 1, undos: 0, releases: 0 }

describe('safe', () => {
  const walks: Readonly<Record<string, Walk>> = {
    'the backend dedupes': { effect: 'A' },
    'the backend dedupes and the store forgets twice': { effect: 'A', bounds: losses },
    'the backend dedupes, nothing is fenced, the store forgets twice': {
      effect: 'A',
      broken: 'unfenced',
      bounds: losses,
    },
    'the backend can be asked': { effect: 'B' },
    'the backend can be asked, three gateways': { effect: 'B', gateways: 3 },
    'declared absent when neither network nor senders can still act': {
      effect: 'B',
      resolveAbsent: 'all-drained',
    },
    'two steps, the backend dedupes': { effect: 'A', steps: 2, bounds: { begins: 3, crashes: 1 } },
    'two steps, the backend can be asked': { effect: 'B', steps: 2 },
    'two steps, declared absent in time': {
      effect: 'B',
      steps: 2,
      bounds: { begins: 3, crashes: 1 },
      resolveAbsent: 'all-drained',
    },
  }
  test.each(Object.entries(walks))('%s', { timeout: 60_000 }, (_, walk) => {
    const { violation, trace, completed, parked, states } = explore(walk)
    expect(trace).toEqual([])
    expect({ violation, completed, parked }).toEqual({
      violation: undefined,
      completed: true,
      parked: walk.effect === 'B',
    })
    expect(states).toBeGreaterThan(5_000)
  })
})

describe('what nobody can promise', () => {
  const walks: Readonly<Record<string, Walk>> = {
    'the store forgets, and the backend does not dedupe': { effect: 'B', bounds: { losses: 1 } },
    'declared absent while a call is under way': { effect: 'B', resolveAbsent: 'now' },
    'declared absent while a sender is paused': { effect: 'B', resolveAbsent: 'network-drained' },
  }
  test.each(Object.entries(walks))('%s', (_, walk) => {
    expect(explore(walk).violation).toBe('duplicate')
  })
})

describe('a broken rule is found', () => {
  const broken: Readonly<Record<Broken, string>> = {
    unfenced: 'duplicate',
    'intent-ignored': 'duplicate',
    'send-before-intent': 'duplicate',
    'resend-on-resume': 'duplicate',
    'undo-after-send': 'duplicate',
    'release-forgets': 'duplicate',
    'complete-on-timeout': 'completed-without-effect',
    'steps-forgotten': 'duplicate',
  }
  const cases = Object.entries(broken).flatMap(([rule, violation]) =>
    [1, 2].map((steps) => ({ rule: rule as Broken, violation, steps })),
  )
  test.each(cases)('$rule, in $steps steps', ({ rule, violation, steps }) => {
    const found = explore({ effect: 'B', steps, bounds: { begins: 3, crashes: 1 }, broken: rule })
    expect(found.violation, found.trace.join(' > ')).toBe(violation)
  })
})
