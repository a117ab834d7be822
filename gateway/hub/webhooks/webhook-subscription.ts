/** An outside party that is told of events: one signed POST for each, no faster than it wants. */
import { isIP } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { Agent, request } from 'undici'
import type { EventContract } from '../../../contracts/runtime/event.ts'
import { compileMapping } from '../../../contracts/runtime/mapping.ts'
import { ConfigError } from '../../config.ts'
import type { CloudEvent } from '../cloud-event.ts'
import { done, type Outcome } from '../outcome.ts'
import { parcelIdOf } from '../parcel.ts'
import { type Subscription, told } from '../subscription.ts'
import { type Allowed, isPublic, publicLookup } from './public-address.ts'
import type { Webhook } from './read.ts'
import { signatureOf } from './signature.ts'

/** Where an outside party is, as the deployment knows it. */
export interface Target {
  readonly url: string
  /** The newest first: while one is changed, both sign. */
  readonly secrets: readonly string[]
}

const CONNECT_MS = 5_000
const ANSWER_MS = 15_000
const REPLY_BYTES_MAX = 64 << 10

/** @throws ConfigError when the target is an address inside */
export function webhookSubscription(
  webhook: Webhook,
  { url, secrets }: Target,
  events: ReadonlyMap<string, EventContract>,
  allowed: Allowed,
): Subscription & { close(): Promise<void> } {
  const { owner, onPoison, concurrency, transform, filter } = webhook
  const event = events.get(webhook.event) as EventContract
  const map = transform === undefined ? undefined : compileMapping(transform)
  const turn = paced(webhook.rate)
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '')
  // Names are looked up later; an address never is.
  if (isIP(host) && !isPublic(host, allowed))
    throw new ConfigError([`the URL of the webhook ${webhook.id} leads to ${host}, which is not public`])
  const agent = new Agent({
    connect: { lookup: publicLookup(allowed), timeout: CONNECT_MS },
    connections: concurrency,
    maxResponseSize: REPLY_BYTES_MAX,
    headersTimeout: ANSWER_MS,
    bodyTimeout: ANSWER_MS,
  })

  const send = async (body: string, id: string): Promise<Outcome> => {
    await turn()
    try {
      const reply = await request(url, {
        method: 'POST',
        dispatcher: agent,
        headers: { 'content-type': 'application/json', ...signatureOf(id, body, secrets) },
        body,
      })
      await reply.body.dump()
      return outcomeOfStatus(reply.statusCode, reply.headers['retry-after'])
    } catch (error) {
      return { kind: 'failed', message: `no answer: ${(error as Error).message}` }
    }
  }

  return {
    id: webhookIdOf(webhook),
    topic: event.topic,
    owner,
    onPoison,
    concurrency,
    deliver: told({ event, ...(filter && { filter }) }, events, (message, envelope) =>
      send(
        JSON.stringify(map ? map(message) : inVersion(envelope, event, message.payload)),
        parcelIdOf(envelope),
      ),
    ),
    close: () => agent.destroy(),
  }
}

export const webhookIdOf = ({ id }: Webhook): string => `webhook:${id}`

/** The envelope, with the data of the version that is wanted. */
const inVersion = (envelope: CloudEvent, { id }: EventContract, data: unknown): CloudEvent => ({
  ...envelope,
  type: id,
  data,
})

/** Whom somebody else sends on is not where we were told to go. */
function outcomeOfStatus(status: number, retryAfter: string | string[] | undefined): Outcome {
  if (status < 300) return done
  const message = `answered ${status}`
  if (status >= 500 || status === 408 || status === 425 || status === 429) {
    const seconds = Number(retryAfter)
    return { kind: 'failed', message, status, ...(seconds > 0 && { retryAfterMs: seconds * 1000 }) }
  }
  return { kind: 'refused', reason: 'rejected', stage: 'deliver', message, status }
}

/** Lets so many through a second, evenly. */
function paced(perSecond: number): () => Promise<void> {
  let next = 0
  return async () => {
    const now = performance.now()
    const at = Math.max(now, next)
    next = at + 1_000 / perSecond
    if (at > now) await pause(at - now)
  }
}
