/** What went over an edge of late follows from totals that only grow. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Metrics } from '../../gateway/telemetry/metrics/metrics.ts'
import { Tally } from '../../gateway/telemetry/traffic/tally.ts'
import { type Flow, Traffic } from '../../gateway/telemetry/traffic/traffic.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const labels = { from: 'system/erp/v1', to: 'backend/erp/v1', operation: 'findSales' }

function call(metrics: Metrics, outcome: 'ok' | 'refused' | 'failed', tookMs: number): void {
  metrics.hops.of({ ...labels, outcome }).value++
  metrics.hopDuration.of(labels).record(tookMs)
}

test('a minute later only what came since is counted', () => {
  const metrics = new Metrics()
  const traffic = new Traffic(metrics)
  call(metrics, 'ok', 5)
  vi.advanceTimersByTime(70_000)
  for (const tookMs of [20, 20, 20, 400]) call(metrics, 'failed', tookMs)
  const { windowMs, flows } = traffic.recent(60_000)
  expect(windowMs).toBe(60_000)
  expect(flows).toMatchObject([{ ...labels, kind: 'hop', tally: { ok: 0, refused: 0, failed: 4 } }])
  expect(flows[0]?.tally.quantileMs(0.5)).toBeGreaterThan(10)
  expect(flows[0]?.tally.quantileMs(0.5)).toBeLessThanOrEqual(25)
  expect(flows[0]?.tally.quantileMs(1)).toBe(500)
  traffic.close()
})

test('requests are counted by consumer, and timed whoever asks', () => {
  const metrics = new Metrics()
  const traffic = new Traffic(metrics)
  const at = { api: 'experience/mobile/v1', operation: 'getHome' }
  for (const [status, consumer] of [
    ['200', 'mobile-app'],
    ['404', 'mobile-app'],
    ['503', 'other-app'],
  ] as const) {
    metrics.requests.of({ ...at, status, consumer }).value++
    metrics.requestDuration.of(at).record(3)
  }
  const { flows, consumers } = traffic.recent(60_000)
  const ends = ({ kind, from, tally: { ok, refused, failed } }: Flow) => [kind, from, ok, refused, failed]
  expect(flows.map(ends)).toEqual([['door', '', 1, 1, 1]])
  expect(flows[0]?.tally.quantileMs(1)).toBe(5)
  expect(consumers.map(ends)).toEqual([
    ['consumer', 'mobile-app', 1, 1, 0],
    ['consumer', 'other-app', 0, 0, 1],
  ])
  traffic.close()
})

test('what is kept does not grow', () => {
  const traffic = new Traffic(new Metrics())
  vi.advanceTimersByTime(3_600_000)
  expect(traffic.intervals()).toHaveLength(60)
  traffic.close()
})

test.each([
  [[10, 0], 0.5, 5],
  [[0, 10], 0.5, 15],
  [[10, 10], 0.75, 15],
  [[0, 0], 0.5, undefined],
])('of %j the share %d stayed below %s ms', (counts, share, want) => {
  const tally = new Tally()
  tally.time({ bounds: [0.01, 0.02], counts: [...counts, 0] })
  expect(tally.quantileMs(share)).toBe(want)
})
