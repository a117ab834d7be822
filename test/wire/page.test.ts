/** Paging through a list by its cursors: every item once, and no way in for a cursor of somebody else. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pagesOf } from '#wire/page'

const pages = pagesOf('numbers', /^[0-9]{1,9}$/)
const toKey = (item: number) => String(item)

/** A store that answers as the systems do: in order, after a key, one more than asked for. */
const find = (stored: readonly number[], after: string, limit: number) =>
  stored
    .filter((item) => after === '' || item > Number(after))
    .toSorted((a, b) => a - b)
    .slice(0, limit + 1)

test('paging through any list visits each item once, in order', () => {
  const list = fc.uniqueArray(fc.nat({ max: 1e9 - 1 }), { maxLength: 60 })
  fc.assert(
    fc.property(list, fc.integer({ min: 1, max: 20 }), (stored, limit) => {
      const visited: number[] = []
      let cursor: string | undefined
      do {
        const after = pages.after(cursor)
        if (after === undefined) throw new Error(`${cursor} is a cursor of ours`)
        const { items, nextCursor } = pages.page(find(stored, after, limit), limit, toKey)
        expect(items.length).toBeLessThanOrEqual(limit)
        visited.push(...items)
        cursor = nextCursor
      } while (cursor !== undefined)
      expect(visited).toEqual(stored.toSorted((a, b) => a - b))
    }),
  )
})

test('what comes and goes between two pages moves no other item', () => {
  const list = fc.uniqueArray(fc.nat({ max: 999 }), { minLength: 2, maxLength: 30 })
  fc.assert(
    fc.property(list, fc.array(fc.nat({ max: 999 })), (stored, gone) => {
      const limit = Math.ceil(stored.length / 2)
      const first = pages.page(find(stored, '', limit), limit, toKey)
      const left = stored.filter((item) => !gone.includes(item))
      const second = find(left, pages.after(first.nextCursor) ?? '', stored.length)
      const expected = left.filter((item) => first.nextCursor && item > Number(first.items.at(-1)))
      if (first.nextCursor) expect(second).toEqual(expected.toSorted((a, b) => a - b))
    }),
  )
})

test('a cursor has the form the contracts give it', () => {
  const { nextCursor } = pages.page([1, 2], 1, toKey)
  expect(nextCursor).toMatch(/^[A-Za-z0-9_-]{1,200}$/)
  expect(pages.after(nextCursor)).toBe('1')
})

const encoded = (text: string) => Buffer.from(text).toString('base64url')

test.each([
  ['of another list', encoded('letters:17')],
  ['with a key of another form', encoded('numbers:Infinity')],
  ['without a key', encoded('numbers:')],
  ['without a list', encoded('17')],
  ['with something after it', `${encoded('numbers:17')}A`],
  ['made up', 'Infinity'],
])('a cursor %s is none of ours', (_, cursor) => {
  expect(pages.after(cursor)).toBeUndefined()
})

test('no made-up cursor is one of ours', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-z0-9_-]{1,40}$/), (cursor) => {
      const after = pages.after(cursor)
      if (after !== undefined) expect(cursor).toBe(encoded(`numbers:${after}`))
    }),
  )
})
