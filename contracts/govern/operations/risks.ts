/** What breaks nobody and still deserves a look: properties that are dropped or ignored, defaults that change. */
import { type Json, step } from '../../runtime/document.ts'
import { isNode } from '../proof/project.ts'
import type { SchemaPointer } from '../proof/proof.ts'
import { equal } from '../proof/values.ts'
import type { Flow } from '../rule.ts'
import type { Comparing, Pair } from './exchange.ts'
import type { Operation } from './operation.ts'

const DEPTH_MAX = 12

export function compareRisks(
  comparing: Comparing,
  operation: Operation,
  flow: Flow,
  part: string,
  { sender, receiver }: Pair<SchemaPointer>,
): void {
  if (sender === undefined || receiver === undefined) return
  const { sender: sending, receiver: reading } = comparing.proof(flow)
  if (sending.formula(sender) === reading.formula(receiver) && !comparing.haveDefaults) return
  const [old, next] = flow === 'request' ? [sender, receiver] : [receiver, sender]
  const seen = new Set<string>()
  const visit = (before: string, after: string, path: string, depth: number): void => {
    const key = `${before} ${after}`
    if (seen.has(key) || depth > DEPTH_MAX) return
    seen.add(key)
    const a = shapeOf(comparing.raw('old'), before)
    const b = shapeOf(comparing.raw('new'), after)
    if (flow === 'request' && !equal(a.preset ?? null, b.preset ?? null))
      comparing.report('default-changed', operation, flow, {
        pointer: after,
        part,
        path,
        keyword: 'default',
        name: path || part,
      })
    for (const [name, own] of a.properties) {
      const other = b.properties.get(name)
      const ignored = flow === 'request' && isReadOnly(comparing, other) && !isReadOnly(comparing, own, 'old')
      if (other && !ignored) visit(own, other, `${path}/${name}`, depth + 1)
      else if (flow === 'request' ? ignored || !b.closed : !a.required.has(name))
        comparing.report(flow === 'request' ? 'property-ignored' : 'property-dropped', operation, flow, {
          pointer: own,
          part,
          path: `${path}/${name}`,
          keyword: 'schema',
          name: `${path}/${name}`.slice(1),
          of: flow === 'request' ? 'sender' : 'receiver',
        })
    }
    if (a.items !== undefined && b.items !== undefined) visit(a.items, b.items, `${path}/*`, depth + 1)
  }
  visit(old, next, '', 0)
}

function isReadOnly(
  comparing: Comparing,
  pointer: string | undefined,
  which: 'old' | 'new' = 'new',
): boolean {
  const schema = pointer === undefined ? undefined : comparing.raw(which)(pointer)
  return isNode(schema) && schema.readOnly === true
}

interface Shape {
  readonly properties: Map<string, string>
  readonly required: Set<string>
  closed: boolean
  items: string | undefined
  preset: Json | undefined
}

type Raw = (pointer: string) => unknown

/** What a schema declares, alone or through the schemas all of which hold. */
function shapeOf(raw: Raw, pointer: string): Shape {
  const shape: Shape = {
    properties: new Map(),
    required: new Set(),
    closed: false,
    items: undefined,
    preset: undefined,
  }
  collect(raw, pointer, shape, new Set())
  return shape
}

function collect(raw: Raw, pointer: string, shape: Shape, seen: Set<string>): void {
  const schema = raw(pointer)
  if (!isNode(schema) || seen.has(pointer)) return
  seen.add(pointer)
  if (schema.default !== undefined) shape.preset ??= schema.default as Json
  if (schema.additionalProperties !== undefined && schema.additionalProperties !== true) shape.closed = true
  if (schema.unevaluatedProperties !== undefined && schema.unevaluatedProperties !== true) shape.closed = true
  if (isNode(schema.items)) shape.items ??= step(pointer, 'items')
  if (isNode(schema.properties))
    for (const name of Object.keys(schema.properties))
      shape.properties.set(name, step(pointer, 'properties', name))
  if (Array.isArray(schema.required)) for (const name of schema.required) shape.required.add(String(name))
  if (typeof schema.$ref === 'string') collect(raw, schema.$ref, shape, seen)
  for (const keyword of ['allOf', 'anyOf', 'oneOf'])
    if (Array.isArray(schema[keyword]))
      (schema[keyword] as readonly unknown[]).forEach((_, index) => {
        collect(raw, step(pointer, keyword, index), shape, seen)
      })
}
