/** Tells the owners of subscribers that events could not be delivered to them. */
import type { Owner } from '../../contracts/contract.ts'
import type { Letter } from '../hub/letter.ts'
import type { Alerting } from './alerting.ts'

const LETTERS_NAMED = 10

/**
 * @param ownerOf finds who answers, by the name of the team
 * @returns to be called now and then, with the dead letters that are not done with
 */
export function deadLetterAlerts(alerting: Alerting, ownerOf: (team: string) => Owner | undefined) {
  return (open: readonly Letter[]): void => {
    const waiting = open.filter(({ state }) => state === 'new')
    const kinds = Map.groupBy(waiting, ({ lane, event }) => `${lane.subscription} ${event.type}`)
    for (const [subject, letters] of kinds) {
      const { event, owner } = letters[0] as Letter
      const found = ownerOf(owner)
      if (!found) continue
      alerting.alert({
        kind: 'dead-letters',
        api: event.type,
        subject,
        owner: found,
        summary: `${letters.length} events ${event.type} wait as dead letters: strata dlq list --causes shows why`,
        facts: { letterIds: letters.slice(0, LETTERS_NAMED).map(({ id }) => id) },
      })
    }
    for (const { kind, api, subject } of alerting.open('dead-letters'))
      if (!kinds.has(subject)) alerting.resolve({ kind, api, subject })
  }
}
