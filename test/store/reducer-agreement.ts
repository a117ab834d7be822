/** Sends one and the same history to a driver and to the reducer: answers, records and events must not differ. */
import fc from 'fast-check'
import { expect } from 'vitest'
import type { Command } from '../../gateway/store/commands.ts'
import type { StoredEvent, WriteRecord } from '../../gateway/store/record.ts'
import { isForgotten, reduce } from '../../gateway/store/reducer.ts'
import type { Driver } from '../../gateway/store/store.ts'
import { bytesOf, clockAhead, newToken } from './support.ts'

/** After every span of time a history knows. */
const LATER_MS = 1_000_000

export interface Agreement {
  readonly open: (clock: () => number) => Promise<Driver>
  readonly runs: number
  readonly commands: number
}

/** @throws AssertionError with the shortest history that was found */
export async function expectAgreement({ open, runs, commands }: Agreement): Promise<void> {
  const { time, clock } = clockAhead()
  const driver = await open(clock)
  const start = time.now
  let count = 0
  const histories = fc.array(moment, { minLength: commands, maxLength: commands })
  await knowAllScripts(driver)
  await fc.assert(
    fc.asyncProperty(histories, async (history) => {
      const id = `${newToken()}-${++count}`
      time.now = start
      const expected = byReducer(id, history, start)
      // All at once: they arrive in this order, each with its own time.
      const answers = await Promise.all(
        history.map(({ afterMs, command }) => {
          time.now += afterMs
          return driver.apply(id, command.name, withId(id, command) as never)
        }),
      )
      expect(answers).toEqual(expected.answers)
      expect(await driver.read(id)).toEqual(expected.record)
      expect(await takeEvents(driver)).toEqual(expected.events)
      const state = expected.record?.state
      expect((await driver.parked(100)).includes(id)).toBe(state === 'parked')
      time.now = start + LATER_MS
      expect((await driver.due(100)).includes(id)).toBe(state === 'pending')
      await end(driver, id)
    }),
    { numRuns: runs },
  )
  await driver.close()
}

function byReducer(id: string, history: readonly Moment[], start: number) {
  let now = start
  let record: WriteRecord | undefined
  const events: StoredEvent[] = []
  const answers = history.map(({ afterMs, command }) => {
    now += afterMs
    const change = reduce(record, withId(id, command), now)
    record = change.record
    events.push(...(change.events ?? []))
    return change.answer
  })
  return { answers, events, record: record && isForgotten(record, now) ? undefined : record }
}

/** So that the next history finds no work of others. */
async function end(driver: Driver, id: string) {
  const token = newToken()
  await driver.apply(id, 'claim', { token, owner: '', leaseMs: 10, renewableMs: 10 })
  await driver.apply(id, 'complete', { token, reply: bytesOf(''), retentionMs: 0 })
  await driver.parked(1)
}

async function takeEvents({ outbox }: Driver): Promise<StoredEvent[]> {
  const partitions = await Promise.all(
    Array.from({ length: outbox.partitions }, async (_, partition) => {
      const entries = await outbox.read(partition, '', 1_000)
      const last = entries.at(-1)
      if (last) await outbox.trim(partition, last.position)
      return entries
    }),
  )
  return partitions.flat().map(({ position: _, ...event }) => event)
}

/** A script that has to be sent as text first would overtake nobody, but be overtaken. */
async function knowAllScripts(driver: Driver): Promise<void> {
  const everyName = [...new Set(examples.map(({ name }) => name))]
  for (const name of everyName) {
    const command = examples.find((example) => example.name === name) as Command
    await driver.apply('nobody', name, command as never)
  }
  await takeEvents(driver)
}

interface Moment {
  readonly afterMs: number
  readonly command: Command
}

/** Three processes, two attempts each; so few of everything that they meet. */
const tokens = Array.from({ length: 6 }, (_, index) => `token-of-attempt-number-${index}`)
const token = fc.constantFrom(...tokens)
const holder = {
  token,
  owner: fc.constantFrom('gateway-1', 'gateway-2', 'gateway-3'),
  leaseMs: fc.constantFrom(10, 15),
  renewableMs: fc.constantFrom(10, 25),
}
const step = fc.constantFrom('account', 'party', 'lead with spaces')
const key = fc.constantFrom('key 1', 'key-2', '')
const bytes = fc.constantFrom(bytesOf(''), bytesOf('sealed'), Buffer.of(0, 255, 10, 13))
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const span = fc.constantFrom(0, 5, 10, 40)
const reason = fc.constantFrom('', 'ERP unavailable: «no answer»')
const events = maybe(
  fc.array(fc.constantFrom('one', 'two').map(eventOf), { maxLength: 2 }) as fc.Arbitrary<
    readonly StoredEvent[]
  >,
)
const ending = { reply: bytes, retentionMs: fc.constantFrom(20, 60), events }

const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      name: fc.constant('begin' as const),
      ...holder,
      operation: fc.constantFrom('process/a/v1 do', 'process/b/v1 do'),
      traceId: fc.constantFrom('', 'trace'),
      fingerprint: fc.constantFrom('same', 'same', 'same', 'other'),
      windowMs: fc.constantFrom(0, 30),
      request: maybe(bytes),
    }),
  },
  { weight: 2, arbitrary: fc.record({ name: fc.constant('claim' as const), ...holder }) },
  fc.record({ name: fc.constant('renew' as const), token, leaseMs: fc.constantFrom(5, 15) }),
  { weight: 3, arbitrary: fc.record({ name: fc.constant('intent' as const), token, step, key }) },
  fc.record({ name: fc.constant('undo' as const), token, step }),
  {
    weight: 3,
    arbitrary: fc.record({ name: fc.constant('done' as const), token, step, key, result: maybe(bytes) }),
  },
  fc.record({ name: fc.constant('complete' as const), token, ...ending }),
  fc.record({ name: fc.constant('defer' as const), token, afterMs: span, reason }),
  fc.record({ name: fc.constant('release' as const), token }),
  fc.record({ name: fc.constant('park' as const), token, reason, settleMs: span, retentionMs: span }),
  fc.record({
    name: fc.constant('resolve' as const),
    outcome: fc.constant('completed' as const),
    by: fc.constant('ops'),
    ...ending,
  }),
  fc.record({
    name: fc.constant('resolve' as const),
    outcome: fc.constant('absent' as const),
    by: fc.constant('ops'),
    step: maybe(step),
    windowMs: span,
  }),
)

const moment: fc.Arbitrary<Moment> = fc.record({
  afterMs: fc.constantFrom(0, 0, 0, 1, 4, 5, 10, 20),
  command,
})

function eventOf(name: string): StoredEvent {
  return { id: name, topic: 'events/customer-created/v1', key: 'CUS-1', body: bytesOf(name) }
}

/** Events are told apart by the write they belong to. */
function withId(id: string, sent: Command): Command {
  if (!('reply' in sent) || !sent.events) return sent
  return { ...sent, events: sent.events.map((event) => ({ ...event, id: `${id}|${event.id}` })) }
}

const examples: readonly Command[] = fc.sample(command, { numRuns: 300, seed: 1 })
