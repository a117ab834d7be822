/** What an operator may decide about a record, and what becomes of it: a table of states, as the rules alone see them. */
import { describe, expect, test } from 'vitest'
import type { Command } from '../../gateway/store/command.ts'
import type { StepRecord, WishRecord } from '../../gateway/store/record.ts'
import { decide } from '../../gateway/store/reducer.ts'

const now = 1_000_000
const quietMs = 10_000
const sent: Record<string, StepRecord> = { crm: { phase: 'done', result: 'sealed' }, erp: { phase: 'sent' } }
const accepted = { queue: 'process/example/v1', request: 'sealed', completeBy: now + 60_000 }
const about = { api: 'process/example/v1', operation: 'example', consumer: 'order-desk' }

const recordOf = (own: Partial<WishRecord>): WishRecord => ({
  state: 'pending',
  fingerprint: 'f',
  about,
  token: 'holder',
  leaseUntil: 0,
  createdAt: now - 90_000,
  attempts: 2,
  steps: {},
  ...own,
})

const records = {
  missing: undefined,
  completed: recordOf({ state: 'completed', reply: 'sealed' }),
  'worked on': recordOf({ accepted, leaseUntil: now + 1 }),
  waiting: recordOf({ accepted, dueAt: now + 30_000, reason: 'upstream-unavailable' }),
  'left to its caller': recordOf({}),
  parked: recordOf({ accepted, state: 'parked', leaseUntil: now, reason: 'refused' }),
  'parked in doubt just now': recordOf({ accepted, state: 'parked', leaseUntil: now - 1, steps: sent }),
  'parked in doubt long ago': recordOf({ accepted, state: 'parked', leaseUntil: now - quietMs, steps: sent }),
  'left in doubt just now': recordOf({ leaseUntil: now - 1, steps: sent }),
  'left in doubt long ago': recordOf({ leaseUntil: now - quietMs, steps: sent }),
}

const commands = {
  retry: { kind: 'retry', quietMs },
  abandon: { kind: 'abandon', quietMs },
  settle: { kind: 'settle', reply: 'settled', retentionMs: 1 },
} as const satisfies Record<string, Command>

const table: Record<keyof typeof records, Record<keyof typeof commands, string>> = {
  missing: { retry: 'lost', abandon: 'lost', settle: 'lost' },
  completed: { retry: 'completed', abandon: 'completed', settle: 'completed' },
  'worked on': { retry: 'busy', abandon: 'busy', settle: 'busy' },
  waiting: { retry: 'done', abandon: 'done', settle: 'done' },
  'left to its caller': { retry: 'lost', abandon: 'lost', settle: 'lost' },
  parked: { retry: 'done', abandon: 'done', settle: 'done' },
  'parked in doubt just now': { retry: 'busy', abandon: 'busy', settle: 'done' },
  'parked in doubt long ago': { retry: 'done', abandon: 'done', settle: 'done' },
  // Nothing can be taken back of what has no request: abandoned, it is settled.
  'left in doubt just now': { retry: 'busy', abandon: 'busy', settle: 'done' },
  'left in doubt long ago': { retry: 'done', abandon: 'lost', settle: 'done' },
}

describe.each(Object.entries(table))('what is %s', (state, answers) => {
  test.each(Object.entries(answers))('%s: %s', (kind, answer) => {
    const record = records[state as keyof typeof records]
    const decision = decide(record, commands[kind as keyof typeof commands], now)
    expect(decision.answer).toBe(answer)
    if (answer !== 'done') expect(decision.record).toBe(record)
  })
})

test('tried again, it is due now, and what was sent may be sent', () => {
  const { record } = decide(records['parked in doubt long ago'], commands.retry, now)
  expect(record).toMatchObject({ state: 'pending', about, accepted, leaseUntil: 0, dueAt: now })
  expect(Object.keys(record?.steps ?? {})).toEqual(['crm'])
  expect(record).not.toHaveProperty('reason')
})

test('abandoned, its time is over', () => {
  const { record } = decide(records.waiting, commands.abandon, now)
  expect(record).toMatchObject({ state: 'pending', dueAt: now, accepted: { completeBy: now } })
})

test('settled, it gives the answer, and still says what it is about', () => {
  const { record } = decide(records.parked, commands.settle, now)
  expect(record).toMatchObject({ state: 'completed', about, reply: 'settled', expiresAt: now + 1 })
})

test('who held it before writes nothing more', () => {
  const { record } = decide(records['left in doubt long ago'], commands.retry, now)
  const late = decide(record, { kind: 'complete', token: 'holder', reply: 'late', retentionMs: 1 }, now)
  expect(late).toEqual({ answer: 'lost', record })
})

test('parked, it says until when somebody worked on it', () => {
  const held = recordOf({ leaseUntil: now + 60_000, steps: sent })
  const { record } = decide(held, { kind: 'park', token: 'holder', reason: 'unclear' }, now)
  expect(decide(record, commands.retry, now + quietMs - 1).answer).toBe('busy')
  expect(decide(record, commands.retry, now + quietMs).answer).toBe('done')
})
