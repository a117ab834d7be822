/** Which operation of the new document answers the requests of an old one. */
import type { Comparing, Matched } from './exchange.ts'
import { today } from './lifecycle.ts'
import { type Operation, shapeOf } from './operation.ts'

/** Pairs what is the same on the wire: base address and path count together, names of path variables not at all. */
export function match(
  comparing: Comparing,
  before: readonly Operation[],
  after: readonly Operation[],
): readonly Matched[] {
  const byUrl = indexed(after, urlsOf)
  const byTemplate = indexed(after, ({ method, kind, template }) => [
    `${kind} ${method} ${shapeOf(template)}`,
  ])
  return before.flatMap((old) => {
    const url = urlsOf(old).find((one) => byUrl.has(one))
    const next =
      (url === undefined ? undefined : byUrl.get(url)) ??
      byTemplate.get(`${old.kind} ${old.method} ${shapeOf(old.template)}`)
    if (next) return [{ old, next }]
    comparing.within({ old }, () => reportGone(comparing, old, after))
    return []
  })
}

function reportGone(comparing: Comparing, old: Operation, after: readonly Operation[]): void {
  const facts = { pointer: old.pointer, part: 'operation', of: 'sender' } as const
  if (old.kind !== 'operation') {
    comparing.report('webhook-removed', old, 'response', { pointer: old.pointer, part: 'operation' })
    return
  }
  if (old.deprecated && old.sunset !== undefined && old.sunset.slice(0, 10) < today()) {
    comparing.report('operation-retired', old, 'request', facts)
    return
  }
  const other = after.find(
    (next) => next.kind === 'operation' && next.method === old.method && mayAnswer(next, old),
  )
  comparing.report('operation-removed', old, 'request', {
    ...facts,
    ...(other
      ? { unproved: true, detail: `Not proved: ${other.name} may answer instead.` }
      : { witness: { method: old.method.toUpperCase(), path: old.template } }),
  })
}

/** Whether a path with a variable takes the requests of one that is spelled out. */
function mayAnswer(next: Operation, old: Operation): boolean {
  const pattern = new RegExp(
    `^${next.template
      .split(/\{[^}]*\}/)
      .map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('[^/]+')}$`,
  )
  return pattern.test(old.template)
}

const urlsOf = ({ kind, method, template, addresses }: Operation): readonly string[] =>
  kind === 'operation'
    ? addresses.map(({ base }) => `${method} ${base}${shapeOf(template)}`)
    : [`${kind} ${method} ${template}`]

function indexed(operations: readonly Operation[], keys: (operation: Operation) => readonly string[]) {
  const found = new Map<string, Operation>()
  for (const operation of operations)
    for (const key of keys(operation)) if (!found.has(key)) found.set(key, operation)
  return found
}

/** Where the old one answered, the new one has to answer too; a version beside it only in the same place below its own. */
export function compareAddresses(comparing: Comparing, { old, next }: Matched): void {
  const below = (base: string) => (comparing.areSideBySide ? base.replace(/\/v\d+$/, '') : base)
  const left = old.addresses.filter(
    ({ origin, base }) =>
      !next.addresses.some(
        (address) =>
          below(address.base) + shapeOf(next.template) === below(base) + shapeOf(old.template) &&
          (address.origin === origin || address.origin === '' || origin === ''),
      ),
  )
  for (const { origin, base } of left)
    comparing.report('address-removed', old, 'request', {
      pointer: next.pointer,
      part: 'operation',
      name: `${origin}${base}${old.template}`,
      witness: { method: old.method.toUpperCase(), url: `${origin}${base}${old.template}` },
    })
}
