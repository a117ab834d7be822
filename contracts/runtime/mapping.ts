/**
 * Takes a message apart and puts something else together, as a contract says: a template is JSON in which a string that
 * is a runtime expression (AsyncAPI 3) stands for a part of the message.
 *
 * - `$message.payload#/orderId`, `$message.header#/id`: the part; a member without one is left out
 * - `Order {$message.payload#/orderId}`: the part as text, which has to be there
 * - `{ $map: <expression>, with: { 3: shipped } }`: one value for another; what is not named cannot be mapped
 */
import type { Json } from './document.ts'

export interface Message {
  /** The attributes of its CloudEvent. */
  readonly header: Readonly<Record<string, unknown>>
  /** Its data. */
  readonly payload: unknown
}

export type Mapping = (message: Message) => unknown

/** The message has no such part, or nothing is said about it. */
export class MappingError extends Error {
  override readonly name = 'MappingError'
}

const expression = /^\$message\.(header|payload)#((?:\/[^{}]*)?)$/
const embedded = /\{(\$message\.[^{}]*)\}/g

/** @throws TypeError when it is no template */
export function compileMapping(template: Json): Mapping {
  if (typeof template === 'string') return compileText(template)
  if (Array.isArray(template)) {
    const items = template.map(compileMapping)
    return (message) => items.map((item) => item(message)).filter((value) => value !== undefined)
  }
  if (template === null || typeof template !== 'object') return () => template
  return '$map' in template
    ? compileMap(template as { readonly [member: string]: Json })
    : compileObject(template as { readonly [member: string]: Json })
}

/** @throws TypeError when it is no expression */
export function compileExpression(text: string): Mapping {
  const [, part, pointer = ''] = expression.exec(text) ?? []
  if (part === undefined)
    throw new TypeError(`${text} is no expression such as $message.payload#/orderId or $message.header#/id`)
  const keys = pointer
    .split('/')
    .slice(1)
    .map((key) => decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~'))
  return (message) => keys.reduce<unknown>(memberOf, message[part as keyof Message])
}

function compileText(text: string): Mapping {
  if (text.startsWith('$')) return compileExpression(text)
  const parts = text.split(embedded).map((part, index) => (index % 2 ? compileExpression(part) : part))
  if (parts.length === 1) return () => text
  return (message) =>
    parts
      .map((part) => {
        if (typeof part === 'string') return part
        const value = part(message)
        if (value === undefined || (typeof value === 'object' && value !== null))
          throw new MappingError(`a part of “${text}” is no text`)
        return String(value)
      })
      .join('')
}

function compileMap({ $map, with: table, ...others }: { readonly [member: string]: Json }): Mapping {
  const isTable = table !== null && typeof table === 'object' && !Array.isArray(table)
  if (typeof $map !== 'string' || !isTable || Object.keys(others).length)
    throw new TypeError('$map stands beside with, and nothing else: { $map: <expression>, with: { … } }')
  const from = compileExpression($map)
  const results = new Map(Object.entries(table as object).map(([value, to]) => [value, compileMapping(to)]))
  return (message) => {
    const value = from(message)
    const to = results.get(String(value))
    if (!to) throw new MappingError(`${$map} is ${JSON.stringify(value)}, and nothing is said about that`)
    return to(message)
  }
}

function compileObject(template: { readonly [member: string]: Json }): Mapping {
  const members = Object.entries(template).map(([name, part]) => [name, compileMapping(part)] as const)
  return (message) =>
    Object.fromEntries(
      members.map(([name, part]) => [name, part(message)]).filter(([, value]) => value !== undefined),
    )
}

const memberOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined
