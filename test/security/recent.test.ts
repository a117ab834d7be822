/** What is remembered of callers has an end, however many come. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Recent } from '../../gateway/security/recent.ts'

test('remembers never more than twice as many, and forgets nothing that is asked for', () => {
  const recent = new Recent<number, string>(100)
  recent.set(-1, 'asked for')
  for (let key = 0; key < 10_000; key++) {
    recent.set(key, String(key))
    expect(recent.get(-1)).toBe('asked for')
    expect(recent.size).toBeLessThanOrEqual(200)
  }
})

test('gives what was set last, or nothing', () => {
  const step = fc.record({
    key: fc.integer({ min: 0, max: 9 }),
    value: fc.option(fc.string({ minLength: 1 })),
  })
  fc.assert(
    fc.property(fc.array(step), fc.integer({ min: 1, max: 5 }), (steps, max) => {
      const recent = new Recent<number, string>(max)
      const model = new Map<number, string>()
      for (const { key, value } of steps) {
        if (value === null) {
          const found = recent.get(key)
          expect(found === undefined || found === model.get(key)).toBe(true)
        } else {
          recent.set(key, value)
          model.set(key, value)
          expect(recent.get(key)).toBe(value)
        }
      }
    }),
  )
})
