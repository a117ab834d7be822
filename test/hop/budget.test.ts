/** All retries together cost no more than a share of the calls and a few per second, whatever happens when. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Budget } from '../../gateway/hop/policies/budget.ts'

function budgetAt(ratio: number, perSecond: number) {
  const time = { now: 5_000 }
  return { time, budget: new Budget({ ratio, perSecond }, () => time.now) }
}

const spendAll = (budget: Budget) => {
  let spent = 0
  while (budget.spend()) spent++
  return spent
}

test('five calls pay for one retry', () => {
  const { budget } = budgetAt(0.2, 0)
  for (let i = 0; i < 14; i++) budget.earn()
  expect(spendAll(budget)).toBe(2)
  budget.earn()
  expect(spendAll(budget)).toBe(1)
})

test('calls pay for ten seconds', () => {
  const { budget, time } = budgetAt(0.2, 0)
  for (let i = 0; i < 10; i++) budget.earn()
  time.now += 8_999
  expect(budget.snapshot().available).toBe(2)
  time.now += 2_000
  expect(spendAll(budget)).toBe(0)
})

test('a few are free each second', () => {
  const { budget, time } = budgetAt(0.2, 10)
  expect(spendAll(budget)).toBe(10)
  time.now += 500
  expect(spendAll(budget)).toBe(5)
  time.now += 3_600_000
  expect(spendAll(budget)).toBe(10)
  expect(budget.snapshot()).toEqual({ available: 0, spent: 25, refused: 3 })
})

test('never more than the share and the reserve', () => {
  const step = fc.record({ afterMs: fc.nat(3_000), calls: fc.nat(50), retries: fc.nat(50) })
  fc.assert(
    fc.property(
      fc.constantFrom(0, 0.1, 0.2, 0.5, 1),
      fc.nat(10),
      fc.array(step),
      (ratio, perSecond, steps) => {
        const { budget, time } = budgetAt(ratio, perSecond)
        let calls = 0
        let retries = 0
        for (const { afterMs, ...one } of steps) {
          time.now += afterMs
          for (let i = 0; i < one.calls; i++) budget.earn()
          calls += one.calls
          for (let i = 0; i < one.retries; i++) if (budget.spend()) retries++
          const { available } = budget.snapshot()
          expect(available).toBeGreaterThanOrEqual(0)
          expect(retries).toBeLessThanOrEqual(
            ratio * calls + perSecond * (1 + (time.now - 5_000) / 1_000) + 1e-6,
          )
        }
      },
    ),
  )
})
