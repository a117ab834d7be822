/** Its false alarms are bounded whatever happens below the rate that is allowed, and it notices what is above. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EDetector, rateBound, THRESHOLD } from '../../gateway/drift/e-detector.ts'
import { randomOf } from './orders.ts'

/** Evidence after each event of a stream that has it with chance `rate`. */
function evidenceOf(p0: number, rate: number, count: number, random: () => number): number[] {
  const detector = new EDetector(p0)
  const evidence: number[] = []
  for (let observation = 1; observation <= count; observation++)
    if (random() < rate) evidence.push(detector.happened(observation))
  return evidence
}

const rates = fc.double({ min: 1e-4, max: 0.5, noNaN: true })

test('what did not happen is accounted for as if each observation had been looked at', () => {
  fc.assert(
    fc.property(rates, fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 12 }), (p0, gaps) => {
      const detector = new EDetector(p0)
      const factors = [1.5, 2, 4, 8, 20, 60]
        .map((m) => Math.min(0.98, 1 - (1 - p0) ** m))
        .filter((p1) => p1 > 1.05 * p0)
      const slow = factors.map(() => 0)
      let observation = 0
      for (const gap of gaps) {
        observation += gap + 1
        for (const [j, p1] of factors.entries()) {
          for (let quiet = 0; quiet < gap; quiet++) slow[j] = ((slow[j] ?? 0) + 1) * ((1 - p1) / (1 - p0))
          slow[j] = ((slow[j] ?? 0) + 1) * (p1 / p0)
        }
        const expected = slow.reduce((sum, one) => sum + one, 0) / slow.length
        const evidence = detector.happened(observation)
        expect(Math.abs(evidence - expected)).toBeLessThanOrEqual(1e-6 * expected)
      }
    }),
    { numRuns: 200 },
  )
})

describe('while the rate is not above p0', () => {
  test('an observation adds at most one to the evidence, on average, whatever it was before', () => {
    fc.assert(
      fc.property(
        rates,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.array(fc.nat(300), { maxLength: 8 }),
        (p0, share, gaps) => {
          const rate = p0 * share
          // S is a sum of terms that are linear in R: what one more observation makes of it shows in the next event.
          const evidenceIf = (last: 'event' | 'none' | 'not made') => {
            const detector = new EDetector(p0)
            let at = 0
            for (const gap of gaps) {
              at += gap + 1
              detector.happened(at)
            }
            if (last === 'not made') return detector.evidence(at)
            at++
            if (last === 'event') return detector.happened(at)
            return detector.evidence(at)
          }
          const average = rate * evidenceIf('event') + (1 - rate) * evidenceIf('none')
          expect(average).toBeLessThanOrEqual((evidenceIf('not made') + 1) * (1 + 1e-9))
        },
      ),
      { numRuns: 500 },
    )
  })

  test('an alarm within t observations has at most a chance of t / threshold', () => {
    const [runs, count, threshold] = [4_000, 500, 10_000]
    const random = randomOf(1)
    let alarms = 0
    // No slack at all: the rate is p0.
    for (let run = 0; run < runs; run++)
      if (evidenceOf(0.05, 0.05, count, random).some((evidence) => evidence >= threshold)) alarms++
    // 5 % of 4000 is what the bound allows; four standard deviations more would be a coincidence.
    expect(alarms).toBeLessThanOrEqual((runs * count) / threshold + 4 * Math.sqrt((runs * count) / threshold))
    expect(alarms).toBeGreaterThan(0)
  })
})

test.each([
  [0.01, 0.1, 400],
  [0.001, 0.05, 400],
  [0.01, 0.03, 3_000],
  [0.2, 1, 40],
])('a rate of %s that becomes %s is noticed within %s observations', (before, after, within) => {
  const random = randomOf(7)
  const p0 = rateBound(before * 5_000, 5_000, 5_000)
  for (let run = 0; run < 20; run++)
    expect(Math.max(...evidenceOf(p0, after, within, random))).toBeGreaterThanOrEqual(THRESHOLD)
})

test('what was never seen in few records may well be in the next', () => {
  expect(rateBound(0, 5_000, 5_000)).toBeLessThan(0.001)
  expect(rateBound(0, 5_000, 10)).toBeGreaterThan(0.3)
  fc.assert(
    fc.property(fc.nat(10_000), fc.nat(10_000), fc.nat(10_000), (happened, more, distinct) => {
      const observed = happened + more
      const bound = rateBound(happened, observed, distinct)
      expect(bound).toBeGreaterThan(0)
      expect(bound).toBeLessThan(1)
      if (observed > 0) expect(bound).toBeGreaterThanOrEqual(Math.min(happened / observed, 1 - 1e-5))
    }),
  )
})
