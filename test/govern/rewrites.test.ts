/** The same contract in other words is the same contract. `GOVERN_CASES` sets how many are tried. */
import { expect, test } from 'vitest'
import { contracts } from './places.ts'
import { seeded } from './random.ts'
import { rewritten } from './rewrites.ts'
import { compareTexts } from './support.ts'

const cases = Number(process.env.GOVERN_CASES ?? 50)

test(`${cases} contracts in other words are compatible, both ways`, { timeout: 20_000 + cases * 500 }, () => {
  const random = seeded(20_260_101)
  const wrong: unknown[] = []
  for (let index = 0; index < cases; index++) {
    const { id, text } = contracts[index % contracts.length] as (typeof contracts)[number]
    const { text: other, done } = rewritten(text, 1 + random.below(4), random)
    expect(done.length).toBeGreaterThan(0)
    const [old, next] = random() < 0.5 ? [text, other] : [other, text]
    const { verdict, findings } = compareTexts(old, next)
    if (verdict !== 'compatible')
      wrong.push({ id, done, findings: findings.filter((one) => one.effect === 'break') })
  }
  expect(wrong).toEqual([])
})
