/** What a store keeps can be read by nobody else, and cannot be moved or altered unnoticed. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createSealer, SealBroken } from '../../gateway/store/seal.ts'

const oldKey = 'an old key of at least thirty-two bytes'
const newKey = 'a new key of at least thirty-two bytes!'
const place = { id: 'op-1', part: 'reply' }

test('what was sealed comes back', () => {
  const sealer = createSealer([newKey])
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 10_000, size: 'max' }), (plain) => {
      expect(sealer.open(sealer.seal(plain, place), place)).toEqual(Buffer.from(plain))
    }),
    { numRuns: 50 },
  )
})

test('large replies are kept small', () => {
  const plain = Buffer.from(JSON.stringify(Array.from({ length: 2_000 }, (_, line) => ({ line }))))
  expect(createSealer([newKey]).seal(plain, place).length).toBeLessThan(plain.length / 2)
})

test('sealing the same twice does not look the same', () => {
  const sealer = createSealer([newKey])
  const [one, other] = [sealer.seal(Buffer.from('x'), place), sealer.seal(Buffer.from('x'), place)]
  expect(one).not.toEqual(other)
})

test('any altered byte is noticed', () => {
  const sealer = createSealer([newKey])
  const sealed = sealer.seal(Buffer.from('{"total":"29.70"}'), place)
  for (let at = 0; at < sealed.length; at++) {
    const altered = Buffer.from(sealed)
    altered[at] = (altered[at] ?? 0) ^ 1
    expect(() => sealer.open(altered, place), `byte ${at}`).toThrow(SealBroken)
    expect(() => sealer.open(sealed.subarray(0, at), place), `cut at ${at}`).toThrow(SealBroken)
  }
})

test.each([
  ['another record', { id: 'op-2', part: 'reply' }],
  ['another part', { id: 'op-1', part: 'request' }],
])('bytes put in %s do not open', (_, elsewhere) => {
  const sealer = createSealer([newKey])
  expect(() => sealer.open(sealer.seal(Buffer.from('x'), place), elsewhere)).toThrow(SealBroken)
})

test('keys can be changed: the new one seals, the old one still opens', () => {
  const before = createSealer([oldKey]).seal(Buffer.from('kept'), place)
  const changed = createSealer([newKey, oldKey])
  expect(String(changed.open(before, place))).toBe('kept')
  const after = changed.seal(Buffer.from('kept'), place)
  expect(() => createSealer([oldKey]).open(after, place)).toThrow(SealBroken)
  expect(String(createSealer([newKey]).open(after, place))).toBe('kept')
})

test('a short key is refused', () => {
  expect(() => createSealer(['short'])).toThrow('32 bytes')
  expect(() => createSealer([])).toThrow('needs a key')
})
