/** What counts promise, whatever database they rest on. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newToken } from '../../gateway/store/store.ts'
import type { Tallies, Tally } from '../../gateway/store/tallies/tallies.ts'
import { type Database, describeStores } from './drivers.ts'

const keepMs = 60_000
const tally = (name: string, count: number, firstAt = 1_000, lastAt = firstAt): Tally => ({
  name,
  count,
  firstAt,
  lastAt,
})

describeStores((create) => {
  let database: Database
  let tallies: Tallies
  const add = (id: string, ...counts: readonly Tally[]) => tallies.add({ id, keepMs }, newToken(), counts)
  const counts = async (id: string) =>
    (await tallies.counts(id)).toSorted((a, b) => (a.name < b.name ? -1 : 1))

  beforeAll(async () => {
    database = await create()
    tallies = await database.openTallies()
  })
  afterAll(async () => {
    await tallies.close()
    await database.drop()
  })

  test('what is added is summed up by name, from the first time to the last', async () => {
    await add('sums', tally('a b', 2, 2_000, 3_000), tally('ü', 1))
    await add('sums', tally('a b', 40, 1_500, 2_500))
    expect(await counts('sums')).toEqual([tally('a b', 42, 1_500, 3_000), tally('ü', 1)])
    expect(await counts('others')).toEqual([])
  })

  test('large counts stay exact', async () => {
    await add('large', tally('a', 2 ** 52, Date.now()))
    await add('large', tally('a', 2 ** 52 - 1, Date.now()))
    expect((await counts('large'))[0]?.count).toBe(Number.MAX_SAFE_INTEGER)
  })

  test('a batch that comes twice counts once, in each group', async () => {
    const batch = newToken()
    for (const id of ['twice', 'twice', 'twice too'])
      await tallies.add({ id, keepMs }, batch, [tally('a', 5)])
    expect(await counts('twice')).toEqual([tally('a', 5)])
    expect(await counts('twice too')).toEqual([tally('a', 5)])
  })

  test('what several add at once is all there', async () => {
    const other = await database.openTallies()
    const all = Array.from({ length: 40 }, (_, index) =>
      (index % 2 ? other : tallies).add({ id: 'crowd', keepMs }, newToken(), [tally('a', index)]),
    )
    await Promise.all(all)
    expect((await counts('crowd'))[0]?.count).toBe((39 * 40) / 2)
    if (other !== tallies) await other.close()
  })

  test('what was added is there for who comes later', async () => {
    const before = await database.openTallies()
    await before.add({ id: 'later', keepMs }, newToken(), [tally('a', 5)])
    await before.collect({ id: 'later', keepMs }, ['a'], 3)
    if (before !== tallies) await before.close()
    const after = await database.openTallies()
    expect(await after.counts('later')).toEqual([tally('a', 5)])
    expect(await after.collected('later')).toEqual(['a'])
    if (after !== tallies) await after.close()
  })

  test('of a list the newest are kept', async () => {
    const list = { id: 'newest', keepMs }
    await tallies.collect(list, ['a', 'b'], 3)
    await tallies.collect(list, ['c', 'd'], 3)
    expect(await tallies.collected('newest')).toEqual(['d', 'c', 'b'])
    await tallies.collect(list, ['e', 'f', 'g', 'h'], 3)
    expect(await tallies.collected('newest')).toEqual(['h', 'g', 'f'])
    await tallies.collect({ id: 'other', keepMs }, ['x'], 3)
    expect(await tallies.collected('newest')).toHaveLength(3)
    expect(await tallies.collected('nothing')).toEqual([])
  })

  test('what nobody adds to is forgotten', async () => {
    await tallies.add({ id: 'short', keepMs: 30 }, newToken(), [tally('a', 1)])
    await tallies.collect({ id: 'short', keepMs: 30 }, ['a'], 3)
    await new Promise((resolve) => setTimeout(resolve, 60))
    expect(await counts('short')).toEqual([])
    expect(await tallies.collected('short')).toEqual([])
  })
})
