/** The admin API, as the console asks it: with the operator's token, and nothing else. */
import { useEffect, useState } from 'preact/hooks'
import { signOut, token } from './session.ts'

/** Why there is no answer, in the words of the problem. */
export class Refused extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

interface ProblemBody {
  readonly title?: string
  readonly detail?: string
  readonly errors?: readonly { readonly pointer?: string; readonly detail: string }[]
}

/**
 * @param path such as `/policies`
 * @param body to be sent; without it, the path is only read
 * @throws Refused
 */
export async function ask<Answer>(path: string, body?: object): Promise<Answer> {
  const reply = await fetch(`/admin${path}`, {
    headers: { ...authorization(), ...(body && { 'content-type': 'application/json' }) },
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  }).catch(() => {
    throw new Refused(0, 'The gateway does not answer.')
  })
  const answer: unknown = await reply.json().catch(() => undefined)
  if (reply.ok) return answer as Answer
  if (reply.status === 401) signOut('The token is not valid, or not any more.')
  throw new Refused(reply.status, sentence(answer as ProblemBody | undefined))
}

export const authorization = () => ({ authorization: `Bearer ${token.value ?? ''}` })

const sentence = ({ title = 'No answer that can be understood', detail, errors = [] }: ProblemBody = {}) =>
  [title, detail, ...errors.map(({ pointer = '', detail }) => `${pointer} ${detail}`)]
    .filter((part) => part !== undefined)
    .join('. ')

export interface Asked<Answer> {
  readonly answer: Answer | undefined
  readonly refused: Refused | undefined
  again(): void
}

const AGAIN_MS = 3_000

/** What a page shows, asked again every few seconds while it is looked at. @param path `undefined`: not yet */
export function useAnswer<Answer>(path: string | undefined, everyMs = AGAIN_MS): Asked<Answer> {
  const [state, setState] = useState<{ path?: string; answer?: Answer; refused?: Refused }>({})
  const [times, setTimes] = useState(0)
  useEffect(() => {
    if (path === undefined) return undefined
    let isOver = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const load = async () => {
      if (!document.hidden)
        await ask<Answer>(path).then(
          (answer) => isOver || setState({ path, answer }),
          (refused: Refused) => isOver || setState((was) => ({ ...was, path, refused })),
        )
      if (!isOver && everyMs < Infinity) timer = setTimeout(load, everyMs)
    }
    void load()
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [path, times, everyMs])
  const isOwn = state.path === path
  return {
    answer: isOwn ? state.answer : undefined,
    refused: isOwn ? state.refused : undefined,
    again: () => setTimes(times + 1),
  }
}
