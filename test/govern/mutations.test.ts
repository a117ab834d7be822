/** A message that was fine and is refused is always noticed, and on the right side. `GOVERN_CASES` sets how many. */
import { expect, test } from 'vitest'
import { type Mutation, mutation } from './mutations.ts'
import { seeded } from './random.ts'
import { compareTexts } from './support.ts'

const cases = Number(process.env.GOVERN_CASES ?? 50)

test(`${cases} narrowed requests and widened responses are found`, { timeout: 20_000 + cases * 500 }, () => {
  const random = seeded(7)
  const missed: unknown[] = []
  const unproved: unknown[] = []
  const loud: unknown[] = []
  for (let index = 0, done = 0; done < cases; index++) {
    const found = mutation(index, random)
    if (!found) continue
    done++
    const findings = compareMutation(found).findings.filter(({ effect }) => effect === 'break')
    const right = findings.filter(({ direction }) => direction === found.flow)
    const said = { id: found.id, flow: found.flow, change: found.change, findings }
    if (right.length < findings.length) loud.push(said)
    if (right.length === 0) missed.push(said)
    else if (right.every(({ verdict }) => verdict === 'unproved')) unproved.push(said)
  }
  expect(missed).toEqual([])
  expect(loud).toEqual([])
  expect(unproved.length, JSON.stringify(unproved, undefined, 2)).toBeLessThanOrEqual(cases / 100)
})

const compareMutation = ({ flow, text, narrowed }: Mutation) =>
  flow === 'request' ? compareTexts(text, narrowed) : compareTexts(narrowed, text)
