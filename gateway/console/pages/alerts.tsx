/** What owners were told, and what is kept from them for a while. */
import { useLocation } from 'preact-iso'
import type { Alert, AlertList, Silence, SilenceList } from '#contracts/admin'
import { ask, useAnswer } from '../admin.ts'
import { Choice } from '../parts/choice.tsx'
import { Decision } from '../parts/decision.tsx'
import { ApiLink, Badge, Nothing, Table, Time, Waiting, withQuery } from '../parts/parts.tsx'

export function AlertsPage() {
  const { query, route } = useLocation()
  const { state, silence } = query
  const asked = useAnswer<AlertList>(withQuery('/alerts', { state, limit: '100' }))
  const silences = useAnswer<SilenceList>('/silences')
  const items = asked.answer?.items
  const chosen = items?.find(({ id }) => id === silence)
  const here = (change: Record<string, string | undefined>) =>
    withQuery('/console/alerts', { state, ...change })
  return (
    <>
      <h1>Alerts</h1>
      <div class="choices">
        <Choice
          name="State"
          value={state}
          options={['open', 'resolved']}
          onChange={(value) => route(here({ state: value }), true)}
        />
      </div>
      <Waiting asked={asked} />
      {items?.length === 0 && <Nothing>Nobody had to be told of anything.</Nothing>}
      {items && items.length > 0 && (
        <Table
          name="Alerts"
          columns={['What', 'State', 'About', 'Owner', 'Told', '#Times', 'First', 'Last', '']}
        >
          {items.map((alert) => (
            <AlertRow key={alert.id} alert={alert} href={here({ silence: alert.id })} />
          ))}
        </Table>
      )}
      {chosen && <Silencing alert={chosen} onDone={() => silences.again()} />}
      <h2>Silences</h2>
      {silences.answer?.items.length === 0 && <Nothing>Nothing is kept from anybody.</Nothing>}
      {silences.answer && silences.answer.items.length > 0 && (
        <Table name="Silences" columns={['What is kept quiet', 'Until', 'Why', 'By', '']}>
          {silences.answer.items.map((one) => (
            <SilenceRow key={one.silenceId} silence={one} onDone={() => silences.again()} />
          ))}
        </Table>
      )}
    </>
  )
}

const told = { sent: 'yes', due: 'not yet', failed: 'could not be', silenced: 'silenced' } as const

const AlertRow = ({ alert, href }: { alert: Alert; href: string }) => (
  <tr>
    <th scope="row" class="text">
      <Badge tone={alert.severity === 'critical' ? 'bad' : 'warn'}>{alert.kind}</Badge> {alert.summary}
    </th>
    <td>
      <Badge tone={alert.state === 'open' ? 'bad' : 'ok'}>{alert.state}</Badge>
    </td>
    <td>
      <ApiLink api={alert.api} />
    </td>
    <td>{alert.owner}</td>
    <td>{told[alert.delivery]}</td>
    <td class="figure">{alert.times}</td>
    <td>
      <Time at={alert.firstAt} />
    </td>
    <td>
      <Time at={alert.lastAt} />
    </td>
    <td>
      <a href={href}>Silence</a>
    </td>
  </tr>
)

function Silencing({ alert, onDone }: { alert: Alert; onDone(): void }) {
  const decide = async (given: FormData) => {
    const { kind, api } = alert
    const minutes = Number(given.get('minutes'))
    await ask<Silence>('/silences', { kind, api, minutes, note: String(given.get('note')) })
    onDone()
    return `${kind} of ${api} is kept from ${alert.owner} for ${minutes} minutes. It is listed all the same.`
  }
  return (
    <Decision
      title={`Keep ${alert.kind} of ${alert.api} from ${alert.owner}`}
      button="Silence"
      decide={decide}
    >
      <div>
        <label for="minutes">For how many minutes</label>
        <input id="minutes" name="minutes" type="number" min="1" max="43200" defaultValue="60" required />
      </div>
    </Decision>
  )
}

function SilenceRow({ silence, onDone }: { silence: Silence; onDone(): void }) {
  const { silenceId, kind, api, owner, subject, until, note, by } = silence
  const what = [kind ?? 'everything', api && `of ${api}`, subject, owner && `for ${owner}`]
    .filter(Boolean)
    .join(' ')
  return (
    <tr>
      <th scope="row">{what}</th>
      <td>
        <Time at={until} />
      </td>
      <td class="text">{note}</td>
      <td>{by}</td>
      <td>
        <button
          type="button"
          aria-label={`End the silence of ${what}`}
          onClick={() => void ask(`/silences/${silenceId}/end`, {}).finally(onDone)}
        >
          End
        </button>
      </td>
    </tr>
  )
}
