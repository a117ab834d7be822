/** What a log of events promises, whatever database it rests on. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Letter } from '../../gateway/hub/letter.ts'
import type { Delivery, Lane } from '../../gateway/hub/log/driver.ts'
import type { Parcel } from '../../gateway/hub/parcel.ts'
import { newToken, Store } from '../../gateway/store/store.ts'
import { describeLogs, type LogDatabase } from './logs.ts'

const leaseMs = 60_000
let count = 0

describeLogs((create) => {
  let database: LogDatabase
  beforeAll(async () => {
    database = await create()
  })
  afterAll(() => database.drop())

  /** A topic of its own for each test, with a subscription that has a lane of it. */
  async function lane(): Promise<{ lane: Lane; token: string; parcel: (id: string) => Parcel }> {
    const topic = `topic-${++count}`
    const lane = { subscription: `subscription-${count}`, topic, partition: 3 }
    await database.log.enlist(lane.subscription, topic)
    const token = newToken()
    expect(await database.log.hold(lane, token, leaseMs)).toBe(true)
    return { lane, token, parcel: (id) => ({ id, topic, partition: 3, data: `data of ${id}` }) }
  }
  const ids = (found: readonly Delivery[] | undefined) => found?.map(({ id }) => id)
  const letterOf = (lane: Lane, id: string, state: Letter['state'] = 'new') =>
    ({ id: `DL-3${id.padEnd(21, '-')}`, state, revision: newToken(), lane, at: ++count }) as Letter

  test('events come in the order they were added, each once', async () => {
    const { lane: own, token, parcel } = await lane()
    await database.log.append(['a', 'b', 'c'].map(parcel))
    await database.log.append(['b', 'd'].map(parcel))
    expect(ids(await database.log.read(own, token, 3))).toEqual(['a', 'b', 'c'])
    const [last] = (await database.log.read(own, token, 3)) ?? []
    expect(last).toMatchObject({ id: 'd', data: 'data of d', deliveries: 0 })
    expect(Math.abs((last?.at ?? 0) - Date.now())).toBeLessThan(60_000)
    expect(await database.log.read(own, token, 3)).toEqual([])
  })

  test('events of before somebody subscribed are not for it, later ones are', async () => {
    const { lane: own, parcel } = await lane()
    await database.log.append([parcel('early')])
    const late = { ...own, subscription: `${own.subscription}-late` }
    await database.log.enlist(late.subscription, late.topic)
    await database.log.append([parcel('later')])
    await database.log.enlist(late.subscription, late.topic)
    const token = newToken()
    await database.log.hold(late, token, leaseMs)
    expect(ids(await database.log.read(late, token, 9))).toEqual(['later'])
  })

  test('one holds a lane, until it is given back or its lease is over', async () => {
    const { lane: own, token } = await lane()
    const other = newToken()
    expect(await database.other.hold(own, other, leaseMs)).toBe(false)
    expect(await database.log.hold(own, token, 30)).toBe(true)
    await new Promise((resolve) => setTimeout(resolve, 60))
    expect(await database.other.hold(own, other, leaseMs)).toBe(true)
    expect(await database.log.hold(own, token, leaseMs)).toBe(false)
    await database.other.leave(own, other, [])
    expect(await database.log.hold(own, token, leaseMs)).toBe(true)
  })

  test('who lost the lane can neither read nor settle', async () => {
    const { lane: own, token, parcel } = await lane()
    await database.log.append(['a', 'b'].map(parcel))
    const [first] = (await database.log.read(own, token, 1)) ?? []
    await database.log.leave(own, token, [])
    const other = newToken()
    await database.other.hold(own, other, leaseMs)
    const { position = '' } = first ?? {}
    expect(await database.log.read(own, token, 9)).toBeUndefined()
    expect(await database.log.leftovers(own, token)).toBeUndefined()
    expect(await database.log.settle(own, token, [position], [letterOf(own, 'zombie')])).toBe(false)
    expect(await database.log.mark(own, token, position, 9)).toBe(false)
    expect(await database.other.leftovers(own, other)).toMatchObject([{ id: 'a', deliveries: 1 }])
    expect(await database.log.letter(letterOf(own, 'zombie').id)).toBeUndefined()
  })

  test('what was read and not settled is found by the next one, with how often it was delivered', async () => {
    const { lane: own, token, parcel } = await lane()
    await database.log.append(['a', 'b', 'c', 'd'].map(parcel))
    const [a, b, c] = (await database.log.read(own, token, 3)) ?? []
    await database.log.settle(own, token, [b?.position ?? ''], [])
    await database.log.mark(own, token, a?.position ?? '', 3)
    await database.log.leave(own, token, [c?.position ?? ''])
    const next = newToken()
    await database.other.hold(own, next, leaseMs)
    expect(await database.other.leftovers(own, next)).toMatchObject([
      { id: 'a', data: 'data of a', deliveries: 3 },
      { id: 'c', deliveries: 0 },
    ])
    expect(ids(await database.other.read(own, next, 9))).toEqual(['d'])
  })

  test('events leave the outbox for the log, once', async () => {
    const { lane: own, token } = await lane()
    const store = new Store(database.store)
    const id = `wish ${own.topic}`
    const holder = newToken()
    await store.apply(id, { kind: 'begin', fingerprint: '', token: holder, leaseMs })
    const events = ['x', 'y'].map((id) => ({ id: `${own.topic}-${id}`, data: `${own.topic} 3 sealed-${id}` }))
    await store.apply(
      id,
      { kind: 'complete', token: holder, reply: '', retentionMs: 1000 },
      undefined,
      events,
    )
    const moved = await Promise.all([database.log.relay(10), database.other.relay(10)])
    expect(moved.flat().filter(({ topic }) => topic === own.topic).length).toBeGreaterThanOrEqual(2)
    expect(await database.log.relay(10)).toEqual([])
    const found = await database.log.read(own, token, 9)
    expect(found?.map(({ data }) => data)).toEqual(['sealed-x', 'sealed-y'])
  })

  test('a letter is kept with what it is about, once, and changed by one at a time', async () => {
    const { lane: own, token, parcel } = await lane()
    await database.log.append(['a'].map(parcel))
    const [a] = (await database.log.read(own, token, 1)) ?? []
    const letter = letterOf(own, `${count}a`)
    await database.log.settle(own, token, [a?.position ?? ''], [letter])
    await database.log.settle(own, token, [a?.position ?? ''], [{ ...letter, revision: newToken() }])
    expect(await database.other.letter(letter.id)).toEqual(letter)
    expect((await database.other.letters('new', 100)).map(({ id }) => id)).toContain(letter.id)
    const other = letterOf(own, `${count}b`)
    expect(await database.log.swapLetter('', other)).toBe(true)
    expect(await database.log.swapLetter('', { ...other, revision: newToken() })).toBe(false)
    const queued = { ...letter, state: 'queued', revision: newToken() } as const
    expect(await database.log.swapLetter(letter.revision, queued)).toBe(true)
    expect(await database.other.swapLetter(letter.revision, { ...letter, revision: newToken() })).toBe(false)
    expect((await database.log.letters('new', 100)).map(({ id }) => id)).not.toContain(letter.id)
    expect(await database.log.letters('queued', 100)).toContainEqual(queued)
    const ended = { ...queued, state: 'discarded', revision: newToken() } as const
    await database.log.swapLetter(queued.revision, ended)
    await database.log.forgetLetters(letter.at)
    expect(await database.log.letter(letter.id)).toEqual(ended)
    await database.log.forgetLetters(letter.at + 1)
    expect(await database.log.letter(letter.id)).toBeUndefined()
  })

  test('nothing is forgotten that a subscription has not settled', async () => {
    const { lane: own, token, parcel } = await lane()
    await database.log.append(['a', 'b', 'c', 'd'].map(parcel))
    const [a, , c] = (await database.log.read(own, token, 3)) ?? []
    await database.log.settle(own, token, [a?.position ?? '', c?.position ?? ''], [])
    const tomorrow = Date.now() + 86_400_000
    const kept = async () => ids(await database.log.history(own.topic, 3, 0, tomorrow))
    expect(await database.log.backlog(own.subscription, own.topic)).toMatchObject({ waiting: 2 })
    await database.log.trim(own.topic, Date.now() - 60_000, [own.subscription])
    expect(await kept()).toEqual(['a', 'b', 'c', 'd'])
    await database.log.trim(own.topic, tomorrow, [own.subscription])
    expect(await kept()).toEqual(['b', 'c', 'd'])
    expect(ids(await database.log.leftovers(own, token))).toEqual(['b'])
  })
})
