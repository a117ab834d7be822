/** Requests that go on without their caller, and those somebody has to settle. */
import { useLocation } from 'preact-iso'
import type { Operation, OperationList } from '#contracts/admin'
import { useAnswer } from '../admin.ts'
import { Choice } from '../parts/choice.tsx'
import { ApiLink, Badge, Nothing, Table, Time, Waiting, withQuery } from '../parts/parts.tsx'

export const operationBadge = ({ state }: Operation) => (
  <Badge tone={state === 'parked' ? 'bad' : state === 'pending' ? 'warn' : 'ok'}>{state}</Badge>
)

export function OperationsPage() {
  const { query, route } = useLocation()
  const asked = useAnswer<OperationList>(withQuery('/operations', { state: query.state, limit: '100' }))
  const items = asked.answer?.items
  return (
    <>
      <h1>Operations</h1>
      <div class="choices">
        <Choice
          name="State"
          value={query.state}
          options={['parked', 'pending']}
          onChange={(state) => route(withQuery('/console/operations', { state }), true)}
        />
      </div>
      <Waiting asked={asked} />
      {items?.length === 0 && <Nothing>Nothing is open: every request has its answer.</Nothing>}
      {items && items.length > 0 && (
        <Table
          name="Open operations"
          columns={[
            'Operation',
            'State',
            'API',
            'Owner',
            'For',
            '#Attempts',
            'Steps',
            'Since',
            'Next attempt',
            'Why',
          ]}
        >
          {items.map((one) => (
            <tr key={one.operationId}>
              <th scope="row">
                <a href={`/console/operation?id=${one.operationId}`}>{one.operation}</a>
              </th>
              <td>{operationBadge(one)}</td>
              <td>
                <ApiLink api={one.api} />
              </td>
              <td>{one.owner}</td>
              <td>{one.consumer}</td>
              <td class="figure">{one.attempts}</td>
              <td>{progressOf(one)}</td>
              <td>
                <Time at={one.createdAt} />
              </td>
              <td>{one.nextAttemptAt ? <Time at={one.nextAttemptAt} /> : '–'}</td>
              <td class="text">{one.reason}</td>
            </tr>
          ))}
        </Table>
      )}
    </>
  )
}

function progressOf({ steps }: Operation): string {
  if (steps.length === 0) return '–'
  const doubtful = steps.filter(({ state }) => state === 'in-doubt').length
  const done = steps.filter(({ state }) => state === 'done' || state === 'not-needed').length
  return doubtful ? `${doubtful} in doubt` : `${done} of ${steps.length}`
}
