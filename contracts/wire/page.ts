/** Pages by key: a page starts after the last key of the one before, whatever came or went in between. */

export interface Page<Item> {
  readonly items: readonly Item[]
  readonly nextCursor?: string
}

/** The pages of one list. */
export interface Pages {
  /** @param found one item more than `limit`, if there are more */
  page<Item>(found: readonly Item[], limit: number, keyOf: (item: Item) => string): Page<Item>
  /** The key to go on after: empty at the start of the list, `undefined` when the cursor is none of this list. */
  after(cursor: string | undefined): string | undefined
}

/** Nothing comes after a cursor that is not ours. */
export const endOfList = { items: [] } as const

/**
 * @param list its name stands in its cursors, so that no other list takes them
 * @param key the form of its keys
 */
export function pagesOf(list: string, key: RegExp): Pages {
  const cursorOf = (lastKey: string) => Buffer.from(`${list}:${lastKey}`).toString('base64url')
  return {
    page(found, limit, keyOf) {
      const items = found.slice(0, limit)
      const last = items.at(-1)
      if (found.length <= limit || last === undefined) return { items }
      return { items, nextCursor: cursorOf(keyOf(last)) }
    },
    after(cursor) {
      if (cursor === undefined) return ''
      const lastKey = Buffer.from(cursor, 'base64url')
        .toString()
        .slice(list.length + 1)
      return key.test(lastKey) && cursorOf(lastKey) === cursor ? lastKey : undefined
    },
  }
}
