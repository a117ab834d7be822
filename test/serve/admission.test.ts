/** What is shed, and when: the less important first, and nothing for one long pause. */
import { afterEach, expect, test } from 'vitest'
import type { Priority } from '../../contracts/runtime/load.ts'
import { Problem } from '../../gateway/problem.ts'
import { Admission } from '../../gateway/serve/admission.ts'

let admission = new Admission(false)
afterEach(() => {
  admission.close()
  admission = new Admission(false)
})

const priorities: readonly Priority[] = ['critical', 'normal', 'background']
const admitted = () =>
  priorities.filter((priority) => {
    try {
      admission.enter(priority)
      return true
    } catch (error) {
      expect(error).toMatchObject({
        slug: 'overloaded',
        headers: { 'retry-after': expect.stringMatching(/^[123]$/) },
      })
      return false
    }
  })

test.each([
  [50, priorities, false],
  [150, priorities, true],
  [250, ['critical', 'normal'], true],
  [700, ['critical'], true],
])('%d ms behind for two seconds', (delayMs, expected, isBehind) => {
  admission.note(delayMs)
  expect(admitted()).toEqual(priorities)
  admission.note(delayMs)
  expect(admitted()).toEqual(expected)
  expect(admission.isBehind).toBe(isBehind)
  admission.note(0)
  expect(admitted()).toEqual(priorities)
})

test('a thousand requests are under way, and no more', () => {
  for (let count = 0; count < 1000; count++) admission.enter('critical')
  expect(() => admission.enter('critical')).toThrow(Problem)
  admission.leave()
  admission.enter('background')
})
