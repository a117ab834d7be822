/** A collector gets what was kept and what was counted, and its absence holds up nobody. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import pino from 'pino'
import { afterAll, expect, test } from 'vitest'
import { Counter } from '../../gateway/telemetry/metrics/instruments.ts'
import { exportTo } from '../../gateway/telemetry/otlp/otlp.ts'
import { newTrace } from '../../gateway/telemetry/trace.ts'
import { Recording } from '../../gateway/telemetry/traces/span.ts'

// biome-ignore lint/suspicious/noExplicitAny: what arrives is looked at, and nothing else
const got: Record<string, any> = {}
const server = createServer(async (incoming, outgoing) => {
  got[incoming.url ?? ''] = await json(incoming)
  outgoing.setHeader('content-type', 'application/json').end('{}')
}).listen(0, '127.0.0.1')
await once(server, 'listening')
afterAll(() => server.close())
const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
const log = pino({ level: 'silent' })

test('figures and spans arrive as OTLP', async () => {
  const calls = new Counter({ name: 'strata_calls', help: 'Calls.' })
  calls.of({ api: 'a' }).value = 3
  const otlp = await exportTo({ endpoint, metrics: { instruments: [calls] }, log })
  const recording = new Recording({ ...newTrace(), parentId: '00f067aa0ba902b7' })
  const subject = { kind: 'request', api: 'experience/mobile/v1', operation: 'getHome' } as const
  const root = recording.begin(subject, 1)
  const hop = root.begin({ ...subject, kind: 'hop', api: 'process/customer-360/v1' }, 2)
  hop.end('upstream-unavailable', 5)
  root.end(503, 6)
  otlp.add({ reason: 'failed', recording, at: Date.now() })
  await otlp.close()

  const [metric] = got['/v1/metrics'].resourceMetrics[0].scopeMetrics[0].metrics
  expect(metric).toMatchObject({ name: 'strata_calls', sum: { isMonotonic: true } })
  expect(metric.sum.dataPoints[0]).toMatchObject({ asDouble: 3 })
  const spans = got['/v1/traces'].resourceSpans[0].scopeSpans[0].spans
  const { traceId } = recording.trace
  expect(spans).toMatchObject([
    { traceId, spanId: root.id, parentSpanId: '00f067aa0ba902b7', kind: 2, status: { code: 2 } },
    {
      traceId,
      spanId: hop.id,
      parentSpanId: root.id,
      name: 'process/customer-360/v1 getHome',
      status: { code: 2 },
    },
  ])
})

test('without a collector nothing waits for long', async () => {
  const otlp = await exportTo({ endpoint: 'http://127.0.0.1:9', metrics: { instruments: [] }, log })
  const before = performance.now()
  await otlp.close()
  expect(performance.now() - before).toBeLessThan(4_000)
})
