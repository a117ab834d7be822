/** One API: who owns it, its versions side by side, what goes over it, what it promises, who calls it. */
import { useLocation } from 'preact-iso'
import type { ApiList, ApiVersion, Traffic, Usage } from '#contracts/admin'
import { useAnswer } from '../admin.ts'
import { Chart } from '../parts/chart.tsx'
import { callsOf, duration, percent, shareFailed, whole } from '../parts/figures.ts'
import { ApiLink, Badge, Nothing, Table, Time, Waiting } from '../parts/parts.tsx'
import { statusBadge } from '../parts/status.tsx'

export function ApiPage() {
  const id = useLocation().query.id ?? ''
  const asked = useAnswer<ApiList>('/apis', Infinity)
  const traffic = useAnswer<Traffic>(`/traffic?api=${id}`)
  if (!asked.answer)
    return (
      <>
        <h1>{id}</h1>
        <Waiting asked={asked} />
      </>
    )
  const version = asked.answer.items.find(({ api }) => api === id)
  if (!version)
    return (
      <>
        <h1>{id}</h1>
        <Nothing>This process knows no such API.</Nothing>
      </>
    )
  const usedBy = asked.answer.items.filter(({ uses }) => uses.includes(id)).map(({ api }) => api)
  return (
    <>
      <p class="above">{version.layer === 'backend' ? 'Backend' : `One of the ${version.layer} APIs`}</p>
      <h1>
        {version.title} <span class="quiet">{id}</span>
      </h1>
      {version.summary && <p class="lead quiet">{version.summary}</p>}
      <Facts version={version} usedBy={usedBy} />
      <h2>Traffic</h2>
      <TrafficCharts traffic={traffic.answer} />
      <h2>Operations</h2>
      <Operations version={version} traffic={traffic.answer} />
      <h2>Versions</h2>
      <Versions versions={versionsOf(asked.answer.items, id)} id={id} />
      {version.layer !== 'backend' && (
        <>
          <h2>Who calls it</h2>
          <Callers api={id} />
        </>
      )}
    </>
  )
}

const versionsOf = (all: readonly ApiVersion[], id: string) => {
  const name = id.replace(/\/v\d+$/, '/')
  return all.filter(({ api }) => api.startsWith(name))
}

function Facts({ version, usedBy }: { version: ApiVersion; usedBy: readonly string[] }) {
  const { api, owner, uses, hosted, layer } = version
  return (
    <dl class="facts">
      <dt>Owner</dt>
      <dd>
        <b>{owner.team}</b> <a href={`mailto:${owner.contact}`}>{owner.contact}</a>{' '}
        <a href={owner.oncall}>On call</a>
      </dd>
      <dt>Life</dt>
      <dd>
        {statusBadge(version)} {version.successor && <ApiLink api={version.successor} />}
        {version.policy && <a href={version.policy}>How to move on</a>}
      </dd>
      {uses.length > 0 && (
        <>
          <dt>Uses</dt>
          <dd>
            {uses.map((used) => (
              <ApiLink key={used} api={used} />
            ))}
          </dd>
        </>
      )}
      {usedBy.length > 0 && (
        <>
          <dt>Used by</dt>
          <dd>
            {usedBy.map((user) => (
              <ApiLink key={user} api={user} />
            ))}
          </dd>
        </>
      )}
      {layer !== 'backend' && layer !== 'experience' && hosted && (
        <>
          <dt>Contract</dt>
          <dd>
            <a href={`/docs/?urls.primaryName=${api}`}>Docs</a> <a href={`/${api}/openapi.yaml`}>YAML</a>{' '}
            <a href={`/${api}/openapi.json`}>JSON</a>
          </dd>
        </>
      )}
      <dt>Traces</dt>
      <dd>
        <a href={`/console/traces?api=${api}`}>All</a>{' '}
        <a href={`/console/traces?api=${api}&reason=failed`}>Failed</a>{' '}
        <a href={`/console/traces?api=${api}&reason=slow`}>Slow</a>
      </dd>
    </dl>
  )
}

function TrafficCharts({ traffic }: { traffic: Traffic | undefined }) {
  if (!traffic) return <p class="quiet">Loading …</p>
  const { points } = traffic
  const at = points.map((point) => Date.parse(point.at) / 1_000)
  if (points.length < 2)
    return <Nothing>Figures come every five seconds; the first ones are on their way.</Nothing>
  return (
    <div class="charts">
      <Chart
        title="Calls a second"
        at={at}
        lines={[
          { name: 'all', tone: 'accent', values: points.map((point) => callsOf(point) / point.seconds) },
          { name: 'failed', tone: 'bad', values: points.map((point) => point.failed / point.seconds) },
        ]}
      />
      <Chart
        title="95th percentile, ms"
        at={at}
        lines={[{ name: 'p95', tone: 'accent', values: points.map((point) => point.p95Ms ?? null) }]}
      />
    </div>
  )
}

function Operations({ version, traffic }: { version: ApiVersion; traffic: Traffic | undefined }) {
  const found = new Map(traffic?.operations.map((one) => [one.operation, one]))
  return (
    <Table
      name="Operations in the last five minutes"
      columns={['Operation', 'Request', '#Calls', '#Failed', '#p95', '#Promised', 'Kept']}
    >
      {version.operations.map(({ operation, method, path, slo, summary }) => {
        const own = found.get(operation) ?? { ok: 0, refused: 0, failed: 0 }
        const p95Ms = 'p95Ms' in own ? own.p95Ms : undefined
        const calls = callsOf(own)
        const broken = slo && calls > 0 ? brokenOf(slo, p95Ms, shareFailed(own)) : []
        return (
          <tr key={operation}>
            <th scope="row" title={summary}>
              {operation}
            </th>
            <td>
              <code>
                {method} {path}
              </code>
            </td>
            <td class="figure">{whole(calls)}</td>
            <td class="figure">{percent(shareFailed(own))}</td>
            <td class="figure">{duration(p95Ms)}</td>
            <td class="figure">{slo ? `${duration(slo.p95Ms)}, ${percent(1 - slo.availability)}` : '–'}</td>
            <td>
              {!slo || calls === 0 ? (
                <span class="quiet">–</span>
              ) : broken.length ? (
                <Badge tone="bad">{broken.join(', ')}</Badge>
              ) : (
                <Badge tone="ok">kept</Badge>
              )}
            </td>
          </tr>
        )
      })}
    </Table>
  )
}

const brokenOf = (
  slo: NonNullable<ApiVersion['operations'][number]['slo']>,
  p95Ms: number | undefined,
  failed: number,
): readonly string[] => [
  ...((p95Ms ?? 0) > slo.p95Ms ? ['too slow'] : []),
  ...(failed > 1 - slo.availability ? ['fails too often'] : []),
]

function Versions({ versions, id }: { versions: readonly ApiVersion[]; id: string }) {
  return (
    <>
      <Table
        name="Versions side by side"
        columns={[
          'Version',
          'Contract',
          'Life',
          'Deprecated',
          'Ends',
          'Next',
          '#Operations',
          'Registered consumers',
        ]}
      >
        {versions.map((version) => (
          <tr key={version.api} class={version.api === id ? 'marked' : undefined}>
            <th scope="row">
              <ApiLink api={version.api} />
            </th>
            <td>{version.version}</td>
            <td>{statusBadge(version)}</td>
            <td>{version.deprecatedAt?.slice(0, 10) ?? '–'}</td>
            <td>{version.sunsetAt?.slice(0, 10) ?? '–'}</td>
            <td>{version.successor ? <ApiLink api={version.successor} /> : '–'}</td>
            <td class="figure">{version.operations.length}</td>
            <td>{version.consumers.join(', ') || '–'}</td>
          </tr>
        ))}
      </Table>
      {versions.length > 1 && (
        <p class="quiet small">
          What is different, with a request or reply that proves it:{' '}
          <code>
            npx strata diff {versions.at(-2)?.api} {versions.at(-1)?.api}
          </code>
        </p>
      )}
    </>
  )
}

function Callers({ api }: { api: string }) {
  const asked = useAnswer<Usage>(`/usage?api=${api}&days=30`, 30_000)
  const items = asked.answer?.items
  return (
    <>
      <Waiting asked={asked} />
      {items?.length === 0 && <Nothing>Nobody called it in the last 30 days.</Nothing>}
      {items && items.length > 0 && (
        <Table
          name="Callers in the last 30 days"
          columns={['Consumer', 'Operation', '#Calls', '#A day', 'First seen', 'Last seen']}
        >
          {items.map(({ consumer, operation, calls, callsPerDay, firstSeen, lastSeen }) => (
            <tr key={`${consumer} ${operation}`}>
              <th scope="row">
                <a href={`/console/consumers?id=${consumer}`}>{consumer}</a>
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
        </Table>
      )}
    </>
  )
}
