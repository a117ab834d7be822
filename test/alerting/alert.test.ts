/** An owner is told once of what goes on, again after a while, and of the end of what they were told. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Alert, attempted, claimed, occurred, resolved } from '../../gateway/alerting/alert.ts'
import { Allowance } from '../../gateway/alerting/allowance.ts'
import { signals } from '../../gateway/alerting/signals.ts'
import { signal } from './support.ts'

const MINUTE_MS = 60_000
const { repeatMs } = signals['contract-broken']

type Event = ['occurs' | 'occurs silenced' | 'ends', number]

/** What is sent when things happen at some minutes, and each message arrives at once. */
function sent(events: readonly Event[]): string[] {
  const messages: string[] = []
  let alert: Alert | undefined
  for (const [event, minute] of events) {
    const now = minute * MINUTE_MS
    if (event === 'ends') alert = alert && resolved(alert, now, false)
    else alert = occurred(alert, signal(), { times: 1, now, silenced: event === 'occurs silenced' })
    const mine = claimed(alert, now)
    if (!mine) continue
    messages.push(`${minute} ${mine.state}`)
    alert = attempted(mine, 1, ['webhook'], true, now)
  }
  return messages
}

test.each<[string, Event[], string[]]>([
  ['once', [['occurs', 1]], ['1 open']],
  [
    'once while it goes on',
    [
      ['occurs', 1],
      ['occurs', 2],
      ['occurs', 59],
    ],
    ['1 open'],
  ],
  [
    'again after an hour',
    [
      ['occurs', 1],
      ['occurs', 61],
    ],
    ['1 open', '61 open'],
  ],
  [
    'that it is over',
    [
      ['occurs', 1],
      ['ends', 5],
    ],
    ['1 open', '5 resolved'],
  ],
  [
    'nothing while it comes and goes',
    [
      ['occurs', 1],
      ['ends', 2],
      ['occurs', 3],
      ['ends', 4],
    ],
    ['1 open', '2 resolved'],
  ],
  [
    'when it came back after a while',
    [
      ['occurs', 1],
      ['ends', 2],
      ['occurs', 90],
    ],
    ['1 open', '2 resolved', '90 open'],
  ],
  [
    'nothing of what is silenced, nor of its end',
    [
      ['occurs silenced', 1],
      ['ends', 2],
    ],
    [],
  ],
  [
    'what still goes on after a silence',
    [
      ['occurs silenced', 1],
      ['occurs', 2],
    ],
    ['2 open'],
  ],
  ['nothing of what never was', [['ends', 1]], []],
])('tells %s', (_, events, messages) => {
  expect(sent(events)).toEqual(messages)
})

test('counts what it does not tell', () => {
  const first = occurred(undefined, signal(), { times: 1, now: 0, silenced: false })
  const second = occurred(first, signal(), { times: 40, now: 10, silenced: false })
  expect(second).toMatchObject({ times: 41, firstAt: 0, lastAt: 10 })
})

test('whatever happens, a matter is not told twice within its time', () => {
  const event = fc.tuple(
    fc.constantFrom('occurs', 'occurs silenced', 'ends'),
    fc.integer({ min: 0, max: 500 }),
  ) as fc.Arbitrary<Event>
  fc.assert(
    fc.property(fc.array(event, { maxLength: 30 }), (events) => {
      const told = sent(events.toSorted(([, a], [, b]) => a - b))
        .filter((message) => message.endsWith('open'))
        .map((message) => Number.parseInt(message, 10))
      for (const [index, minute] of told.slice(1).entries())
        expect((minute - (told[index] as number)) * MINUTE_MS).toBeGreaterThanOrEqual(repeatMs)
    }),
  )
})

test('only one of two processes sends, and another one when it never said that it did', () => {
  const alert = occurred(undefined, signal(), { times: 1, now: 0, silenced: false })
  const mine = claimed(alert, 0)
  expect(mine).toBeDefined()
  expect(claimed(mine, 1)).toBeUndefined()
  expect(claimed(mine, 2 * MINUTE_MS)?.due?.attempts).toBe(2)
})

test('tries longer and longer, keeps in mind which channel took it, and gives up after a day', () => {
  let alert: Alert | undefined = occurred(undefined, signal(), { times: 1, now: 0, silenced: false })
  const waits: number[] = []
  for (let now = 0; alert?.due; now = alert?.due?.nextAt ?? 0) {
    const mine = claimed(alert, now) as Alert
    alert = attempted(mine, mine.due?.attempts ?? 0, ['mail'], false, now)
    expect(alert?.due?.sentTo ?? ['mail']).toEqual(['mail'])
    waits.push((alert?.due?.nextAt ?? now) - now)
  }
  expect(waits.slice(0, 4)).toEqual([5_000, 10_000, 20_000, 40_000])
  expect(waits.length).toBeLessThan(70)
  expect(alert).toMatchObject({ undelivered: true })
})

test('an owner gets five messages at once, and then one a minute', () => {
  const allowance = new Allowance()
  const at = (now: number) => allowance.take('team', now)
  expect([at(0), at(0), at(0), at(0), at(0)]).toEqual([0, 0, 0, 0, 0])
  expect(at(1)).toBe(MINUTE_MS)
  expect(at(MINUTE_MS)).toBe(MINUTE_MS)
  expect(at(MINUTE_MS + 1)).toBe(2 * MINUTE_MS)
  expect(allowance.take('another', 2)).toBe(2)
})
