/** What an operation says of keeping its replies can be kept. */
import type { Keys, Operation, Report, Rule } from './rule.ts'

export const cacheRule: Rule = {
  id: 'cache',
  purpose: 'A misspelt limit keeps replies too long, or not at all.',
  check({ operations }, report) {
    for (const operation of operations) {
      const { keys, operation: source, method } = operation
      const declared = source['x-cache']
      if (declared === undefined) continue
      const place = [...keys, 'x-cache']
      if ((source['x-effect'] ?? (method === 'get' ? 'read' : 'opaque')) !== 'read')
        report(place, 'x-cache keeps replies of reads: remove it from what changes something')
      else if (isObject(declared)) checkRules(declared, operation, place, report)
      else report(place, 'x-cache must name maxAge, staleIfError, or both')
    }
  },
}

function checkRules(
  declared: Readonly<Record<string, unknown>>,
  operation: Operation,
  place: Keys,
  report: Report,
): void {
  for (const [key, value] of Object.entries(declared))
    if (key === 'vary') checkVary(value, operation, [...place, key], report)
    else if (!limits.includes(key))
      report([...place, key], `x-cache knows no ${key}: known are ${[...limits, 'vary'].join(', ')}`)
    else if (!Number.isSafeInteger(value) || (value as number) < 0)
      report([...place, key], `x-cache.${key} must be whole seconds, 0 or more`)
  if (limits.every((key) => (declared[key] ?? 0) === 0))
    report(place, 'x-cache keeps nothing: give maxAge, staleIfError, or both')
}

const limits = ['maxAge', 'staleIfError']

function checkVary(value: unknown, { parameters }: Operation, place: Keys, report: Report): void {
  if (!Array.isArray(value)) {
    report(place, 'x-cache.vary must list header parameters of the operation')
    return
  }
  const headers = parameters.flatMap(({ parameter }) =>
    parameter.in === 'header' ? parameter.name.toLowerCase() : [],
  )
  for (const [index, name] of value.entries())
    if (!headers.includes(String(name).toLowerCase()))
      report(
        [...place, index],
        `x-cache.vary names ${name}, which is no header parameter of the operation: ${headers.length ? `it has ${headers.join(', ')}` : 'it has none'}`,
      )
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
