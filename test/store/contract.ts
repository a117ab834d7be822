/** What every store does, whatever it is made of: the transitions T1 to T10. */
import { beforeEach, describe, expect, test } from 'vitest'
import type { Begin } from '../../gateway/store/commands.ts'
import type { Store } from '../../gateway/store/store.ts'
import { beginning, bytesOf, clockAhead, holder, newToken } from './support.ts'

/** @param open gives a store of the test's own time; records of other tests may be in it */
export function storeContract(name: string, open: (clock: () => number) => Promise<Store>): void {
  describe(name, () => {
    let store: Store
    const { time, clock } = clockAhead()
    let id = ''
    let count = 0
    beforeEach(async () => {
      store ??= await open(clock)
      id = `write-${++count}`
    })

    const begin = async (changes: Partial<Begin> = {}) => {
      const command = beginning(changes)
      const answer = await store.begin(id, command)
      return { token: command.token, answer, command }
    }
    const reply = bytesOf('sealed reply')
    const retentionMs = 72 * 3_600_000
    const complete = (token: string) => store.complete(id, { token, reply, retentionMs })
    const park = (token: string, settleMs = 0) =>
      store.park(id, { token, reason: 'no answer', settleMs, retentionMs })
    const retry = () => store.begin(id, beginning())
    const intent = (token: string, step = 'account') =>
      store.intent(id, { token, step, key: `key-of-${step}` })
    const done = (token: string, step = 'account', result = bytesOf('sealed result')) =>
      store.done(id, { token, step, key: `key-of-${step}`, result })

    describe('begin', () => {
      test('makes a record', async () => {
        const { answer } = await begin({ request: bytesOf('sealed request') })
        expect(answer).toEqual({ kind: 'new', leaseMs: 15_000 })
        expect(await store.get(id)).toEqual({
          id,
          held: true,
          state: 'pending',
          operation: 'process/customer-onboarding/v1 createCustomer',
          traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
          fingerprint: 'fingerprint-1',
          owner: 'gateway-1',
          dueAt: time.now + 15_000,
          renewableUntil: time.now + 35_000,
          windowUntil: time.now + 86_400_000,
          createdAt: time.now,
          attempts: 1,
          deferred: false,
          steps: [],
          request: bytesOf('sealed request'),
          reason: '',
          settledAt: 0,
          reply: undefined,
          endedAt: 0,
          expiresAt: 0,
          resolvedBy: '',
        })
      })

      test('sent twice finds itself', async () => {
        const { command } = await begin()
        time.now += 1_000
        expect(await store.begin(id, command)).toMatchObject({ kind: 'own', attempt: 1, leaseMs: 14_000 })
      })

      test('of another is told to wait', async () => {
        await begin()
        time.now += 1_000
        expect(await retry()).toEqual({ kind: 'busy', retryAfterMs: 14_000, deferred: false })
      })

      test('takes over when the lease is over, with what was done', async () => {
        const { token, command } = await begin({ request: bytesOf('sealed request') })
        await intent(token, 'account')
        await done(token, 'account')
        await intent(token, 'party')
        time.now += 14_999
        expect(await retry()).toMatchObject({ kind: 'busy', retryAfterMs: 1 })
        time.now += 1
        expect(await retry()).toEqual({
          kind: 'resume',
          leaseMs: 15_000,
          attempt: 2,
          overdue: false,
          deferred: false,
          createdAt: time.now - 15_000,
          operation: command.operation,
          traceId: command.traceId,
          request: bytesOf('sealed request'),
          steps: [
            {
              name: 'account',
              key: 'key-of-account',
              phase: 'done',
              at: time.now - 15_000,
              result: bytesOf('sealed result'),
            },
            { name: 'party', key: 'key-of-party', phase: 'intent', at: time.now - 15_000, result: undefined },
          ],
        })
      })

      test('tells that the window is over', async () => {
        await begin({ windowMs: 20_000 })
        time.now += 20_000
        expect(await retry()).toMatchObject({ kind: 'resume', overdue: true })
      })

      test.each(['pending', 'given up', 'completed', 'parked'])(
        'of something else is refused: %s',
        async (state) => {
          const { token } = await begin()
          if (state === 'given up') time.now += 60_000
          if (state === 'completed') await complete(token)
          if (state === 'parked') await park(token)
          expect(await store.begin(id, beginning({ fingerprint: 'another' }))).toEqual({ kind: 'mismatch' })
        },
      )

      test('of many at once has one winner', async () => {
        const answers = await Promise.all(Array.from({ length: 20 }, retry))
        expect(answers.map(({ kind }) => kind).sort()).toEqual([...Array(19).fill('busy'), 'new'])
      })
    })

    describe('claim', () => {
      test('makes no record', async () => {
        expect(await store.claim(id, holder())).toEqual({ kind: 'absent' })
        expect(await store.get(id)).toBeUndefined()
      })

      test('takes over what somebody left', async () => {
        await begin({ request: bytesOf('sealed request') })
        expect(await store.claim(id, holder())).toMatchObject({ kind: 'busy' })
        time.now += 15_000
        const claimed = await store.claim(id, holder())
        expect(claimed).toMatchObject({ kind: 'resume', request: bytesOf('sealed request') })
      })
    })

    describe('renew', () => {
      test('extends the lease, until the deadline', async () => {
        const { token } = await begin()
        time.now += 10_000
        expect(await store.renew(id, { token, leaseMs: 15_000 })).toBe(15_000)
        time.now += 14_000
        expect(await store.renew(id, { token, leaseMs: 15_000 })).toBe(11_000)
        time.now += 11_000
        expect(await store.renew(id, { token, leaseMs: 15_000 })).toBe(0)
      })

      test('never shortens it', async () => {
        const { token } = await begin()
        expect(await store.renew(id, { token, leaseMs: 1 })).toBe(15_000)
      })
    })

    describe('steps', () => {
      test('an intent counts once, with its key', async () => {
        const { token } = await begin()
        expect(await intent(token)).toBe(true)
        expect(await intent(token)).toBe(true)
        expect(await store.intent(id, { token, step: 'account', key: 'another' })).toBe(false)
        expect(await done(token)).toBe(true)
        expect(await intent(token)).toBe(false)
      })

      test('no intent once the lease is over', async () => {
        const { token } = await begin()
        time.now += 15_000
        expect(await intent(token)).toBe(false)
      })

      test('an intent that led to nothing can be undone', async () => {
        const { token } = await begin()
        await intent(token, 'account')
        await intent(token, 'party')
        expect(await store.undo(id, { token, step: 'account' })).toBe(true)
        expect(await store.undo(id, { token, step: 'account' })).toBe(true)
        expect((await store.get(id))?.steps.map(({ name }) => name)).toEqual(['party'])
      })

      test('what is done stays done', async () => {
        const { token } = await begin()
        await done(token)
        expect(await store.undo(id, { token, step: 'account' })).toBe(true)
        expect((await store.get(id))?.steps).toMatchObject([{ name: 'account', phase: 'done' }])
      })

      test('come back in the order they began', async () => {
        const { token } = await begin()
        const names = Array.from({ length: 12 }, (_, index) => `step-${11 - index}`)
        for (const step of names) await intent(token, step)
        await done(token, 'step-5')
        expect((await store.get(id))?.steps.map(({ name }) => name)).toEqual(names)
      })
    })

    describe('complete', () => {
      test('is answered the same way ever after, until it is forgotten', async () => {
        const { token } = await begin({ request: bytesOf('sealed request') })
        await done(token)
        expect(await complete(token)).toBe(true)
        const expected = {
          kind: 'replay',
          reply,
          completedAt: time.now,
          expiresAt: time.now + retentionMs,
        }
        expect(await retry()).toEqual(expected)
        expect(await store.claim(id, holder())).toEqual(expected)
        time.now += retentionMs - 1
        expect(await retry()).toEqual(expected)
        time.now += 1
        expect(await retry()).toMatchObject({ kind: 'new' })
      })

      test('keeps the reply, not what led to it', async () => {
        const { token } = await begin({ request: bytesOf('sealed request') })
        await done(token)
        await complete(token)
        const record = await store.get(id)
        expect(record).toMatchObject({ state: 'completed', held: false, request: undefined, reply })
        expect(record?.steps).toMatchObject([{ name: 'account', phase: 'done', result: undefined }])
      })

      test('keeps bytes as they are', async () => {
        const { token } = await begin()
        const all = Uint8Array.from({ length: 1024 }, (_, index) => index % 256)
        await store.complete(id, { token, reply: all, retentionMs })
        const answer = await retry()
        expect(answer.kind === 'replay' && Buffer.from(answer.reply).equals(all)).toBe(true)
      })

      test('publishes its events once', async () => {
        const { token } = await begin()
        const events = ['one', 'two'].map((name) => ({
          id: `${id}|${name}`,
          topic: 'events/customer-created/v1',
          key: 'CUS-1',
          body: bytesOf(name),
        }))
        const ending = { token, reply, retentionMs, events }
        expect(await store.complete(id, { ...ending, token: newToken() })).toBe(false)
        expect(await store.complete(id, ending)).toBe(true)
        expect(await store.complete(id, ending)).toBe(true)
        const published = (await allEvents(store)).filter((event) => event.id.startsWith(`${id}|`))
        expect(published.map(({ position: _, partition: __, ...event }) => event)).toEqual(events)
        const last = published.at(-1)
        await store.outbox.trim(last?.partition ?? 0, last?.position ?? '')
        expect((await allEvents(store)).filter((event) => event.id.startsWith(`${id}|`))).toEqual([])
      })
    })

    describe('defer', () => {
      test('keeps everybody away until the next attempt', async () => {
        const { token } = await begin()
        await done(token)
        expect(await store.defer(id, { token, afterMs: 4_000, reason: 'ERP unavailable' })).toBe(true)
        expect(await store.get(id)).toMatchObject({ held: false, deferred: true, reason: 'ERP unavailable' })
        expect(await retry()).toEqual({ kind: 'busy', retryAfterMs: 4_000, deferred: true })
        expect(await complete(token)).toBe(false)
        expect(await store.due(1_000)).not.toContain(id)
        time.now += 4_000
        expect(await store.due(1_000)).toContain(id)
        expect(await store.claim(id, holder())).toMatchObject({ kind: 'resume', deferred: true, attempt: 2 })
        expect(await store.due(1_000)).not.toContain(id)
      })
    })

    describe('release', () => {
      test('forgets what had no effect', async () => {
        const { token } = await begin()
        expect(await store.release(id, { token })).toBe(true)
        expect(await store.get(id)).toBeUndefined()
        expect(await retry()).toMatchObject({ kind: 'new' })
      })

      test('lets anybody go on with what may have had one', async () => {
        const { token } = await begin()
        await intent(token)
        expect(await store.release(id, { token })).toBe(true)
        expect(await store.due(1_000)).toContain(id)
        expect(await retry()).toMatchObject({ kind: 'resume', steps: [{ name: 'account', phase: 'intent' }] })
      })

      test('forgets nothing the caller was told about', async () => {
        const { token } = await begin()
        await store.defer(id, { token, afterMs: 0, reason: 'later' })
        const next = holder()
        await store.claim(id, next)
        await store.release(id, { token: next.token })
        expect(await store.get(id)).toMatchObject({ state: 'pending', deferred: true })
      })
    })

    describe('park', () => {
      test('is listed, and answered with its reason', async () => {
        const { token } = await begin()
        await intent(token)
        expect(await park(token)).toBe(true)
        expect(await park(token)).toBe(true)
        expect(await retry()).toEqual({ kind: 'parked', reason: 'no answer', parkedAt: time.now })
        expect(await store.parked(1_000)).toContainEqual(await store.get(id))
        expect(await store.due(1_000)).not.toContain(id)
        expect(await complete(token)).toBe(false)
      })

      test('does not go on by itself, but is forgotten in the end', async () => {
        const { token } = await begin()
        await park(token)
        time.now += retentionMs - 1
        expect(await retry()).toMatchObject({ kind: 'parked' })
        time.now += 1
        expect((await store.parked(1_000)).map((record) => record.id)).not.toContain(id)
        expect(await retry()).toMatchObject({ kind: 'new' })
      })

      test('can be resolved with a reply', async () => {
        const { token } = await begin()
        await park(token, 60_000)
        const resolution = { outcome: 'completed', by: 'ops', reply, retentionMs } as const
        expect(await store.resolve(id, resolution)).toEqual({ kind: 'resolved' })
        expect(await store.resolve(id, resolution)).toEqual({ kind: 'not-parked' })
        expect(await retry()).toMatchObject({ kind: 'replay', reply })
        expect(await store.get(id)).toMatchObject({ resolvedBy: 'ops' })
        expect((await store.parked(1_000)).map((record) => record.id)).not.toContain(id)
      })

      test('can be declared absent, but not while a call may be under way', async () => {
        const { token } = await begin({ windowMs: 30_000 })
        await done(token, 'account')
        await intent(token, 'party')
        await intent(token, 'lead')
        await park(token, 5_000)
        const absent = { outcome: 'absent', by: 'ops', step: 'party', windowMs: 30_000 } as const
        time.now += 4_000
        expect(await store.resolve(id, absent)).toEqual({ kind: 'too-early', retryAfterMs: 1_000 })
        time.now += 60_000
        expect(await store.resolve(id, absent)).toEqual({ kind: 'resolved' })
        expect(await store.due(1_000)).toContain(id)
        const resumed = await retry()
        expect(resumed).toMatchObject({ kind: 'resume', overdue: false })
        expect(resumed.kind === 'resume' && resumed.steps.map(({ name }) => name)).toEqual([
          'account',
          'lead',
        ])
      })

      test('declared absent as a whole, every open intent is cleared', async () => {
        const { token } = await begin()
        await done(token, 'account')
        await intent(token, 'party')
        await park(token)
        await store.resolve(id, { outcome: 'absent', by: 'ops', windowMs: 30_000 })
        expect((await store.get(id))?.steps).toMatchObject([{ name: 'account', phase: 'done' }])
      })
    })

    describe('due', () => {
      test('finds what nobody finished, oldest first', async () => {
        const ids = ['a', 'b', 'c'].map((suffix) => `${id}-${suffix}`)
        for (const [index, each] of ids.entries())
          await store.begin(each, beginning({ leaseMs: 3_000 - index * 1_000 }))
        const found = async () => (await store.due(1_000)).filter((each) => ids.includes(each))
        expect(await found()).toEqual([])
        time.now += 1_999
        expect(await found()).toEqual([ids[2]])
        time.now += 1_001
        expect(await found()).toEqual([ids[2], ids[1], ids[0]])
        expect(await store.due(1)).toHaveLength(1)
      })
    })

    describe('whoever does not hold it', () => {
      const tries = {
        renew: (token: string) => store.renew(id, { token, leaseMs: 15_000 }),
        intent: (token: string) => intent(token),
        undo: (token: string) => store.undo(id, { token, step: 'account' }),
        done: (token: string) => done(token),
        complete: (token: string) => complete(token),
        defer: (token: string) => store.defer(id, { token, afterMs: 0, reason: '' }),
        release: (token: string) => store.release(id, { token }),
        park: (token: string) => park(token),
      }
      test.each(Object.entries(tries))('cannot %s', async (_, attempt) => {
        const { token } = await begin()
        await intent(token)
        time.now += 15_000
        await retry()
        const before = await store.get(id)
        expect(await attempt(token)).toBeOneOf([0, false])
        expect(await attempt(newToken())).toBeOneOf([0, false])
        expect(await store.get(id)).toEqual(before)
      })

      test.each(Object.entries(tries))('cannot %s what is not there', async (_, attempt) => {
        expect(await attempt(newToken())).toBeOneOf([0, false])
        expect(await store.get(id)).toBeUndefined()
      })
    })

    test('what happened is taken after the lease too, as long as nobody else began', async () => {
      const { token } = await begin()
      await intent(token)
      time.now += 60_000
      expect(await done(token)).toBe(true)
      expect(await complete(token)).toBe(true)
    })

    test('what is too large is refused before it is sent', async () => {
      const { token } = await begin()
      const large = new Uint8Array((256 << 10) + 65)
      await expect(store.complete(id, { token, reply: large, retentionMs })).rejects.toThrow('reply of')
      await expect(store.begin(id, beginning({ request: large }))).rejects.toThrow('request of')
      await expect(store.begin('no id', beginning())).rejects.toThrow('not an id')
      await expect(store.begin(id, beginning({ token: '' }))).rejects.toThrow('128 random bits')
    })

    test('the largest reply is kept', async () => {
      const { token } = await begin()
      const reply = new Uint8Array((256 << 10) + 64).fill(7)
      await store.complete(id, { token, reply, retentionMs })
      expect(await retry()).toMatchObject({ kind: 'replay', reply: { length: reply.length } })
    })

    test('it is ready', async () => {
      expect(await store.readiness()).toEqual([])
    })
  })
}

async function allEvents(store: Store) {
  const partitions = Array.from({ length: store.outbox.partitions }, async (_, partition) => {
    const entries = await store.outbox.read(partition, '', 10_000)
    return entries.map((entry) => ({ ...entry, partition }))
  })
  return (await Promise.all(partitions)).flat()
}
