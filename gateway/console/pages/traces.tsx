/** Traces this process kept: what failed, what was slow, and a share of the rest. */
import { useLocation } from 'preact-iso'
import type { ApiList, TraceList } from '#contracts/admin'
import { useAnswer } from '../admin.ts'
import { Choice } from '../parts/choice.tsx'
import { duration } from '../parts/figures.ts'
import { ApiLink, Badge, Nothing, Table, Time, Waiting, withQuery } from '../parts/parts.tsx'

const reasons = ['failed', 'slow', 'sampled']

export function TracesPage() {
  const { query, route } = useLocation()
  const { api, reason } = query
  const apis = useAnswer<ApiList>('/apis', Infinity)
  const asked = useAnswer<TraceList>(withQuery('/traces', { api, reason, limit: '100' }))
  const show = (change: Record<string, string>) =>
    route(withQuery('/console/traces', { api, reason, ...change }), true)
  const items = asked.answer?.items
  return (
    <>
      <h1>Traces</h1>
      <div class="choices">
        <Choice
          name="Through"
          value={api}
          options={apis.answer?.items.map((one) => one.api) ?? []}
          onChange={(value) => show({ api: value })}
        />
        <Choice
          name="Kept because"
          value={reason}
          options={reasons}
          onChange={(value) => show({ reason: value })}
        />
      </div>
      <Waiting asked={asked} />
      {items?.length === 0 && (
        <Nothing>
          No such trace is kept. Kept is what failed, what took more than twice what is promised, what a
          caller asked for with <code>traceparent: …-01</code>, and a share of the rest.
        </Nothing>
      )}
      {items && items.length > 0 && (
        <Table
          name="Traces"
          columns={['Request', 'API', 'Answer', '#Took', '#Spans', 'Kept because', 'When']}
        >
          {items.map((trace) => (
            <tr key={`${trace.traceId} ${trace.startedAt}`}>
              <th scope="row">
                <a href={`/console/trace?id=${trace.traceId}`}>{trace.operation}</a>
              </th>
              <td>
                <ApiLink api={trace.api} />
              </td>
              <td>
                <Badge tone={trace.outcome >= '5' ? 'bad' : trace.outcome >= '4' ? 'warn' : 'ok'}>
                  {trace.outcome}
                </Badge>
              </td>
              <td class="figure">{duration(trace.durationMs)}</td>
              <td class="figure">{trace.spans}</td>
              <td>{trace.reason}</td>
              <td>
                <Time at={trace.startedAt} />
              </td>
            </tr>
          ))}
        </Table>
      )}
    </>
  )
}
