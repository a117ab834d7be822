/** How far behind subscribers are, and what nobody could deliver: asked of the log now and then, shown at any time. */
import { Observed } from '../telemetry/metrics/instruments.ts'
import type { Consumer } from './consumer.ts'
import type { Letter } from './letter.ts'
import type { Backlog } from './log/driver.ts'

export interface HubState {
  readonly consumers: readonly Consumer[]
  readonly open: readonly Letter[]
  readonly backlogs: ReadonlyMap<string, Backlog>
}

export function hubMetrics(state: () => HubState): readonly Observed[] {
  const backlog = (measure: (backlog: Backlog) => number) => () =>
    [...state().backlogs].map(([subscription, own]) => ({ labels: { subscription }, value: measure(own) }))
  return [
    new Observed(
      { name: 'strata_events_waiting', help: 'Events that are not delivered yet, by subscription.' },
      backlog(({ waiting }) => waiting),
    ),
    new Observed(
      {
        name: 'strata_events_oldest_seconds',
        help: 'How long the oldest of them waits, by subscription.',
        unit: 's',
      },
      backlog(({ oldestAt }) => (oldestAt === undefined ? 0 : (Date.now() - oldestAt) / 1_000)),
    ),
    new Observed(
      { name: 'strata_events_settled', help: 'Events this process was done with, by subscription.' },
      () =>
        state().consumers.map(({ subscription, settled }) => ({ labels: { subscription }, value: settled })),
      'counter',
    ),
    new Observed(
      {
        name: 'strata_dead_letters',
        help: 'Dead letters that are not done with, by subscription and owner.',
      },
      () =>
        [...Map.groupBy(state().open, ({ lane, owner }) => `${lane.subscription} ${owner}`).values()].map(
          (letters) => {
            const { lane, owner } = letters[0] as Letter
            return { labels: { subscription: lane.subscription, owner }, value: letters.length }
          },
        ),
    ),
    new Observed(
      {
        name: 'strata_dead_letters_oldest_seconds',
        help: 'How long the oldest dead letter waits, by owner.',
        unit: 's',
      },
      () =>
        [...Map.groupBy(state().open, ({ owner }) => owner)].map(([owner, letters]) => ({
          labels: { owner },
          value: (Date.now() - Math.min(...letters.map(({ at }) => at))) / 1_000,
        })),
    ),
  ]
}
