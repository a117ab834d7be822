/** What is sent when an operation is called: parameters and body. The old caller has to be understood by the new server. */
import type { Flow } from '../rule.ts'
import type { Comparing, Pair } from './exchange.ts'
import { closest, concrete } from './media.ts'
import { isWrittenAlike } from './notation.ts'
import type { Body, Media, Operation, Parameter } from './operation.ts'
import { compareRisks } from './risks.ts'
import { textual } from './textual.ts'

export function compareParameters(comparing: Comparing, old: Operation, next: Operation, flow: Flow): void {
  const { sender, receiver } = comparing.pair(flow, old, next)
  const sent = keyed(sender)
  const read = keyed(receiver)
  for (const [key, parameter] of sent) {
    const other = read.get(key)
    if (other) compareParameter(comparing, next, flow, { sender: parameter, receiver: other })
    else if (flow === 'request') reportUnread(comparing, next, parameter, receiver)
  }
  for (const [key, parameter] of read)
    if (!sent.has(key) && parameter.required && !isMoved(parameter, sender))
      comparing.report('parameter-required', next, flow, {
        pointer: parameter.pointer,
        part: partOf(parameter),
        name: parameter.name,
        witness: { without: partOf(parameter) },
      })
}

const partOf = ({ in: where, name }: Parameter) => `${where} ${name}`

/** Parameters in the path by their position, headers whatever their case. */
function keyed({ parameters, template }: Operation): ReadonlyMap<string, Parameter> {
  const positions = [...template.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name)
  const keyOf = ({ in: where, name }: Parameter) =>
    where === 'path' ? positions.indexOf(name) : where === 'header' ? name.toLowerCase() : name
  return new Map(
    parameters
      .map((parameter) => [`${parameter.in} ${keyOf(parameter)}`, parameter] as const)
      .filter(([key]) => key !== 'path -1'),
  )
}

const isMoved = (parameter: Parameter, { parameters }: Operation) =>
  parameters.some(({ name, in: where }) => name === parameter.name && where !== parameter.in)

function reportUnread(
  comparing: Comparing,
  next: Operation,
  parameter: Parameter,
  receiver: Operation,
): void {
  const facts = {
    pointer: parameter.pointer,
    part: partOf(parameter),
    name: parameter.name,
    of: 'sender',
  } as const
  const moved = receiver.parameters.find(
    ({ name, in: where }) => name === parameter.name && where !== parameter.in,
  )
  const witness = { with: partOf(parameter) }
  if (parameter.in === 'path') return
  if (moved) comparing.report('parameter-moved', next, 'request', { ...facts, witness })
  else if (parameter.in === 'query')
    comparing.report('parameter-removed', next, 'request', { ...facts, witness })
  else comparing.report('parameter-ignored', next, 'request', { ...facts, witness })
}

function compareParameter(comparing: Comparing, next: Operation, flow: Flow, pair: Pair<Parameter>): void {
  const { sender, receiver } = pair
  const facts = { pointer: receiver.pointer, part: partOf(receiver), name: receiver.name }
  if (receiver.required && !sender.required)
    comparing.report('parameter-required', next, flow, { ...facts, witness: { without: partOf(receiver) } })
  const different = isWrittenAlike(comparing.proof(flow), pair)
  if (different !== undefined)
    comparing.report('parameter-notation', next, flow, { ...facts, witness: different })
  const schemas = { sender: sender.schema, receiver: receiver.schema }
  const asText = sender.media === undefined && receiver.media === undefined
  comparing.schemas(next, flow, facts.part, schemas, asText ? textual(comparing.proof(flow), schemas) : {})
  if (flow === 'request') compareRisks(comparing, next, flow, facts.part, schemas)
}

export function compareMessages(comparing: Comparing, old: Operation, next: Operation, flow: Flow): void {
  const { sender, receiver } = comparing.pair(flow, old.body, next.body)
  if (receiver?.required && !sender?.required)
    comparing.report('body-required', next, flow, {
      pointer: receiver.pointer,
      part: 'body',
      witness: { without: 'body' },
    })
  if (!sender) return
  if (receiver) compareBodies(comparing, next, flow, { sender, receiver })
  else if (flow === 'request')
    comparing.report('body-removed', next, flow, {
      pointer: sender.pointer,
      part: 'body',
      of: 'sender',
      witness: { with: 'body' },
    })
}

function compareBodies(
  comparing: Comparing,
  next: Operation,
  flow: Flow,
  { sender, receiver }: Pair<Body>,
): void {
  for (const media of sender.media) {
    const other = closest(receiver.media, media.type)
    if (other) compareMedia(comparing, next, flow, 'body', { sender: media, receiver: other })
    else
      comparing.report('media-type-removed', next, flow, {
        pointer: receiver.pointer,
        part: 'body',
        name: media.type,
        witness: { 'content-type': concrete(media.type, receiver.media) },
      })
  }
}

export function compareMedia(
  comparing: Comparing,
  next: Operation,
  flow: Flow,
  part: string,
  pair: Pair<Media>,
): void {
  const schemas = { sender: pair.sender.schema, receiver: pair.receiver.schema }
  const asText = /^(multipart\/|application\/x-www-form-urlencoded)/.test(pair.sender.type)
  comparing.schemas(next, flow, part, schemas, asText ? textual(comparing.proof(flow), schemas) : {})
  compareRisks(comparing, next, flow, part, schemas)
  if (JSON.stringify(pair.sender.encoding) !== JSON.stringify(pair.receiver.encoding))
    comparing.report('encoding-changed', next, flow, { pointer: pair.receiver.pointer, part, unproved: true })
}
