/** Dead letters as the admin API shows them, and what operators do with them. */
import { type implement, type Letter, type LetterSummary, notFound, ok, refuse } from '#contracts/admin'
import type { Letter as StoredLetter } from '../hub/letter.ts'
import type { Cause, LetterDesk, LetterFilter } from '../hub/letter-desk.ts'
import { readTrace } from '../telemetry/trace.ts'

export interface LettersState {
  readonly letters: LetterDesk
}

type Handlers = Pick<
  Parameters<typeof implement>[0],
  'listLetters' | 'listCauses' | 'getLetter' | 'correctLetter' | 'replayLetters' | 'discardLetters'
>

export function letterHandlers({ letters }: LettersState): Handlers {
  const view = async (letter: StoredLetter): Promise<Letter> => {
    const data = letters.dataOf(letter) as Letter['data']
    const { differences, attempts, corrected, consumer, audit, traceparent } = letter
    return {
      ...summaryOf(letter),
      differences,
      attempts,
      held: await letters.heldBehind(letter),
      isCorrected: corrected !== undefined,
      ...(data !== undefined && { data }),
      ...(traceparent !== undefined && { traceId: readTrace(traceparent).traceId }),
      consumer: `${consumer.host} (${consumer.pid})`,
      audit,
    }
  }
  const unknown = (id: string) => notFound(`There is no dead letter ${id}.`)

  return {
    async listLetters({ query: { limit, ...filter } }) {
      return ok({ items: (await letters.list(filter as LetterFilter, limit)).map(summaryOf) })
    },

    async listCauses() {
      return ok({ items: (await letters.causes()).slice(0, CAUSES_MAX).map(causeOf) })
    },

    async getLetter({ params: { letterId } }) {
      const letter = await letters.find(letterId)
      return letter ? ok(await view(letter)) : unknown(letterId)
    },

    async correctLetter({ params: { letterId }, body: { change, note } }, { consumer }) {
      const letter = await letters.find(letterId)
      if (!letter) return unknown(letterId)
      const corrected = await letters.correct(letter, change, consumer, note)
      return typeof corrected === 'string' ? refuse('conflict', corrected) : ok(await view(corrected))
    },

    async replayLetters({ body: { note, dryRun = false, ...filter } }, { consumer }) {
      return ok(await letters.replay(filter as LetterFilter, consumer, note, dryRun))
    },

    async discardLetters({ body: { note, dryRun = false, ...filter } }, { consumer }) {
      return ok(await letters.discard(filter as LetterFilter, consumer, note, dryRun))
    },
  }
}

const CAUSES_MAX = 100

const summaryOf = ({
  id,
  lane,
  at,
  state,
  owner,
  event,
  key,
  reason,
  stage,
  message,
}: StoredLetter): LetterSummary => ({
  letterId: id,
  state,
  subscription: lane.subscription,
  owner,
  event,
  key,
  at: new Date(at).toISOString(),
  reason,
  stage,
  message,
})

function causeOf({ letters, held }: Cause) {
  const [oldest] = letters.toSorted((a, b) => a.at - b.at) as [StoredLetter]
  const { lane, owner, reason, message, at, id } = oldest
  return {
    subscription: lane.subscription,
    owner,
    reason,
    message,
    letters: letters.length,
    held,
    oldestAt: new Date(at).toISOString(),
    example: id,
  }
}
