/** Domains: the ERP's filters, such as `[["code", "=", "WID-001"], ["OR", [...], [...]]]`. */
import { ProgrammingError } from './errors.ts'
import { fieldOf, models, targetOf } from './models/main.ts'
import type { Call } from './models/model.ts'
import { fieldValue } from './reader.ts'
import type { ModelName, SystemFields } from './records.ts'
import { comparable } from './values.ts'

export type Domain = readonly unknown[]
type Clause = readonly [path: string, operator: string, expected: unknown]

export function isClause(domain: Domain): domain is Clause {
  return typeof domain[0] === 'string' && domain[0] !== 'AND' && domain[0] !== 'OR'
}

export function partsOf(domain: Domain): Domain[] {
  return domain.filter((part): part is Domain => Array.isArray(part))
}

/** Unknown names fail even when the table is empty. Answers the names used. */
export function checkDomain(model: ModelName, domain: Domain): string[] {
  if (!isClause(domain)) return partsOf(domain).flatMap((part) => checkDomain(model, part))
  const [path] = domain
  path.split('.').reduce((current: ModelName, name) => {
    const field = fieldOf(current, name)
    if (field.kind === 'computed') {
      throw new ProgrammingError(
        `Missing search function for field "${field.label}" in "${models[current].label}".`,
      )
    }
    return targetOf(field) ?? current
  }, model)
  return [path]
}

export function matches(call: Call, model: ModelName, record: SystemFields, domain: Domain): boolean {
  if (isClause(domain)) {
    const [path, operator, expected] = domain
    return valuesAt(call, model, record, path).some((value) => compare(value, operator, expected))
  }
  const parts = partsOf(domain)
  return domain[0] === 'OR'
    ? parts.some((part) => matches(call, model, record, part))
    : parts.every((part) => matches(call, model, record, part))
}

/** All values a dotted path leads to: none behind an empty relation. */
export function valuesAt(call: Call, model: ModelName, record: SystemFields, path: string): unknown[] {
  const [name = '', ...rest] = path.split('.')
  const values = [fieldValue(call, model, record, name)].flat()
  const target = targetOf(fieldOf(model, name))
  if (rest.length === 0 || !target) return values
  return values
    .filter((id) => id !== null)
    .flatMap((id) => valuesAt(call, target, call.store.must(target, Number(id)), rest.join('.')))
}

function compare(value: unknown, operator: string, expected: unknown): boolean {
  const left = comparable(value)
  if (operator === 'in' || operator === 'not in') {
    const isAmong = Array.isArray(expected) && expected.some((item) => comparable(item) === left)
    return isAmong === (operator === 'in')
  }
  const right = comparable(expected)
  const areOrdered = left !== null && right !== null
  switch (operator) {
    case '=':
      return left === right
    case '!=':
      return left !== right
    case '<':
      return areOrdered && left < right
    case '<=':
      return areOrdered && left <= right
    case '>':
      return areOrdered && left > right
    case '>=':
      return areOrdered && left >= right
    case 'like':
    case 'ilike':
      return areOrdered && likePattern(String(right), operator === 'ilike').test(String(left))
    default:
      throw new ProgrammingError('maximum recursion depth exceeded')
  }
}

function likePattern(pattern: string, ignoresCase: boolean): RegExp {
  const source = pattern
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('%', '.*')
    .replaceAll('_', '.')
  return new RegExp(`^${source}$`, ignoresCase ? 'is' : 's')
}
