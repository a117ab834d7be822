/** Where systems do not answer as they did: since when, from what to what, and who sees it. */
import { useLocation } from 'preact-iso'
import type { DriftFinding, DriftList } from '#contracts/admin'
import { useAnswer } from '../admin.ts'
import { Choice } from '../parts/choice.tsx'
import { ApiLink, Badge, Nothing, Table, Time, Waiting, withQuery } from '../parts/parts.tsx'

export const driftBadge = ({ state, isBroken }: DriftFinding) =>
  state === 'open' ? (
    <Badge tone={isBroken ? 'bad' : 'warn'}>{isBroken ? 'breaks its contract' : 'open'}</Badge>
  ) : (
    <Badge tone="ok">{state}</Badge>
  )

export function DriftPage() {
  const { query, route } = useLocation()
  const asked = useAnswer<DriftList>(withQuery('/drift', { state: query.state, limit: '100' }))
  const items = asked.answer?.items ?? []
  const from = Math.min(...items.map(({ firstSeen }) => Date.parse(firstSeen)))
  const lengthMs = Math.max(1, Date.now() - from)
  const share = (ms: number) => `${(100 * ms) / lengthMs}%`
  return (
    <>
      <h1>Drift</h1>
      <p class="lead quiet">
        Where systems break their contracts, answer more than these say, or answer what is allowed and not as
        it was.
      </p>
      <div class="choices">
        <Choice
          name="State"
          value={query.state}
          options={['open', 'accepted', 'over']}
          onChange={(state) => route(withQuery('/console/drift', { state }), true)}
        />
      </div>
      <Waiting asked={asked} />
      {asked.answer && items.length === 0 && <Nothing>All systems answer as they did.</Nothing>}
      {items.length > 0 && (
        <Table
          name="What has drifted"
          columns={['Where', 'State', 'Owner', 'Before', 'After', 'When', 'First seen', '#Times', '#Affects']}
        >
          {items.map((one) => {
            const first = Date.parse(one.firstSeen)
            return (
              <tr key={one.findingId}>
                <th scope="row">
                  <a href={`/console/finding?id=${one.findingId}`}>
                    {one.operation} <code>{one.pointer || '/'}</code>
                  </a>
                  <br />
                  <ApiLink api={one.api} /> <span class="quiet">{one.event}</span>
                </th>
                <td>{driftBadge(one)}</td>
                <td>{one.owner}</td>
                <td class="text">{one.before}</td>
                <td class="text">{one.after}</td>
                <td class="when short">
                  <span
                    class={`bar ${one.isBroken ? 'failed' : 'drift'}`}
                    style={{
                      marginLeft: share(first - from),
                      width: share(Date.parse(one.lastSeen) - first),
                    }}
                  />
                </td>
                <td>
                  <Time at={one.firstSeen} />
                </td>
                <td class="figure">{one.times}</td>
                <td class="figure">{one.affected.length}</td>
              </tr>
            )
          })}
        </Table>
      )}
    </>
  )
}
