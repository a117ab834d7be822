/** What is broken and who owns it, in one look. */
import { ApiLink, Badge, Time } from '../parts/parts.tsx'
import type { Trouble } from './troubles.ts'

export const Troubles = ({ troubles }: { troubles: readonly Trouble[] }) =>
  troubles.length === 0 ? null : (
    <ul class="troubles" aria-label="What needs somebody">
      {troubles.map(({ api, team, oncall, severity, what, since, affected }) => (
        <li key={api} class={severity}>
          <div>
            <p class="head">
              <Badge tone={severity === 'critical' ? 'bad' : 'warn'}>{severity}</Badge> <ApiLink api={api} />
              {since && (
                <span class="quiet">
                  since <Time at={since} />
                </span>
              )}
            </p>
            {what.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
            {affected.length > 0 && (
              <p class="affected">
                <span class="quiet">Affects</span>{' '}
                {affected.map((id) => (
                  <ApiLink key={id} api={id} />
                ))}
              </p>
            )}
          </div>
          <p class="owner">
            <span class="quiet">Owner</span>
            <b>{team}</b>
            {oncall && <a href={oncall}>On call</a>}
            {api.startsWith('events/') ? (
              <a href="/console/letters">Dead letters</a>
            ) : (
              <a href={`/console/traces?api=${api}`}>Traces</a>
            )}
          </p>
        </li>
      ))}
    </ul>
  )
