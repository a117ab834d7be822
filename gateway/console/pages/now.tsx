/** The first page: whether something is broken and who owns it, then the map, then its figures. */
import type { AlertList, ApiList, ApiVersion, Overview } from '#contracts/admin'
import { useAnswer } from '../admin.ts'
import { overview } from '../live.ts'
import { ApiMap } from '../map/map.tsx'
import { Troubles } from '../map/trouble-list.tsx'
import { healthOf, troublesOf } from '../map/troubles.ts'
import { callsOf, duration, percent, rate, shareFailed, whole } from '../parts/figures.ts'
import { ApiLink, Badge, Nothing, Table, Waiting } from '../parts/parts.tsx'
import { statusBadge } from '../parts/status.tsx'

export function NowPage() {
  const asked = useAnswer<ApiList>('/apis', Infinity)
  const alerts = useAnswer<AlertList>('/alerts?state=open&limit=100')
  const now = overview.value
  if (!asked.answer || !now)
    return (
      <>
        <h1>Now</h1>
        <Waiting asked={asked} />
      </>
    )
  const apis = asked.answer.items.toSorted(fromTheTop)
  const troubles = troublesOf({ apis, overview: now, alerts: alerts.answer?.items ?? [] })
  const broken = troubles.filter(({ severity }) => severity === 'critical').length
  return (
    <>
      <h1>
        {broken
          ? `${broken === 1 ? '1 thing is' : `${broken} things are`} broken`
          : troubles.length
            ? `Works, with ${troubles.length === 1 ? '1 warning' : `${troubles.length} warnings`}`
            : 'Everything works'}
      </h1>
      <p class="lead quiet">
        {whole(callsOf(sumOf(now)))} calls from consumers in the last {Math.round(now.windowSeconds)} s, as
        seen by this process.
      </p>
      <Troubles troubles={troubles} />
      <ApiMap apis={apis} overview={now} />
      <h2>APIs</h2>
      <ApiTable apis={apis} overview={now} />
      <h2>Calls between them</h2>
      <EdgeTable apis={apis} overview={now} />
    </>
  )
}

const layers = ['experience', 'process', 'system', 'backend']

const fromTheTop = (a: ApiVersion, b: ApiVersion): number =>
  layers.indexOf(a.layer) - layers.indexOf(b.layer) || a.api.localeCompare(b.api)

const sumOf = ({ edges }: Overview) =>
  edges
    .filter(({ kind }) => kind === 'consumer')
    .reduce(
      (sum, edge) => ({
        ok: sum.ok + edge.ok,
        refused: sum.refused + edge.refused,
        failed: sum.failed + edge.failed,
      }),
      { ok: 0, refused: 0, failed: 0 },
    )

function ApiTable({ apis, overview: now }: { apis: readonly ApiVersion[]; overview: Overview }) {
  const traffic = new Map(now.apis.map((one) => [one.api, one]))
  return (
    <Table
      name="APIs in the last minute"
      columns={['API', 'Owner', 'Life', 'Breaker', '#Calls', '#Refused', '#Failed', '#p50', '#p95']}
    >
      {apis.map((version) => {
        const { api, owner } = version
        const { ok = 0, refused = 0, failed = 0, p50Ms, p95Ms } = traffic.get(api) ?? {}
        return (
          <tr key={api}>
            <th scope="row">
              <ApiLink api={api} />
            </th>
            <td>{owner.team}</td>
            <td>{statusBadge(version)}</td>
            <td>{breakerWords(api, now)}</td>
            <td class="figure">{rate(ok + refused + failed, now.windowSeconds)}</td>
            <td class="figure">{whole(refused)}</td>
            <td class={failed ? 'figure bad' : 'figure'}>{whole(failed)}</td>
            <td class="figure">{duration(p50Ms)}</td>
            <td class="figure">{duration(p95Ms)}</td>
          </tr>
        )
      })}
    </Table>
  )
}

function breakerWords(api: string, { breakers }: Overview): string {
  const own = breakers.filter((one) => one.api === api)
  const odd = own.filter(({ state }) => state !== 'closed')
  if (odd.length) return odd.map(({ effect, state }) => `${effect} ${state}`).join(', ')
  return own.length ? 'closed' : ''
}

function EdgeTable({ apis, overview: now }: { apis: readonly ApiVersion[]; overview: Overview }) {
  const health = healthOf(apis, now)
  if (now.edges.length === 0) return <Nothing>Nobody called anything in the last minute.</Nothing>
  return (
    <Table
      name="Calls in the last minute"
      columns={['From', 'To', 'State', '#Rate', '#Failed', '#p50', '#p95']}
    >
      {now.edges.map((edge) => {
        const { from, to, p50Ms, p95Ms } = edge
        const state = health(edge)
        return (
          <tr key={`${from} ${to}`}>
            <th scope="row">
              <ApiLink api={from} />
            </th>
            <td>
              <ApiLink api={to} />
            </td>
            <td>
              <Badge tone={state === 'ok' ? 'ok' : state === 'slow' ? 'warn' : 'bad'}>{state}</Badge>
            </td>
            <td class="figure">{rate(callsOf(edge), now.windowSeconds)}</td>
            <td class="figure">{percent(shareFailed(edge))}</td>
            <td class="figure">{duration(p50Ms)}</td>
            <td class="figure">{duration(p95Ms)}</td>
          </tr>
        )
      })}
    </Table>
  )
}
