/** What a system does not know is absent, and everything it does know stays. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { present } from '#wire/present'

const members = fc.dictionary(
  fc.stringMatching(/^[a-z]{1,8}$/),
  fc.oneof(fc.constantFrom(null, undefined, '', 0, false), fc.string(), fc.integer()),
)

test('null and undefined are left out, nothing else', () => {
  fc.assert(
    fc.property(members, (value) => {
      const known = Object.entries(value).filter(([, member]) => member !== null && member !== undefined)
      expect(Object.entries(present(value))).toEqual(known)
    }),
  )
})

test('what is given stays as it is', () => {
  const value = { name: 'Ida', phone: null }
  present(value)
  expect(value).toEqual({ name: 'Ida', phone: null })
})

test('empty text, zero, false and empty objects are known', () => {
  const value = { note: '', quantity: 0, sellable: false, address: {} }
  expect(present(value)).toEqual(value)
})
