/** One operation: how far it got, and what an operator decides who has looked at the systems behind it. */
import { useLocation } from 'preact-iso'
import type { Operation } from '#contracts/admin'
import { ask, useAnswer } from '../admin.ts'
import { Decision, type Option } from '../parts/decision.tsx'
import { ApiLink, Badge, Table, Time, type Tone, Waiting } from '../parts/parts.tsx'
import { operationBadge } from './operations.tsx'

const options: readonly Option[] = [
  {
    value: 'retry',
    name: 'Try again',
    meaning: 'It goes on now. A step in doubt is taken again: say so only when it did not act.',
  },
  { value: 'abandon', name: 'Abandon', meaning: 'What was done is taken back; who repeats it is told so.' },
  { value: 'completed', name: 'It is completed', meaning: 'It was carried out, by whomever.' },
]

const meanings: Readonly<Record<Operation['steps'][number]['state'], readonly [Tone, string]>> = {
  pending: ['quiet', 'Not done yet, or not known to be; it can be taken again.'],
  done: ['ok', 'It happened.'],
  undone: ['warn', 'It happened, and was taken back.'],
  'in-doubt': ['bad', 'It was sent, got no answer, and must not be sent twice: look at the system.'],
  'not-needed': ['quiet', 'The request could be answered without it.'],
}

export function OperationPage() {
  const path = `/operations/${useLocation().query.id}`
  const asked = useAnswer<Operation>(path)
  const { answer } = asked
  if (!answer)
    return (
      <>
        <h1>Operation</h1>
        <Waiting asked={asked} />
      </>
    )
  const decide = async (given: FormData) => {
    const decision = String(given.get('decision'))
    const { state } = await ask<Operation>(`${path}/resolve`, { decision, note: String(given.get('note')) })
    asked.again()
    return state === 'completed' ? 'Done: it is completed.' : `Done: it is ${state}.`
  }
  return (
    <>
      <p class="above">
        <a href="/console/operations">Operations</a>
      </p>
      <h1>
        {answer.operation} <span class="quiet">{answer.operationId}</span>
      </h1>
      <dl class="facts">
        <dt>State</dt>
        <dd>
          {operationBadge(answer)} {answer.reason}
        </dd>
        <dt>API</dt>
        <dd>
          <ApiLink api={answer.api} />
          <span>owned by {answer.owner}</span>
        </dd>
        <dt>Asked by</dt>
        <dd>
          {answer.consumer} <Time at={answer.createdAt} />
        </dd>
        <dt>Attempts</dt>
        <dd>
          {answer.attempts}
          {answer.nextAttemptAt && (
            <span>
              next <Time at={answer.nextAttemptAt} />
            </span>
          )}
        </dd>
      </dl>
      {answer.steps.length > 0 && (
        <Table name="Steps" columns={['#', 'Step', 'State', 'That is']}>
          {answer.steps.map(({ step, state }, index) => (
            <tr key={step}>
              <td class="figure">{index + 1}</td>
              <th scope="row">{step}</th>
              <td>
                <Badge tone={meanings[state][0]}>{state}</Badge>
              </td>
              <td class="text">{meanings[state][1]}</td>
            </tr>
          ))}
        </Table>
      )}
      {answer.state !== 'completed' && (
        <Decision title="Settle it" options={options} button="Decide" decide={decide} />
      )}
    </>
  )
}
