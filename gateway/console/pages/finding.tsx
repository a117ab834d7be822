/** One thing that has drifted: before and after, who sees it, and whether it is normal now. */

import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { DriftAccepted, DriftFinding } from '#contracts/admin'
import { ask, useAnswer } from '../admin.ts'
import { Decision } from '../parts/decision.tsx'
import { ApiLink, Json, Table, Time, Waiting } from '../parts/parts.tsx'
import { driftBadge } from './drift.tsx'

export function FindingPage() {
  const path = `/drift/${useLocation().query.id}`
  const asked = useAnswer<DriftFinding>(path)
  const [accepted, setAccepted] = useState<DriftAccepted | undefined>()
  const found = asked.answer
  if (!found)
    return (
      <>
        <h1>Drift</h1>
        <Waiting asked={asked} />
      </>
    )
  const accept = async (given: FormData) => {
    setAccepted(await ask<DriftAccepted>(`${path}/accept`, { note: String(given.get('note')) }))
    asked.again()
    return 'It is normal now, in all processes.'
  }
  return (
    <>
      <p class="above">
        <a href="/console/drift">Drift</a>
      </p>
      <h1>
        {found.operation} <code>{found.pointer || '/'}</code>
      </h1>
      <p class="lead">{found.summary}.</p>
      <div class="sides">
        <figure>
          <figcaption>Before</figcaption>
          <p>{found.before}</p>
        </figure>
        <figure class="after">
          <figcaption>After</figcaption>
          <p>{found.after}</p>
        </figure>
      </div>
      <dl class="facts">
        <dt>State</dt>
        <dd>
          {driftBadge(found)}
          {found.acceptedBy && (
            <span>
              accepted by {found.acceptedBy}: {found.acceptedBecause}
            </span>
          )}
        </dd>
        <dt>System</dt>
        <dd>
          <ApiLink api={found.api} />
          <span>owned by {found.owner}</span>
        </dd>
        <dt>Seen</dt>
        <dd>
          <span>
            first <Time at={found.firstSeen} />
          </span>
          <span>
            last <Time at={found.lastSeen} />
          </span>
          <span>{found.times} times</span>
        </dd>
      </dl>
      {found.affected.length > 0 && (
        <>
          <h2>Who sees it</h2>
          <Table name="Operations that show something made from it" columns={['API', 'Operation', 'Fields']}>
            {found.affected.map(({ api, operation, fields }) => (
              <tr key={`${api} ${operation}`}>
                <th scope="row">
                  <ApiLink api={api} />
                </th>
                <td>{operation}</td>
                <td class="text">
                  <code>{fields.join(' ') || '–'}</code>
                </td>
              </tr>
            ))}
          </Table>
        </>
      )}
      {accepted && <File accepted={accepted} />}
      {found.state === 'open' && !found.isBroken && (
        <Decision title="Accept it as normal" button="Accept" decide={accept} />
      )}
      {found.state === 'open' && found.isBroken && (
        <p class="told">
          It breaks {found.api}: callers get 502 until the system is mended, or its contract allows it.
        </p>
      )}
    </>
  )
}

/** What makes it last, for whoever reviews it. */
const File = ({ accepted: { path, file } }: { accepted: DriftAccepted }) => (
  <>
    <p class="done" role="status">
      It is normal now. Have <code>{path}</code> reviewed, so that it lasts.
    </p>
    <details>
      <summary>What belongs into it</summary>
      <Json name={path} value={file} />
    </details>
  </>
)
