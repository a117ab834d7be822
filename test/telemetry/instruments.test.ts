/** Counting and timing: exact, and bounded whatever callers do. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exposition } from '../../gateway/telemetry/metrics/exposition.ts'
import { Counter, Histogram, Observed } from '../../gateway/telemetry/metrics/instruments.ts'

test('a series is the same one each time it is asked for', () => {
  const counter = new Counter({ name: 'calls', help: '' })
  counter.of({ api: 'a', status: '200' }).value++
  counter.of({ api: 'a', status: '200' }).value++
  counter.of({ api: 'a', status: '500' }).value++
  expect(counter.points()).toEqual([
    { labels: { api: 'a', status: '200' }, value: 2 },
    { labels: { api: 'a', status: '500' }, value: 1 },
  ])
})

test('labels do not run into each other', () => {
  const counter = new Counter({ name: 'calls', help: '' })
  counter.of({ a: 'x', b: 'yz' }).value++
  counter.of({ a: 'xy', b: 'z' }).value++
  expect(counter.points()).toHaveLength(2)
})

test('10,000 consumers do not make 10,000 series: the rest is counted together', () => {
  const counter = new Counter({ name: 'calls', help: '' }, 100)
  for (let consumer = 0; consumer < 10_000; consumer++) counter.of({ consumer: String(consumer) }).value++
  const points = counter.points()
  expect(points).toHaveLength(101)
  expect(points.at(-1)).toEqual({ labels: { consumer: 'other' }, value: 9_900 })
})

test('every time falls into the first bucket that holds it', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 100_000, noNaN: true }), { minLength: 1 }), (times) => {
      const histogram = new Histogram({ name: 'duration', help: '' })
      for (const ms of times) histogram.of().record(ms)
      const [
        {
          value: { bounds, counts, count, sum },
        } = { value: undefined as never },
      ] = histogram.points()
      expect(count).toBe(times.length)
      expect(sum).toBeCloseTo(
        times.reduce((all, ms) => all + ms / 1_000, 0),
        3,
      )
      let below = 0
      for (const [index, bound] of bounds.entries()) {
        below += counts[index] ?? 0
        expect(below).toBe(times.filter((ms) => ms / 1_000 <= bound).length)
      }
    }),
  )
})

test('Prometheus reads them, with what was added later', async () => {
  const instruments: (Counter | Histogram | Observed)[] = [
    new Counter({ name: 'strata_calls', help: 'Calls.' }),
  ]
  const read = exposition({ instruments })
  ;(instruments[0] as Counter).of({ api: 'say "hi"' }).value = 3
  expect(await read()).toBe(
    '# HELP strata_calls_total Calls.\n# TYPE strata_calls_total counter\nstrata_calls_total{api="say \\"hi\\""} 3\n',
  )
  const histogram = new Histogram({ name: 'strata_duration_seconds', help: 'Time.' })
  histogram.of({ api: 'a' }).record(20)
  instruments.push(
    histogram,
    new Observed({ name: 'strata_open', help: 'Open.' }, () => [{ labels: {}, value: 1 }]),
  )
  const text = await read()
  expect(text).toContain('strata_duration_seconds_bucket{api="a",le="0.01"} 0\n')
  expect(text).toContain('strata_duration_seconds_bucket{api="a",le="0.025"} 1\n')
  expect(text).toContain('strata_duration_seconds_bucket{api="a",le="+Inf"} 1\n')
  expect(text).toContain('# TYPE strata_open gauge\nstrata_open 1\n')
})
