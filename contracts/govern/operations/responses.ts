/** What an operation answers: the old client has to understand whatever the new server may say. */
import type { Flow } from '../rule.ts'
import type { Comparing, Pair } from './exchange.ts'
import { closest, covers } from './media.ts'
import { compareMedia } from './messages.ts'
import type { Operation, Parameter, Response } from './operation.ts'
import { textual } from './textual.ts'

export function compareResponses(comparing: Comparing, old: Operation, next: Operation, flow: Flow): void {
  const { sender, receiver } = comparing.pair(flow, old, next)
  const compared = new Set<Response>()
  for (const status of statusesOf([...old.responses, ...next.responses])) {
    const sent = answering(sender.responses, status)
    const read = answering(receiver.responses, status)
    if (sent && read && !(compared.has(sent) && compared.has(read))) {
      compared.add(sent).add(read)
      compareResponse(comparing, next, flow, { sender: sent, receiver: read })
    }
  }
  if (flow === 'response') compareStatuses(comparing, old, next)
}

/** Statuses that tell the declared ones apart: each that is named, and one more of each range. */
function statusesOf(responses: readonly Response[]): readonly string[] {
  const named = responses.map(({ status }) => status).filter((status) => /^\d{3}$/.test(status))
  const more = ['1', '2', '3', '4', '5'].map((range) =>
    String(
      Array.from({ length: 100 }, (_, index) => Number(range) * 100 + 99 - index).find(
        (code) => !named.includes(String(code)),
      ),
    ),
  )
  return [...new Set([...named, ...more])]
}

const answering = (responses: readonly Response[], status: string): Response | undefined =>
  responses.find((one) => one.status === status) ??
  responses.find((one) => one.status === `${status[0]}XX`) ??
  responses.find((one) => one.status === 'default')

/** Success is what clients are written for. */
function compareStatuses(comparing: Comparing, old: Operation, next: Operation): void {
  for (const { status, pointer } of old.responses)
    if (/^2\d\d$/.test(status) && !covered(next.responses, status))
      comparing.report('status-removed', next, 'response', {
        pointer,
        part: `${status}`,
        name: status,
        witness: { status },
      })
  for (const { status, pointer } of next.responses)
    if (status.startsWith('2') && !covered(old.responses, status))
      comparing.report('status-added', next, 'response', {
        pointer,
        part: `${status}`,
        name: status,
        of: 'sender',
        witness: { status },
      })
}

const covered = (responses: readonly Response[], status: string): boolean =>
  responses.some(
    (one) => one.status === status || one.status === `${status[0]}XX` || one.status === 'default',
  )

function compareResponse(comparing: Comparing, next: Operation, flow: Flow, pair: Pair<Response>): void {
  const { sender, receiver } = pair
  for (const media of sender.media) {
    const other = closest(receiver.media, media.type)
    if (other)
      compareMedia(comparing, next, flow, `${sender.status} body`, { sender: media, receiver: other })
  }
  reportMedia(comparing, next, flow, pair)
  compareHeaders(comparing, next, flow, pair)
}

/** Clients ask for the media types they know; errors come as they come. */
function reportMedia(
  comparing: Comparing,
  next: Operation,
  flow: Flow,
  { sender, receiver }: Pair<Response>,
): void {
  const [asked, offered] = flow === 'response' ? [receiver, sender] : [sender, receiver]
  for (const { type, pointer } of asked.media)
    if (!offered.media.some((media) => covers(media.type, type) || covers(type, media.type)))
      comparing.report('media-type-removed', next, flow, {
        pointer,
        part: `${receiver.status} body`,
        name: type,
        of: flow === 'response' ? 'receiver' : 'sender',
        witness: flow === 'response' ? { accept: type } : { 'content-type': type },
      })
}

function compareHeaders(
  comparing: Comparing,
  next: Operation,
  flow: Flow,
  { sender, receiver }: Pair<Response>,
): void {
  const find = (headers: readonly Parameter[], name: string) =>
    headers.find((header) => header.name.toLowerCase() === name.toLowerCase())
  for (const header of receiver.headers) {
    const other = find(sender.headers, header.name)
    const facts = {
      pointer: header.pointer,
      part: `${receiver.status} header ${header.name}`,
      name: header.name,
    }
    if (header.required && !other?.required)
      comparing.report('header-required', next, flow, {
        ...facts,
        witness: { without: `header ${header.name}` },
      })
    else if (!other) comparing.report('header-removed', next, flow, facts)
    if (!other) continue
    const schemas = { sender: other.schema, receiver: header.schema }
    comparing.schemas(next, flow, facts.part, schemas, textual(comparing.proof(flow), schemas))
  }
}
