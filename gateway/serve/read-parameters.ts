/** Parameters of a request, read from the raw target and headers by the styles the contract gives them. */
import type { IncomingMessage } from 'node:http'
import type { OperationData } from '../../contracts/runtime/load.ts'
import { fromText, type Parameter, typed } from '../../contracts/runtime/parameters.ts'
import type { OperationRequest } from '../hop/policy.ts'
import { Problem, type ProblemError } from '../problem.ts'
import { controls } from './read-json.ts'

type Values = Record<string, unknown>
type Reader = (incoming: IncomingMessage) => OperationRequest

/** A function that reads the parameters of one operation, served below a prefix such as `/system/erp/v1`. */
export function parameterReader({ path, parameters }: OperationData, prefix: string): Reader {
  const at = (place: Parameter['in']) => parameters.filter((parameter) => parameter.in === place)
  const segments = `${prefix}${path}`.split('/')
  const inPath = at('path').map((parameter) => ({
    parameter,
    index: segments.indexOf(`{${parameter.name}}`),
  }))
  const readQuery = queryReader(at('query'))
  const inHeader = at('header')
  const inCookie = at('cookie')

  return function readParameters(incoming) {
    const url = incoming.url ?? ''
    const mark = url.indexOf('?')
    const request: { params?: Values; query?: Values; headers?: Values; cookies?: Values } = {}
    if (inPath.length) {
      const raw = (mark < 0 ? url : url.slice(0, mark)).split('/')
      const params: Values = {}
      for (const { parameter, index } of inPath)
        params[parameter.name] = fromText(raw[index] ?? '', parameter, decodePath)
      request.params = params
    }
    request.query = mark < 0 ? {} : readQuery(url.slice(mark + 1))
    if (inHeader.length) request.headers = readHeaders(incoming, inHeader)
    if (inCookie.length) request.cookies = readCookies(incoming, inCookie)
    return request
  }
}

function queryReader(parameters: readonly Parameter[]): (query: string) => Values {
  const byName = new Map(parameters.map((parameter) => [parameter.name, parameter]))
  const deep = parameters.filter(({ style }) => style === 'deepObject')
  const spread = parameters.filter(
    ({ shape, style, explode }) => shape.kind === 'object' && style === 'form' && explode,
  )

  return function readQuery(query) {
    const values: Values = {}
    for (const piece of query.split('&')) {
      if (piece === '') continue
      const mark = piece.indexOf('=')
      const name = decodeQuery(mark < 0 ? piece : piece.slice(0, mark))
      const raw = mark < 0 ? '' : piece.slice(mark + 1)
      const parameter = byName.get(name)
      if (parameter && !spread.includes(parameter)) put(values, parameter, raw)
      else if (!putProperty(values, name, decodeQuery(raw), deep, spread)) throw unknownParameter(name)
    }
    return values
  }
}

function put(values: Values, parameter: Parameter, raw: string): void {
  const { name, shape, explode } = parameter
  if (shape.kind === 'array' && explode) {
    values[name] ??= []
    ;(values[name] as unknown[]).push(typed(decodeQuery(raw), shape.items))
  } else if (Object.hasOwn(values, name)) throw repeated(name)
  else values[name] = fromText(raw, parameter, decodeQuery)
}

/** `filter[region]=eu` (deepObject), or `region=eu` for a property of an exploded object. */
function putProperty(
  values: Values,
  name: string,
  text: string,
  deep: readonly Parameter[],
  spread: readonly Parameter[],
): boolean {
  const [, outer, inner] = /^([^[\]]+)\[([^[\]]+)\]$/.exec(name) ?? []
  const owner = outer
    ? deep.find((parameter) => parameter.name === outer)
    : spread.find(({ shape }) => shape.kind === 'object' && Object.hasOwn(shape.properties, name))
  const property = inner ?? name
  if (owner?.shape.kind !== 'object') return false
  values[owner.name] ??= {}
  const object = values[owner.name] as Values
  if (Object.hasOwn(object, property)) throw repeated(name)
  const shape = Object.hasOwn(owner.shape.properties, property) ? owner.shape.properties[property] : undefined
  Object.defineProperty(object, property, { value: shape ? typed(text, shape) : text, enumerable: true })
  return true
}

function readHeaders({ headers }: IncomingMessage, parameters: readonly Parameter[]): Values {
  const values: Values = {}
  for (const parameter of parameters) {
    const raw = headers[parameter.name.toLowerCase()]
    if (typeof raw === 'string') values[parameter.name] = fromText(raw, parameter, String)
  }
  return values
}

function readCookies({ headers }: IncomingMessage, parameters: readonly Parameter[]): Values {
  const values: Values = {}
  for (const piece of (headers.cookie ?? '').split(/;\s*/)) {
    const [name = '', raw = ''] = piece.split('=', 2)
    const parameter = parameters.find((candidate) => candidate.name === name)
    if (parameter && !Object.hasOwn(values, name)) values[name] = fromText(raw, parameter, decodePath)
  }
  return values
}

/** In a query, forms write a space as `+`; anywhere else a plus is a plus. */
const decodeQuery = (text: string): string =>
  decodePath(text.includes('+') ? text.replaceAll('+', ' ') : text)

function decodePath(text: string): string {
  if (!text.includes('%')) return text
  let decoded: string
  try {
    decoded = decodeURIComponent(text)
  } catch (cause) {
    throw new Problem('malformed-request', 'the request target is not UTF-8', { cause })
  }
  if (controls.test(decoded)) throw new Problem('malformed-request', 'a control character in a parameter')
  return decoded
}

const errorAt = (name: string, detail: string): ProblemError => ({
  in: 'query',
  pointer: `#/${pointerKey(name)}`,
  detail,
})
const pointerKey = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1').slice(0, 100)

const unknownParameter = (name: string) =>
  new Problem('unknown-parameter', 'an unknown query parameter', {
    errors: [errorAt(name, 'is not a parameter the contract knows')],
  })

const repeated = (name: string) =>
  new Problem('validation-failed', 'a query parameter twice', {
    errors: [errorAt(name, 'is given more than once')],
  })
