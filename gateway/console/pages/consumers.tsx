/** Consumers: what each may call, and how much of it it does. */
import { useLocation } from 'preact-iso'
import type { ApiList, ApiVersion } from '#contracts/admin'
import { useAnswer } from '../admin.ts'
import { overview } from '../live.ts'
import { callsOf, percent, rate, shareFailed } from '../parts/figures.ts'
import { ApiLink, Table, Waiting } from '../parts/parts.tsx'
import { statusBadge } from '../parts/status.tsx'

export function ConsumersPage() {
  const { query } = useLocation()
  const asked = useAnswer<ApiList>('/apis', Infinity)
  const rows =
    asked.answer?.items.flatMap((api) => api.consumers.map((consumer) => ({ consumer, api }))) ?? []
  return (
    <>
      <h1>Consumers</h1>
      <p class="lead quiet">
        Who is registered in <code>contracts/consumers.yaml</code>, and what each called in the last minute.
        Who called in the last 30 days is on the page of each API.
      </p>
      <Waiting asked={asked} />
      {rows.length > 0 && (
        <Table
          name="Consumers and what they may call"
          columns={['Consumer', 'May call', 'Life', '#Rate', '#Refused', '#Failed']}
        >
          {rows.toSorted(byConsumer).map(({ consumer, api }) => (
            <ConsumerRow
              key={`${consumer} ${api.api}`}
              consumer={consumer}
              api={api}
              isMarked={consumer === query.id}
            />
          ))}
        </Table>
      )}
    </>
  )
}

const byConsumer = (a: { consumer: string }, b: { consumer: string }) => a.consumer.localeCompare(b.consumer)

function ConsumerRow({ consumer, api, isMarked }: { consumer: string; api: ApiVersion; isMarked: boolean }) {
  const edge = overview.value?.edges.find(({ from, to }) => from === consumer && to === api.api)
  const own = edge ?? { ok: 0, refused: 0, failed: 0 }
  const share = callsOf(own) ? own.refused / callsOf(own) : 0
  return (
    <tr class={isMarked ? 'marked' : undefined}>
      <th scope="row">{consumer}</th>
      <td>
        <ApiLink api={api.api} />
      </td>
      <td>{statusBadge(api)}</td>
      <td class="figure">{rate(callsOf(own), overview.value?.windowSeconds ?? 0)}</td>
      <td class="figure">{percent(share)}</td>
      <td class="figure">{percent(shareFailed(own))}</td>
    </tr>
  )
}
