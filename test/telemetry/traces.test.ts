/** What one request did can be seen hop by hop, wherever its layers run. */
import { request } from 'undici'
import { expect, test, vi } from 'vitest'
import { seed } from '../../gateway/sandbox/seed/main.ts'
import { describeFlow, type Flow } from '../support/flow.ts'

interface Span {
  readonly spanId: string
  readonly parentId?: string
  readonly kind: string
  readonly api: string
  readonly operation: string
  readonly outcome?: string
}

const customerId = seed.customers[0]?.customerId

/** Of all processes together. */
async function spansOf({ strata }: Flow, traceId: string): Promise<readonly Span[]> {
  const authorization = `Bearer ${await strata.token('ops')}`
  const parts = await Promise.all(
    strata.internalUrls.map(async (url) => {
      const { statusCode, body } = await request(`${url}/admin/traces/${traceId}`, {
        headers: { authorization },
      })
      const { spans } = (await body.json()) as { spans?: Span[] }
      return statusCode === 200 ? (spans ?? []) : []
    }),
  )
  return parts.flat()
}

async function home(flow: Flow, flags: '00' | '01') {
  const traceId = crypto.randomUUID().replaceAll('-', '')
  const reply = await request(`${flow.strata.urlOf.experience}/experience/mobile/v1/home`, {
    headers: {
      authorization: `Bearer ${await flow.strata.token('mobile-app', customerId)}`,
      traceparent: `00-${traceId}-00f067aa0ba902b7-${flags}`,
    },
  })
  await reply.body.dump()
  return { status: reply.statusCode, traceId }
}

/** Each span as the chain of what it is a part of, outermost first. */
const chainsOf = (spans: readonly Span[]): readonly string[] =>
  spans.map((span) => {
    const chain: string[] = []
    for (let one: Span | undefined = span; one; one = spans.find(({ spanId }) => spanId === one?.parentId))
      chain.unshift(`${one.kind} ${one.api.split('/').slice(0, 2).join('/')}`)
    return chain.join(' > ')
  })

describeFlow('traces', (flow, topology) => {
  test('a trace a caller wants to keep has one span for each hop and attempt, each part of the right one', async () => {
    await home(flow, '00')
    const { status, traceId } = await home(flow, '01')
    expect(status).toBe(200)
    const spans = await spansOf(flow, traceId)
    const remote = (chain: string, api: string) =>
      topology === 'one process'
        ? `${chain} > hop ${api}`
        : `${chain} > hop ${api} > attempt ${api} > request ${api}`
    const mobile = 'request experience/mobile'
    const overview = remote(mobile, 'process/customer-360')
    for (const system of ['crm', 'erp']) {
      const chains = chainsOf(spans)
      const called = remote(overview, `system/${system}`)
      expect(chains).toContain(called)
      expect(chains).toContain(`${called} > hop backend/${system} > attempt backend/${system}`)
    }
    expect(spans.filter(({ parentId }) => parentId === '00f067aa0ba902b7')).toMatchObject([
      { kind: 'request', api: 'experience/mobile/v1', outcome: '200' },
    ])
    expect(new Set(spans.map(({ spanId }) => spanId)).size).toBe(spans.length)
  })

  test('a retry is an attempt of its own, in the trace and in the log', async () => {
    await flow.fault('erp', { kind: 'status', status: 503, match: 'sale.sale', times: 1 })
    const { traceId } = await home(flow, '01')
    const spans = await spansOf(flow, traceId)
    const hop = spans.find(({ kind, api }) => kind === 'hop' && api === 'backend/erp/v1')
    const attempts = spans.filter(({ kind, parentId }) => kind === 'attempt' && parentId === hop?.spanId)
    expect(attempts.map(({ outcome }) => outcome)).toEqual(['upstream-unavailable', '200'])
    expect(hop?.outcome).toBe('200')
    const logged = await vi.waitUntil(() =>
      flow.strata
        .log()
        .filter(({ msg, traceId: own }) => msg === 'request' && own === traceId)
        .map(({ attempts = [] }) => attempts as { to: string; outcome: unknown }[])
        .map((list) => list.filter(({ to }) => to === 'backend/erp/v1'))
        .find((list) => list.length > 1),
    )
    expect(logged?.map(({ outcome }) => outcome)).toEqual(['upstream-unavailable', 200])
  })

  test('what nobody asked for is kept when it fails', async () => {
    await flow.fault('crm', { kind: 'status', status: 500, match: 'sobjects/Account' })
    await flow.fault('erp', { kind: 'status', status: 500, match: 'sale.sale' })
    const { traceId } = await home(flow, '00')
    const [root] = (await spansOf(flow, traceId)).filter(({ parentId }) => parentId === '00f067aa0ba902b7')
    expect(root?.outcome === undefined || Number(root.outcome) >= 500).toBe(true)
  })

  test('every process tells Prometheus how it fares', async () => {
    await home(flow, '00')
    const texts = await Promise.all(
      flow.strata.internalUrls.map(async (url) => (await request(`${url}/metrics`)).body.text()),
    )
    const all = texts.join('\n')
    expect(all).toMatch(
      /^strata_requests_total\{api="experience\/mobile\/v1",operation="getHome",status="200",consumer="mobile-app"\} [1-9]/m,
    )
    expect(all).toMatch(
      /^strata_attempts_total\{to="backend\/erp\/v1",operation="[a-zA-Z]+",outcome="ok"\} [1-9]/m,
    )
    expect(all).toMatch(/^strata_breaker_state\{to="backend\/erp\/v1",effect="read",state="closed"\} 1$/m)
    const outside = await request(`${flow.strata.publicUrl}/metrics`)
    await outside.body.dump()
    expect(outside.statusCode).toBe(404)
  })
})
