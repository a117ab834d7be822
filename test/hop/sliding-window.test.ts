/** Counts of the last while are those of the last while, whether there were calls meanwhile or not. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SlidingWindow } from '../../gateway/hop/policies/sliding-window.ts'

const event = fc.record({ failed: fc.boolean(), afterMs: fc.nat(4_000) })

test('it counts what a list of all calls counts', () => {
  fc.assert(
    fc.property(fc.nat(100_000), fc.array(event, { maxLength: 200 }), (startMs, events) => {
      const window = new SlidingWindow(10_000)
      const all: { failed: boolean; second: number }[] = []
      let now = startMs
      for (const { failed, afterMs } of events) {
        now += afterMs
        window.record(failed, now)
        const second = Math.floor(now / 1000)
        all.push({ failed, second })
        const recent = all.filter((call) => call.second > second - 10)
        expect(window.calls(now)).toBe(recent.length)
        expect(window.failures(now)).toBe(recent.filter((call) => call.failed).length)
      }
      expect(window.calls(now + 10_000)).toBe(0)
    }),
  )
})

test('cleared, it knows nothing', () => {
  const window = new SlidingWindow(1_000)
  window.record(true, 50)
  window.clear()
  expect([window.calls(60), window.failures(60)]).toEqual([0, 0])
})
