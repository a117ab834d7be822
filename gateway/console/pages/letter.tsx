/** One dead letter: where it breaks its contract, its data to be corrected, and its way back to the subscriber. */

import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { Letter, LetterCount } from '#contracts/admin'
import { ask, Refused, useAnswer } from '../admin.ts'
import { Decision, type Option } from '../parts/decision.tsx'
import { mergePatchOf } from '../parts/merge-patch.ts'
import { ApiLink, Json, Table, Time, Waiting } from '../parts/parts.tsx'
import { letterBadge } from './letters.tsx'

const options: readonly Option[] = [
  { value: 'dry-run', name: 'Only say how many', meaning: 'Nothing is changed.' },
  {
    value: 'replay',
    name: 'Replay',
    meaning: 'It is delivered again; what waits behind it follows in order.',
  },
  { value: 'discard', name: 'Discard', meaning: 'It is never delivered; what waits behind it follows.' },
]

export function LetterPage() {
  const path = `/dead-letters/${useLocation().query.id}`
  const asked = useAnswer<Letter>(path)
  const letter = asked.answer
  if (!letter)
    return (
      <>
        <h1>Dead letter</h1>
        <Waiting asked={asked} />
      </>
    )
  const isOpen = letter.state === 'new'
  const settle = async (given: FormData) => {
    const decision = String(given.get('decision'))
    const body = {
      letterIds: [letter.letterId],
      dryRun: decision === 'dry-run',
      note: String(given.get('note')),
    }
    const { matched, changed } = await ask<LetterCount>(
      `/dead-letters/${decision === 'discard' ? 'discard' : 'replay'}`,
      body,
    )
    asked.again()
    if (decision === 'dry-run')
      return `${matched} would be delivered, and ${letter.held} that wait behind it.`
    return decision === 'discard' ? `${changed} discarded.` : `${changed} of ${matched} on its way again.`
  }
  return (
    <>
      <p class="above">
        <a href="/console/letters">Dead letters</a>
      </p>
      <h1>
        {letter.event.type} <span class="quiet">{letter.letterId}</span>
      </h1>
      <Facts letter={letter} />
      {letter.differences.length > 0 && (
        <>
          <h2>Where it breaks its contract</h2>
          <Table name="Differences" columns={['Where', 'Must', 'Is']}>
            {letter.differences.map(({ pointer, expected, actual }) => (
              <tr key={`${pointer} ${expected}`}>
                <th scope="row">
                  <code>{pointer || '/'}</code>
                </th>
                <td class="text">{expected}</td>
                <td>{actual}</td>
              </tr>
            ))}
          </Table>
        </>
      )}
      {letter.data && isOpen && <Correction letter={letter} path={path} onDone={asked.again} />}
      {isOpen && <Decision title="Settle it" options={options} button="Decide" decide={settle} />}
      {letter.data && !isOpen && (
        <>
          <h2>What it says</h2>
          <Json name="What it says" value={letter.data} />
        </>
      )}
      <History letter={letter} />
    </>
  )
}

const Facts = ({ letter }: { letter: Letter }) => (
  <dl class="facts">
    <dt>State</dt>
    <dd>
      {letterBadge(letter.state)} {letter.reason}, at {letter.stage}
      {letter.isCorrected && <span>corrected</span>}
    </dd>
    <dt>What happened</dt>
    <dd>{letter.message}</dd>
    <dt>Subscriber</dt>
    <dd>
      <ApiLink api={letter.subscription.split(':')[0] ?? ''} />
      <span>{letter.subscription.split(':')[1]}</span>
      <span>owned by {letter.owner}</span>
    </dd>
    <dt>Key</dt>
    <dd>
      <code>{letter.key}</code>
      {letter.held > 0 && <span>{letter.held} later events wait behind it</span>}
    </dd>
    <dt>Since</dt>
    <dd>
      <Time at={letter.at} />
      {letter.traceId && <a href={`/console/trace?id=${letter.traceId}`}>Trace of its cause</a>}
    </dd>
  </dl>
)

function Correction({ letter, path, onDone }: { letter: Letter; path: string; onDone(): void }) {
  const before = letter.data ?? {}
  const [text, setText] = useState(JSON.stringify(before, null, 2))
  const correct = async (given: FormData) => {
    const change = mergePatchOf(before, parse(text))
    if (!change) throw new Refused(0, 'Nothing is different.')
    const corrected = await ask<Letter>(`${path}/correct`, { change, note: String(given.get('note')) })
    setText(JSON.stringify(corrected.data ?? {}, null, 2))
    onDone()
    return 'It keeps its contract now. It is delivered when it is replayed.'
  }
  return (
    <Decision title="Correct it" button="Correct" decide={correct}>
      <div>
        <label for="data">What it says; what is personal or secret is hidden, and stays as it is</label>
        <textarea
          id="data"
          class="code"
          spellcheck={false}
          rows={Math.min(24, text.split('\n').length + 1)}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </div>
    </Decision>
  )
}

function parse(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Refused(0, `This is no JSON: ${(error as Error).message}`)
  }
}

const History = ({ letter: { attempts, audit } }: { letter: Letter }) => (
  <>
    {attempts.length > 0 && (
      <>
        <h2>Deliveries</h2>
        <Table name="Deliveries that failed" columns={['When', '#Took', 'Came to']}>
          {attempts.map(({ at, durationMs, error }) => (
            <tr key={at}>
              <td>
                <Time at={at} />
              </td>
              <td class="figure">{durationMs} ms</td>
              <td class="text">{error}</td>
            </tr>
          ))}
        </Table>
      </>
    )}
    {audit.length > 0 && (
      <>
        <h2>Since then</h2>
        <Table name="What happened since" columns={['When', 'Who', 'What', 'Why']}>
          {audit.map(({ at, who, what, note }) => (
            <tr key={`${at} ${what}`}>
              <td>
                <Time at={at} />
              </td>
              <td>{who}</td>
              <td>{what}</td>
              <td class="text">{note}</td>
            </tr>
          ))}
        </Table>
      </>
    )}
  </>
)
