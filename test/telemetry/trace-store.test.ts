/** Of all traces, those worth looking at are kept, and no more than there is room for. */
import { expect, test } from 'vitest'
import { newTrace } from '../../gateway/telemetry/trace.ts'
import { Recording } from '../../gateway/telemetry/traces/span.ts'
import { TraceStore } from '../../gateway/telemetry/traces/trace-store.ts'

const subject = { kind: 'request', api: 'experience/mobile/v1', operation: 'getHome' } as const

function finished(store: TraceStore, outcome: number, tookMs: number, sampled = false): string {
  const recording = new Recording(newTrace(sampled))
  const root = recording.begin(subject, 0)
  root.begin({ ...subject, kind: 'hop' }, 0).end(200, tookMs)
  root.end(outcome, tookMs)
  store.end(root, 100)
  return recording.trace.traceId
}

test.each([
  ['failed', 503, 1, false],
  ['failed', 500, 500, true],
  ['slow', 200, 101, false],
  ['sampled', 200, 1, true],
  ['sampled', 404, 1, true],
])('%s: %i after %i ms', (reason, outcome, tookMs, sampled) => {
  const store = new TraceStore({ sampleRatio: 0 })
  expect(store.get(finished(store, outcome, tookMs, sampled))).toMatchObject([{ reason }])
})

test.each([200, 404])('not kept: %i in time', (outcome) => {
  const store = new TraceStore({ sampleRatio: 0 })
  expect(store.get(finished(store, outcome, 100))).toEqual([])
})

test('the oldest make room for the newest', () => {
  const store = new TraceStore({ sampleRatio: 0, spansMax: 100 })
  const ids = Array.from({ length: 1_000 }, () => finished(store, 500, 1))
  expect(store.list()).toHaveLength(50)
  expect(store.get(ids[0] as string)).toEqual([])
  expect(store.list()[0]?.recording.trace.traceId).toBe(ids.at(-1))
})

test('a share is sampled', () => {
  let next = 0
  const store = new TraceStore({ sampleRatio: 0.25, random: () => (next++ % 100) / 100 })
  expect(Array.from({ length: 100 }, () => store.sample()).filter(Boolean)).toHaveLength(25)
})
