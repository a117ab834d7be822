/** What operators did, the newest first. */
import type { AuditList } from '#contracts/admin'
import { useAnswer } from '../admin.ts'
import { Badge, Nothing, Table, Time, Waiting } from '../parts/parts.tsx'

export function AuditPage() {
  const asked = useAnswer<AuditList>('/audit?limit=100')
  const items = asked.answer?.items
  return (
    <>
      <h1>Audit log</h1>
      <p class="lead quiet">
        Every change is written down before it is made; without an answer, how it ended is not known.
      </p>
      <Waiting asked={asked} />
      {items?.length === 0 && <Nothing>Nobody has changed anything yet.</Nothing>}
      {items && items.length > 0 && (
        <Table name="What operators did" columns={['When', 'Who', 'Did', 'To', 'Answer', 'With']}>
          {items.map(({ id, at, operator, action, target, request, status }) => (
            <tr key={id}>
              <td>
                <Time at={at} />
              </td>
              <td>{operator}</td>
              <th scope="row">{action}</th>
              <td>
                <code>{Object.values(target).join(' ') || '–'}</code>
              </td>
              <td>
                {status === undefined ? (
                  <Badge tone="warn">not known</Badge>
                ) : (
                  <Badge tone={status < 400 ? 'ok' : 'bad'}>{status}</Badge>
                )}
              </td>
              <td class="text">
                <code>{request ? JSON.stringify(request) : ''}</code>
              </td>
            </tr>
          ))}
        </Table>
      )}
    </>
  )
}
