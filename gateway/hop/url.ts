/** The path, query and headers of a call, written as its contract says. What varies is worked out once, at start-up. */
import type { OperationData } from '../../contracts/runtime/load.ts'
import { type Parameter, toPairs, toText } from '../../contracts/runtime/parameters.ts'
import type { OperationRequest } from './policy.ts'

/** A function that writes path and query for one operation, below a prefix such as `/system/erp/v1`. */
export function urlWriter(
  { path, parameters }: OperationData,
  prefix: string,
): (request: OperationRequest) => string {
  const pieces = path.split(/\{([^}]+)\}/)
  const inPath = new Map(parameters.filter((parameter) => parameter.in === 'path').map((p) => [p.name, p]))
  const inQuery = parameters.filter((parameter) => parameter.in === 'query')
  return function writeUrl({ params, query }) {
    let url = prefix + pieces[0]
    for (let index = 1; index < pieces.length; index += 2) {
      const name = pieces[index] ?? ''
      url += toText(params?.[name], inPath.get(name) as Parameter) + pieces[index + 1]
    }
    const search = query
      ? inQuery.flatMap((p) => (query[p.name] === undefined ? [] : toPairs(query[p.name], p)))
      : []
    return search.length ? `${url}?${search.join('&')}` : url
  }
}

/** A function that appends the declared headers and cookies of a call, names and values in turn. */
export function headerWriter({
  parameters,
}: OperationData): (request: OperationRequest, headers: string[]) => void {
  const own = parameters.filter((parameter) => parameter.in === 'header')
  const cookies = parameters.filter((parameter) => parameter.in === 'cookie')
  return function writeHeaders(request, headers) {
    for (const parameter of own) {
      const value = request.headers?.[parameter.name]
      if (value !== undefined) headers.push(parameter.name.toLowerCase(), toText(value, parameter, String))
    }
    const pairs = cookies.flatMap((p) =>
      request.cookies?.[p.name] === undefined ? [] : toPairs(request.cookies[p.name], p),
    )
    if (pairs.length) headers.push('cookie', pairs.join('; '))
  }
}
