/**
 * The databases follow the rules: random commands of three processes, applied to a store and to the rules alone, give
 * the same answers and the same records. `STORE_MODEL_RUNS` sets how many runs.
 */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Command } from '../../gateway/store/command.ts'
import type { Driver, Stored } from '../../gateway/store/driver.ts'
import type { StepRecord, WishRecord } from '../../gateway/store/record.ts'
import { decide } from '../../gateway/store/reducer.ts'
import { Store } from '../../gateway/store/store.ts'
import { type Database, describeStores } from './drivers.ts'

const runs = Number(process.env.STORE_MODEL_RUNS ?? 2_000)
const leaseMs = 3_600_000
const retentionMs = 3_600_000

const token = fc.constantFrom('one', 'two', 'three')
const step = fc.constantFrom('crm', 'erp')
const notes = fc.dictionary(
  step,
  fc.constantFrom({ phase: 'intent' }, { phase: 'sent' }, { phase: 'done', result: 'sealed' } as const),
  {
    maxKeys: 2,
  },
) as fc.Arbitrary<Record<string, StepRecord>>
const accepted = fc.option(fc.constant({ queue: 'q', request: 'sealed', completeBy: 1 }), { nil: undefined })

const about = { api: 'process/example/v1', operation: 'example', consumer: 'order-desk' }
const quietMs = fc.constantFrom(undefined, 0, leaseMs)

const command: fc.Arbitrary<Command> = fc.oneof(
  fc.record({
    kind: fc.constant('begin'),
    fingerprint: fc.constantFrom('f', 'g'),
    token,
    leaseMs: fc.constantFrom(leaseMs, -leaseMs),
    about: fc.constantFrom(undefined, about),
    accepted,
  }),
  fc.record({ kind: fc.constant('claim'), token, leaseMs: fc.constant(leaseMs) }),
  fc.record({ kind: fc.constant('renew'), token, leaseMs: fc.constant(leaseMs) }),
  fc.record({ kind: fc.constant('note'), token, notes }),
  fc.record({ kind: fc.constant('withdraw'), token, step }),
  fc.record({
    kind: fc.constant('complete'),
    token,
    reply: fc.constant('reply'),
    retentionMs: fc.constantFrom(retentionMs, -1),
    notes,
  }),
  fc.record({
    kind: fc.constant('postpone'),
    token,
    delayMs: fc.constantFrom(0, leaseMs),
    reason: fc.constant('down'),
  }),
  fc.record({ kind: fc.constant('release'), token, keep: fc.boolean() }),
  fc.record({ kind: fc.constant('park'), token, reason: fc.constant('unclear') }),
  fc.record({ kind: fc.constant('retry'), quietMs }),
  fc.record({ kind: fc.constant('abandon'), quietMs }),
  fc.record({
    kind: fc.constant('settle'),
    reply: fc.constant('settled'),
    retentionMs: fc.constant(retentionMs),
    quietMs,
  }),
) as fc.Arbitrary<Command>

/** What of a record does not depend on the moment. */
const timeless = (record: WishRecord | undefined) =>
  record && {
    ...record,
    createdAt: 0,
    leaseUntil: Math.sign(record.leaseUntil),
    dueAt: undefined,
    accepted: record.accepted && { ...record.accepted, completeBy: Math.min(record.accepted.completeBy, 2) },
    expiresAt: undefined,
  }

describeStores((create) => {
  let database: Database
  let driver: Driver
  beforeAll(async () => {
    database = await create()
    driver = await database.open()
  })
  afterAll(async () => {
    await driver.close()
    await database.drop()
  })

  test(`${runs} runs of up to 50 commands`, { timeout: 600_000 }, async () => {
    let run = 0
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(command, fc.boolean()), { maxLength: 50 }), async (commands) => {
        const id = `run-${run++}`
        const store = new Store(driver)
        let expected: WishRecord | undefined
        let known: Stored | undefined
        for (const [command, isKnown] of commands) {
          const decision = decide(expected, command, driver.now())
          // What the caller knows may be right, old, or nothing.
          const { answer, stored } = await store.apply(id, command, isKnown ? known : undefined)
          if (fc.sample(fc.boolean(), 1)[0]) known = stored
          expect([command.kind, answer]).toEqual([command.kind, decision.answer])
          expect(timeless(stored.record)).toEqual(timeless(decision.record))
          expected = decision.record
        }
      }),
      { numRuns: runs, endOnFailure: true },
    )
  })
})
