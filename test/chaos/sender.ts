/** Somebody who wants one answer, and asks again and again, of any gateway, until it is final. */
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Replica } from './replica.ts'
import type { Wish } from './wishes.ts'

export interface Final {
  readonly status: number
  readonly body: string
  readonly location: string
  readonly attempts: number
}

export interface SenderOptions {
  readonly replicas: readonly Replica[]
  readonly tokenOf: (wish: Wish) => Promise<string>
  /** Whether each attempt has another key, as if there were none. */
  readonly without: boolean
  readonly random: () => number
  /** Told of each attempt that settles nothing: a status with the slug of its problem, or what broke. */
  readonly onOpen: (why: string) => void
}

/** A gateway that says nothing for so long is asked no more. */
const SILENCE_MS = 6_000
const PAUSE_MS = 40
const PAUSE_MS_MAX = 1_200

/** @param signal when nobody wants the answer any more */
export async function send(
  wish: Wish,
  options: SenderOptions,
  signal: AbortSignal,
): Promise<Final | undefined> {
  const { onOpen, random } = options
  for (let attempts = 1; !signal.aborted; attempts++) {
    const answer = await ask(wish, options)
    if (isFinal(answer)) return { ...answer, attempts }
    onOpen(answer.why)
    const pauseMs = Math.min(PAUSE_MS * 2 ** attempts, PAUSE_MS_MAX)
    await pause(pauseMs * (0.5 + random()))
  }
  return undefined
}

type Answer = Omit<Final, 'attempts'> & { readonly why: string }

async function ask(wish: Wish, { replicas, tokenOf, without, random }: SenderOptions): Promise<Answer> {
  const replica = replicas[Math.floor(random() * replicas.length)] as Replica
  try {
    const { statusCode, headers, body } = await replica.pool.request({
      method: 'POST',
      path: wish.path,
      headers: {
        authorization: `Bearer ${await tokenOf(wish)}`,
        'content-type': 'application/json',
        'idempotency-key': without ? randomUUID() : wish.key,
      },
      body: wish.body,
      signal: AbortSignal.timeout(SILENCE_MS),
    })
    const text = await body.text()
    const { type = '' } = statusCode >= 400 ? (JSON.parse(text) as { type?: string }) : {}
    const why = `${statusCode} ${type.replace('/problems/', '')}`.trim()
    return { status: statusCode, body: text, location: String(headers.location ?? ''), why }
  } catch (error) {
    const { code, name } = error as { code?: unknown; name: string }
    return { status: 0, body: '', location: '', why: typeof code === 'string' ? code : name }
  }
}

const openStatuses: ReadonlySet<number> = new Set([0, 202, 401, 403, 408, 425, 429])

const isFinal = ({ status, why }: Answer): boolean =>
  status < 500 && !openStatuses.has(status) && !why.endsWith('idempotency-in-progress')
