/** Requests can be compared by whoever has the key, and by nobody else. */
import { expect, test } from 'vitest'
import { createMarker } from '../../gateway/store/mark.ts'

const oldKey = 'an old key of at least thirty-two bytes'
const newKey = 'a new key of at least thirty-two bytes!'

test('the same text has the same mark, in every process', () => {
  expect(createMarker([newKey]).mark('a')).toBe(createMarker([newKey, oldKey]).mark('a'))
  expect(createMarker([newKey]).mark('a')).not.toBe(createMarker([newKey]).mark('b'))
})

test('without the key nothing can be compared', () => {
  expect(createMarker([oldKey]).mark('a')).not.toBe(createMarker([newKey]).mark('a'))
})

test('after a change of keys, what was marked before is still recognised', () => {
  const before = createMarker([oldKey]).mark('a')
  const changed = createMarker([newKey, oldKey])
  expect(changed.mark('a')).not.toBe(before)
  expect(changed.markLike('a', before)).toBe(before)
  expect(changed.markLike('b', before)).not.toBe(before)
  expect(createMarker([newKey]).markLike('a', before)).toBeUndefined()
})
