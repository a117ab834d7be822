/** Consumers: what each may call, and how much of it it does. */
import { useLocation } from 'preact-iso'
import type { ApiList, ApiVersion, KeyList, Usage } from '#contracts/admin'
import { useAnswer } from '../admin.ts'
import { overview } from '../live.ts'
import { callsOf, percent, rate, shareFailed, whole } from '../parts/figures.ts'
import { ApiLink, Badge, Nothing, Table, Time, Waiting } from '../parts/parts.tsx'
import { statusBadge } from '../parts/status.tsx'

export function ConsumersPage() {
  const { id } = useLocation().query
  const asked = useAnswer<ApiList>('/apis', Infinity)
  const apis = asked.answer?.items ?? []
  const rows = apis.flatMap((api) => api.consumers.map((consumer) => ({ consumer, api })))
  return (
    <>
      <h1>Consumers</h1>
      <p class="lead quiet">
        Who is registered in <code>contracts/consumers.yaml</code> for which API, and what each called in the
        last minute.
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
              isMarked={consumer === id}
            />
          ))}
        </Table>
      )}
      {id && <Use consumer={id} apis={apis.filter(({ consumers }) => consumers.includes(id))} />}
      {id && <Keys consumer={id} />}
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
      <th scope="row">
        <a href={`/console/consumers?id=${consumer}`}>{consumer}</a>
      </th>
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

const Use = ({ consumer, apis }: { consumer: string; apis: readonly ApiVersion[] }) => (
  <>
    <h2>What {consumer} called in the last 30 days</h2>
    <Table name="Its use" columns={['API', 'Operation', '#Calls', '#A day', 'First seen', 'Last seen']}>
      {apis.map(({ api }) => (
        <UseOf key={api} api={api} consumer={consumer} />
      ))}
    </Table>
  </>
)

function UseOf({ api, consumer }: { api: string; consumer: string }) {
  const { answer } = useAnswer<Usage>(`/usage?api=${api}&days=30`, 30_000)
  const own = answer?.items.filter((one) => one.consumer === consumer) ?? []
  if (own.length === 0)
    return (
      <tr>
        <th scope="row">
          <ApiLink api={api} />
        </th>
        <td colSpan={5}>{answer ? 'Nothing' : 'Loading …'}</td>
      </tr>
    )
  return (
    <>
      {own.map(({ operation, calls, callsPerDay, firstSeen, lastSeen }) => (
        <tr key={operation}>
          <th scope="row">
            <ApiLink api={api} />
          </th>
          <td>{operation}</td>
          <td class="figure">{whole(calls)}</td>
          <td class="figure">{whole(Math.round(callsPerDay * 10) / 10)}</td>
          <td>
            <Time at={firstSeen} />
          </td>
          <td>
            <Time at={lastSeen} />
          </td>
        </tr>
      ))}
    </>
  )
}

function Keys({ consumer }: { consumer: string }) {
  const { answer } = useAnswer<KeyList>(`/keys?consumer=${consumer}`, 30_000)
  if (!answer) return null
  return (
    <>
      <h2>Its API keys</h2>
      {answer.items.length === 0 ? (
        <Nothing>It has none: it signs in.</Nothing>
      ) : (
        <Table name="API keys" columns={['Key', 'For', 'State', 'Made', 'Ends']}>
          {answer.items.map(({ keyId, label, state, createdAt, expiresAt }) => (
            <tr key={keyId}>
              <th scope="row">
                <code>{keyId}…</code>
              </th>
              <td>{label}</td>
              <td>
                <Badge tone={state === 'active' ? 'ok' : 'quiet'}>{state}</Badge>
              </td>
              <td>
                <Time at={createdAt} />
              </td>
              <td>{expiresAt ? <Time at={expiresAt} /> : '–'}</td>
            </tr>
          ))}
        </Table>
      )}
    </>
  )
}
