/** What an API says of events, it can keep: those it publishes and those it listens to. */
import { compileExpression, compileMapping } from '../runtime/mapping.ts'
import type { Contract, Keys, Node, Operation, Report, Rule } from './rule.ts'

export const publishesRule: Rule = {
  id: 'publishes',
  purpose: 'An event is written down with the answer of a request, and published once.',
  check({ operations, ids, layer }, report) {
    for (const { keys, method, operation } of operations) {
      const declared = operation['x-publishes']
      if (declared === undefined) continue
      const place = [...keys, 'x-publishes']
      if (!Array.isArray(declared) || declared.length === 0)
        report(place, 'x-publishes must list events, such as [events/order-placed/v1]')
      else
        for (const [index, id] of declared.entries())
          if (!isEvent(id, ids)) report([...place, index], noEvent(id))
      if (layer !== 'process' && layer !== 'system')
        report(place, 'only process and system APIs publish events: they are about business, not screens')
      if (!isKeyed(method, operation))
        report(place, 'an event is published once for each key: declare x-idempotency: required')
    }
  },
}

export const subscribesRule: Rule = {
  id: 'subscribes',
  purpose: 'An event that arrives becomes a request that the API takes.',
  check(contract, report) {
    const declared = contract.info['x-subscribes']
    if (declared === undefined) return
    const place = ['info', 'x-subscribes']
    if (!Array.isArray(declared)) return report(place, 'x-subscribes must be a list')
    const seen = new Set<unknown>()
    for (const [index, entry] of declared.entries()) {
      checkEntry((entry ?? {}) as Node, contract, [...place, index], report)
      const { operation } = (entry ?? {}) as Node
      if (seen.has(operation))
        report([...place, index, 'operation'], `${operation} listens to something else already`)
      seen.add(operation)
    }
  },
}

const known = ['event', 'operation', 'filter', 'transform', 'onPoison']
const parts = ['params', 'query', 'headers', 'body']

function checkEntry(entry: Node, { ids, operations }: Contract, place: Keys, report: Report): void {
  for (const name of Object.keys(entry))
    if (!known.includes(name))
      report([...place, name], `x-subscribes knows no ${name}: known are ${known.join(', ')}`)
  const { event, operation: operationId, filter = {}, transform = {}, onPoison = 'hold-key' } = entry
  if (!isEvent(event, ids)) report([...place, 'event'], noEvent(event))
  if (onPoison !== 'hold-key' && onPoison !== 'skip')
    report([...place, 'onPoison'], 'onPoison must be hold-key or skip')
  checkOperation(
    operations.find(({ operation }) => operation.operationId === operationId),
    [...place, 'operation'],
    report,
  )
  for (const name of Object.keys(transform as Node))
    if (!parts.includes(name))
      report([...place, 'transform', name], `a request has no ${name}: it has ${parts.join(', ')}`)
  attempt([...place, 'transform'], report, () => compileMapping(transform as never))
  for (const [text, values] of Object.entries(filter as Node)) {
    attempt([...place, 'filter', text], report, () => compileExpression(text))
    if (!Array.isArray(values)) report([...place, 'filter', text], 'list the values that pass')
  }
}

/** As long as an event is kept, it can come again. */
const RETENTION_SECONDS_MIN = 7 * 86_400

function checkOperation(found: Operation | undefined, place: Keys, report: Report): void {
  if (!found) report(place, 'the API has no such operation: name one of its operationIds')
  else if (!isKeyed(found.method, found.operation))
    report(place, 'an event may come again: declare x-idempotency: required on the operation')
  else if (Number(found.operation['x-idempotency-retention'] ?? 0) < RETENTION_SECONDS_MIN)
    report(
      place,
      `an event may come again for a week: declare x-idempotency-retention: ${RETENTION_SECONDS_MIN} or more`,
    )
}

const isKeyed = (method: string, operation: Node) =>
  (operation['x-idempotency'] ?? (method === 'post' || method === 'patch' ? 'required' : '')) === 'required'

const isEvent = (id: unknown, ids: ReadonlySet<string>) =>
  typeof id === 'string' && id.startsWith('events/') && ids.has(id)

const noEvent = (id: unknown) => `there is no event ${id}: add contracts/${id}.yaml or correct the id`

function attempt(place: Keys, report: Report, act: () => unknown): void {
  try {
    act()
  } catch (error) {
    report(place, (error as Error).message)
  }
}
