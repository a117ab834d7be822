/** Pages by key: a page starts after the last key of the one before, whatever came or went in between. */

interface Page<Item> {
  readonly items: readonly Item[]
  readonly nextCursor?: string
}

/** @param found one item more than `limit`, if there are more */
export function page<Item>(found: readonly Item[], limit: number, keyOf: (item: Item) => string): Page<Item> {
  const items = found.slice(0, limit)
  const last = items.at(-1)
  if (found.length <= limit || last === undefined) return { items }
  return { items, nextCursor: Buffer.from(keyOf(last)).toString('base64url') }
}

/** The key a cursor stands for. Cursors that were not made by `page` stand for some other text. */
export const keyOf = (cursor: string): string => Buffer.from(cursor, 'base64url').toString()
