/** Searching records: filter, order and page. Inactive records stay hidden unless the filter mentions them. */
import { checkDomain, type Domain, isClause, matches, partsOf, valuesAt } from './domain.ts'
import { models } from './models/main.ts'
import type { Call } from './models/model.ts'
import type { ModelName, SystemFields } from './records.ts'
import { comparable } from './values.ts'

export interface Search {
  readonly domain: Domain
  readonly offset?: number
  readonly limit?: number | null
  readonly order?: readonly (readonly [field: string, direction: string])[] | null
}

export function search(call: Call, model: ModelName, query: Search): SystemFields[] {
  const { domain, offset = 0, limit, order } = query
  const names = checkDomain(model, domain)
  const hidesInactive = 'active' in models[model].fields && !names.includes('active')
  const found = candidates(call, model, domain).filter(
    (record) =>
      matches(call, model, record, domain) &&
      !(hidesInactive && (record as { active?: boolean }).active === false),
  )
  found.sort((left, right) => left.id - right.id)
  for (const [path, direction] of [...(order ?? models[model].order ?? [])].reverse()) {
    sortBy(call, model, found, path, direction)
  }
  return found.slice(offset, limit == null ? undefined : offset + limit)
}

/** The records that can match at all: those an index names, where the filter asks for one value of a field. */
function candidates({ store }: Call, model: ModelName, domain: Domain): SystemFields[] {
  for (const clause of isClause(domain) ? [domain] : domain[0] === 'OR' ? [] : partsOf(domain)) {
    if (!isClause(clause) || clause[1] !== '=') continue
    const found = store.find(model, clause[0], clause[2])
    if (found) return found
  }
  return store.all(model)
}

function sortBy(
  call: Call,
  model: ModelName,
  records: SystemFields[],
  path: string,
  direction = 'ASC',
): void {
  checkDomain(model, [path, '=', null])
  const isDescending = direction.startsWith('DESC')
  const hasNullsFirst = isDescending ? direction.includes('NULLS FIRST') : !direction.includes('NULLS LAST')
  const keys = new Map(records.map((record) => [record, comparable(valuesAt(call, model, record, path)[0])]))
  records.sort((left, right) => {
    const [a = null, b = null] = [keys.get(left), keys.get(right)]
    if (a === b) return 0
    if (a === null || b === null) return (a === null) === hasNullsFirst ? -1 : 1
    return a > b === isDescending ? -1 : 1
  })
}
