/** Events that could not be delivered: why, by cause, and each of them. */
import { useLocation } from 'preact-iso'
import type { CauseList, LetterList } from '#contracts/admin'
import { useAnswer } from '../admin.ts'
import { Choice } from '../parts/choice.tsx'
import { Badge, Nothing, Table, Time, type Tone, Waiting, withQuery } from '../parts/parts.tsx'

type State = LetterList['items'][number]['state']
const states: Readonly<Record<State, Tone>> = {
  new: 'bad',
  held: 'warn',
  queued: 'warn',
  replayed: 'ok',
  discarded: 'quiet',
}

export const letterBadge = (state: State) => <Badge tone={states[state]}>{state}</Badge>

export function LettersPage() {
  const { query, route } = useLocation()
  const causes = useAnswer<CauseList>('/dead-letters/causes')
  const asked = useAnswer<LetterList>(withQuery('/dead-letters', { state: query.state, limit: '100' }))
  const items = asked.answer?.items
  return (
    <>
      <h1>Dead letters</h1>
      <p class="lead quiet">
        Events that a subscriber did not get. What is corrected and replayed reaches it once.
      </p>
      {causes.answer && causes.answer.items.length > 0 && (
        <>
          <h2>Causes</h2>
          <Table
            name="Causes"
            columns={['What happened', 'Subscription', 'Owner', '#Letters', '#Behind them', 'Since', '']}
          >
            {causes.answer.items.map((one) => (
              <tr key={one.example}>
                <th scope="row" class="text">
                  <Badge tone="bad">{one.reason}</Badge> {one.message}
                </th>
                <td>
                  <span class="id">{one.subscription}</span>
                </td>
                <td>{one.owner}</td>
                <td class="figure">{one.letters}</td>
                <td class="figure">{one.held}</td>
                <td>
                  <Time at={one.oldestAt} />
                </td>
                <td>
                  <a href={`/console/letter?id=${one.example}`}>One of them</a>
                </td>
              </tr>
            ))}
          </Table>
        </>
      )}
      <h2>Letters</h2>
      <div class="choices">
        <Choice
          name="State"
          all="not done with"
          value={query.state}
          options={Object.keys(states)}
          onChange={(state) => route(withQuery('/console/letters', { state }), true)}
        />
      </div>
      <Waiting asked={asked} />
      {items?.length === 0 && <Nothing>Every event reached all its subscribers.</Nothing>}
      {items && items.length > 0 && (
        <Table
          name="Dead letters"
          columns={['Event', 'State', 'Why', 'Subscription', 'Owner', 'Key', 'Since']}
        >
          {items.map((one) => (
            <tr key={one.letterId}>
              <th scope="row">
                <a href={`/console/letter?id=${one.letterId}`}>{one.event.type}</a>
              </th>
              <td>{letterBadge(one.state)}</td>
              <td>{one.reason}</td>
              <td>
                <span class="id">{one.subscription}</span>
              </td>
              <td>{one.owner}</td>
              <td>
                <span class="id">{one.key}</span>
              </td>
              <td>
                <Time at={one.at} />
              </td>
            </tr>
          ))}
        </Table>
      )}
    </>
  )
}
