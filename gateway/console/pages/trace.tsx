/** One request, hop by hop and attempt by attempt: where its time went. */
import { useLocation } from 'preact-iso'
import type { ApiList, Trace } from '#contracts/admin'
import { useAnswer } from '../admin.ts'
import { type Row, waterfallOf } from '../map/waterfall.ts'
import { duration, percent } from '../parts/figures.ts'
import { ApiLink, Badge, Table, Waiting } from '../parts/parts.tsx'

export function TracePage() {
  const { query } = useLocation()
  const asked = useAnswer<Trace>(`/traces/${query.id}`, Infinity)
  const apis = useAnswer<ApiList>('/apis', Infinity)
  if (!asked.answer)
    return (
      <>
        <h1>Trace</h1>
        <Waiting asked={asked} />
      </>
    )
  const { rows, totalMs, slowest } = waterfallOf(asked.answer.spans)
  const [root] = rows
  const ownerOf = (api: string) => apis.answer?.items.find((one) => one.api === api)?.owner.team
  return (
    <>
      <p class="above">
        <a href="/console/traces">Traces</a>
      </p>
      <h1>
        {root?.span.operation} <span class="quiet">{duration(totalMs)}</span>
      </h1>
      {slowest && root && (
        <p class="lead">
          Most of its time, {duration(slowest.ownMs)} ({percent(slowest.ownMs / (totalMs || 1))}), went into{' '}
          <b>{slowest.span.operation}</b> of <ApiLink api={slowest.span.api} />
          {ownerOf(slowest.span.api) && `, owned by ${ownerOf(slowest.span.api)}`}.
        </p>
      )}
      <Table name="Spans of the trace" columns={['What', '.wide API', 'When', '#Took', '#Itself', 'Answer']}>
        {rows.map((row) => (
          <SpanRow key={row.span.spanId} row={row} totalMs={totalMs} isSlowest={row === slowest} />
        ))}
      </Table>
      <p class="quiet small">
        Trace <code>{asked.answer.traceId}</code>, as far as it went through this process.
      </p>
    </>
  )
}

interface SpanRowProps {
  readonly row: Row
  readonly totalMs: number
  readonly isSlowest: boolean
}

function SpanRow({ row, totalMs, isSlowest }: SpanRowProps) {
  const { span, depth, attempt, durationMs, ownMs } = row
  const { api, operation, kind, outcome = 'under way' } = span
  const share = (ms: number) => `${(100 * ms) / (totalMs || 1)}%`
  const isFailed = /^\D|^5/.test(outcome)
  return (
    <tr class={isSlowest ? 'marked' : undefined}>
      <th scope="row" class="what" style={{ paddingLeft: `${depth * 12 + 8}px` }}>
        {operation} <span class="quiet">{attempt ? `attempt ${attempt}` : kind}</span>
        <span class="narrow id">{api}</span>
      </th>
      <td class="wide">
        <ApiLink api={api} />
      </td>
      <td class="when">
        <span
          class={`bar ${api.split('/')[0]} ${isFailed ? 'failed' : ''}`}
          style={{ marginLeft: share(span.offsetMs), width: share(durationMs) }}
        />
      </td>
      <td class="figure">{duration(durationMs)}</td>
      <td class="figure">{isSlowest ? <b>{duration(ownMs)}</b> : duration(ownMs)}</td>
      <td>
        <Badge tone={isFailed ? 'bad' : /^4/.test(outcome) ? 'warn' : 'ok'}>{outcome}</Badge>
      </td>
    </tr>
  )
}
