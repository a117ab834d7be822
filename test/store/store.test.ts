/** What a store promises, whatever database it rests on. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Command } from '../../gateway/store/command.ts'
import type { Driver } from '../../gateway/store/driver.ts'
import { newToken, Store } from '../../gateway/store/store.ts'
import { type Database, describeStores } from './drivers.ts'

const leaseMs = 60_000
const accepted = { queue: 'process/example/v1', request: 'sealed', completeBy: Number.MAX_SAFE_INTEGER }

describeStores((create) => {
  let database: Database
  let driver: Driver
  let store: Store
  const begin = (id: string, own: Partial<Extract<Command, { kind: 'begin' }>> = {}) =>
    store.apply(id, { kind: 'begin', fingerprint: 'f', token: newToken(), leaseMs, ...own })

  beforeAll(async () => {
    database = await create()
    driver = await database.open()
    store = new Store(driver)
  })
  afterAll(async () => {
    await driver.close()
    await database.drop()
  })

  test('of many who begin at once, one does', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => begin('crowd')))
    expect(answers.filter(({ answer }) => answer === 'held')).toHaveLength(1)
    expect(answers.filter(({ answer }) => answer === 'busy')).toHaveLength(49)
  })

  test('a command that comes twice acts once', async () => {
    const token = newToken()
    const first = await begin('twice', { token })
    const second = await begin('twice', { token })
    expect([first.answer, second.answer]).toEqual(['held', 'held'])
    expect(second.stored.record?.attempts).toBe(1)
  })

  test('another wish under the same key is told so, in every state', async () => {
    const token = newToken()
    await begin('mismatch', { token })
    expect((await begin('mismatch', { fingerprint: 'other' })).answer).toBe('mismatch')
    await store.apply('mismatch', { kind: 'complete', token, reply: 'r', retentionMs: 60_000 })
    expect((await begin('mismatch', { fingerprint: 'other' })).answer).toBe('mismatch')
    expect(await begin('mismatch')).toMatchObject({ answer: 'completed', stored: { record: { reply: 'r' } } })
  })

  test('who lost the lease writes nothing more', async () => {
    const token = newToken()
    const { stored } = await store.apply('fenced', { kind: 'begin', fingerprint: 'f', token, leaseMs: 1 })
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect((await begin('fenced')).answer).toBe('held')
    const complete = { kind: 'complete', token, reply: 'of a zombie', retentionMs: 60_000 } as const
    expect((await store.apply('fenced', complete, stored)).answer).toBe('lost')
    expect((await store.find('fenced'))?.state).toBe('pending')
  })

  test('who works alone needs one exchange a write, and a lost record is no ground to write', async () => {
    const token = newToken()
    const held = await begin('notes', { token })
    const intent = { kind: 'note', token, notes: { pay: { phase: 'intent' } } } as const
    const noted = await store.apply('notes', intent, held.stored)
    expect(noted.stored.record?.steps).toEqual({ pay: { phase: 'intent' } })
    await driver.swap('notes', noted.stored, { revision: '', record: undefined }, [])
    expect((await store.apply('notes', intent, noted.stored)).answer).toBe('lost')
    expect(await store.find('notes')).toBeUndefined()
  })

  test('what is released without a trace is forgotten; with an intent it stays', async () => {
    const token = newToken()
    await begin('released', { token })
    await store.apply('released', { kind: 'release', token, keep: false })
    expect(await store.find('released')).toBeUndefined()
    await begin('kept', { token })
    await store.apply('kept', { kind: 'note', token, notes: { pay: { phase: 'intent' } } })
    await store.apply('kept', { kind: 'release', token, keep: false })
    expect(await begin('kept')).toMatchObject({ answer: 'held', stored: { record: { attempts: 2 } } })
  })

  test('what is forgotten cannot be released by who still remembers it', async () => {
    const token = newToken()
    const { stored } = await begin('forgotten', { token })
    const release = { kind: 'release', token, keep: false } as const
    expect((await store.apply('forgotten', release)).answer).toBe('done')
    expect((await store.apply('forgotten', release, stored)).answer).toBe('lost')
  })

  test('what waits is due in its queue when its time has come, and only once', async () => {
    const token = newToken()
    await begin('waits', { token, accepted })
    expect(await driver.due(accepted.queue, 10)).toEqual([])
    await store.apply('waits', { kind: 'postpone', token, delayMs: 0, reason: 'down' })
    expect(await driver.due(accepted.queue, 10)).toEqual(['waits'])
    expect(await driver.due('process/other/v1', 10)).toEqual([])
    const claims = await Promise.all(
      Array.from({ length: 5 }, () => store.apply('waits', { kind: 'claim', token: newToken(), leaseMs })),
    )
    expect(claims.map(({ answer }) => answer).sort()).toEqual(['held', 'lost', 'lost', 'lost', 'lost'])
    expect(await driver.due(accepted.queue, 10)).toEqual([])
  })

  test('what is parked is listed until it is settled', async () => {
    const token = newToken()
    await begin('parked', { token, accepted })
    await store.apply('parked', { kind: 'park', token, reason: 'nobody knows' })
    expect((await begin('parked')).answer).toBe('parked')
    expect(await driver.list('parked', 10)).toEqual(['parked'])
    expect(await driver.due(accepted.queue, 10)).not.toContain('parked')
    await store.apply('parked', { kind: 'settle', reply: 'known', retentionMs: 60_000 })
    expect(await driver.list('parked', 10)).toEqual([])
    expect(await begin('parked')).toMatchObject({ answer: 'completed' })
  })

  test('what was sent and left without a reply is listed when its lease is over, whoever asked for it', async () => {
    const listed = async () => (await driver.list('parked', 10)).filter((id) => id === 'in doubt')
    const token = newToken()
    const sent = { kind: 'note', token, notes: { pay: { phase: 'sent' } } } as const
    await begin('in doubt', { token, leaseMs: 40 })
    await store.apply('in doubt', sent)
    expect(await listed()).toEqual([])
    await new Promise((resolve) => setTimeout(resolve, 80))
    expect(await listed()).toEqual(['in doubt'])

    const next = newToken()
    expect(await begin('in doubt', { token: next })).toMatchObject({ answer: 'held' })
    await store.apply('in doubt', { kind: 'park', token: next, reason: 'nobody knows' })
    expect(await listed()).toEqual(['in doubt'])
    const { stored } = await store.apply('in doubt', { kind: 'retry' })
    expect(stored.record).toMatchObject({ state: 'pending', steps: {} })
    expect(await listed()).toEqual([])
  })

  test('what is given up before it acted is due no more', async () => {
    const token = newToken()
    const queue = 'process/given-up/v1'
    await begin('given up', { token, accepted: { ...accepted, queue }, leaseMs: 1 })
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(await driver.due(queue, 10)).toEqual(['given up'])
    await store.apply('given up', { kind: 'release', token, keep: false })
    expect(await driver.due(queue, 10)).toEqual([])
    expect(await driver.list('pending', 10)).not.toContain('given up')
  })

  test('an answer is forgotten when its time is over', async () => {
    const token = newToken()
    await begin('expires', { token })
    await store.apply('expires', { kind: 'complete', token, reply: 'r', retentionMs: 30 })
    await new Promise((resolve) => setTimeout(resolve, 60))
    expect(await begin('expires')).toMatchObject({ answer: 'held', stored: { record: { attempts: 1 } } })
  })

  test('several processes see one and the same', async () => {
    const other = await database.open()
    const token = newToken()
    await begin('shared', { token })
    const answer = await new Store(other).apply('shared', {
      kind: 'begin',
      fingerprint: 'f',
      token: newToken(),
      leaseMs,
    })
    expect(answer.answer).toBe('busy')
    if (other !== driver) await other.close()
  })
})
