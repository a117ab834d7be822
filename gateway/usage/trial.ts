/** Holds requests of one contract against another: which of them would it refuse? */
import type { OpenApiDocument } from '../../contracts/runtime/document.ts'
import { type ContractData, type OperationData, toContract } from '../../contracts/runtime/load.ts'
import type { OperationRequest } from '../hop/policy.ts'
import { headerWriter, urlWriter } from '../hop/url.ts'
import { Problem } from '../problem.ts'
import { parameterReader } from '../serve/read-parameters.ts'
import type { Sample } from './samples.ts'

/** Requests to try. */
export interface Trial {
  readonly api: ContractData['id']
  /** The contract they were sent under. */
  readonly before: OpenApiDocument
  readonly after: OpenApiDocument
  readonly requests: readonly Requests[]
}

export interface Requests {
  readonly operation: string
  readonly consumer: string
  readonly samples: readonly Sample[]
}

export interface Tried {
  readonly operation: string
  readonly consumer: string
  readonly samples: number
  readonly failing: number
  /** What was replaced in them decides, or the contract they were sent under refuses them, too. */
  readonly undecided: number
  readonly findings: readonly Finding[]
}

interface Finding {
  readonly pointer: string
  readonly detail: string
  readonly count: number
}

type Reasons = readonly { readonly pointer: string; readonly detail: string }[]

const FINDINGS_MAX = 20

export function tryRequests({ api, before, after, requests }: Trial): readonly Tried[] {
  const [old, next] = [toContract(api, before), toContract(api, after)]
  return requests.map(({ operation, consumer, samples }) => {
    const write = writer(old.operations[operation] as OperationData)
    let failing = 0
    let undecided = 0
    const counts = new Map<string, number>()
    for (const { request, replaced } of samples) {
      const wire = write(request)
      const reasons = refusalBy(next, wire)
      if (reasons.length === 0) continue
      const isReplaced = ({ pointer }: Reasons[number]) =>
        replaced.some((place) => pointer !== '' && `${place}/`.startsWith(`${pointer}/`))
      if (reasons.every(isReplaced) || refusalBy(old, wire).length) undecided++
      else {
        failing++
        for (const reason of reasons)
          if (!isReplaced(reason)) {
            const name = JSON.stringify([reason.pointer.replaceAll(/\/\d+(?=\/|$)/g, '/*'), reason.detail])
            counts.set(name, (counts.get(name) ?? 0) + 1)
          }
      }
    }
    return { operation, consumer, samples: samples.length, failing, undecided, findings: mostOf(counts) }
  })
}

/** A request as it is on the wire, with its body as a value. */
interface Wire {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown
  readonly mediaType: string | undefined
}

function writer(operation: OperationData): (request: OperationRequest) => Wire {
  const writeUrl = urlWriter(operation, '')
  const writeHeaders = headerWriter(operation)
  const [first] = Object.keys(operation.body?.media ?? {})
  return (request) => {
    const list: string[] = []
    writeHeaders(request, list)
    const headers = Object.fromEntries(
      list.flatMap((name, index) => (index % 2 === 0 ? [[name, list[index + 1] ?? '']] : [])),
    )
    const { body, mediaType = first } = request
    return { method: operation.method, url: writeUrl(request), headers, body, mediaType }
  }
}

/** Why a contract refuses a request; nothing when it takes it. */
function refusalBy({ operations }: ContractData, wire: Wire): Reasons {
  const { method, url, headers, body, mediaType } = wire
  const operation = Object.values(operations)
    .filter((one) => one.method === method && matches(one.path, url))
    .sort((a, b) => literals(b.path) - literals(a.path))[0]
  if (!operation) return [{ pointer: '', detail: `nothing answers ${method} there any more` }]
  let request: OperationRequest
  try {
    request = parameterReader(operation, '')({ url, headers } as never)
  } catch (error) {
    const { errors } = Problem.from(error)
    return (errors ?? []).map(({ in: place, pointer, detail }) => ({
      pointer: `/${place}${pointer.slice(1)}`,
      detail,
    }))
  }
  const query = { ...request.query }
  for (const { in: place, name, default: preset } of operation.parameters)
    if (place === 'query' && preset !== undefined) query[name] ??= preset
  return [
    ...operation.parametersSchema.findings({ ...request, query }),
    ...bodyRefusal(operation, body, mediaType),
  ]
}

function bodyRefusal(
  { body: declared }: OperationData,
  body: unknown,
  mediaType: string | undefined,
): Reasons {
  if (!declared) return body === undefined ? [] : []
  if (body === undefined) return declared.required ? [{ pointer: '/body', detail: 'is required' }] : []
  const media = declared.media[mediaType ?? '']
  if (!media) return [{ pointer: '/body', detail: `${mediaType} is not taken` }]
  return media.schema.findings(body).map(({ pointer, detail }) => ({ pointer: `/body${pointer}`, detail }))
}

const matches = (template: string, url: string): boolean => {
  const [path = ''] = url.split('?')
  const pattern = template.split(/\{[^}]+\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${pattern.join('[^/]*')}$`).test(path)
}

const literals = (template: string) => template.replaceAll(/\{[^}]+\}/g, '').length

const mostOf = (counts: ReadonlyMap<string, number>): readonly Finding[] =>
  [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, FINDINGS_MAX)
    .map(([name, count]) => {
      const [pointer = '', detail = ''] = JSON.parse(name) as [string, string]
      return { pointer, detail: detail.slice(0, 500), count }
    })
