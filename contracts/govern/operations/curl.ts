/** Puts each example into a request that can be pasted. */
import type { Json } from '../../runtime/document.ts'
import type { Finding } from '../finding.ts'
import { says } from '../proof/literal.ts'
import type { Proof, SchemaPointer } from '../proof/proof.ts'
import type { Comparing } from './exchange.ts'
import { isJson } from './media.ts'
import { written } from './notation.ts'
import type { Operation, Parameter } from './operation.ts'

export function addCurls(comparing: Comparing, operations: readonly Operation[]): readonly Finding[] {
  const byName = new Map(operations.map((operation) => [operation.name, operation]))
  return comparing.findings.map((finding) => {
    const operation = byName.get(finding.operation)
    if (operation?.kind !== 'operation' || finding.witness === undefined) return finding
    return { ...finding, curl: curlOf(comparing.proof('request'), operation, finding) }
  })
}

/** The shortest request the old contract allows, with the example in its place. */
function curlOf(proof: Proof, operation: Operation, finding: Finding): string {
  const { part, direction, witness } = finding
  const isValue = direction === 'request' && /^(request-|parameter-notation$)/.test(finding.rule)
  const valueFor = (parameter: Parameter): Json | undefined => {
    if (isValue && part === `${parameter.in} ${parameter.name}`) return exampleIn(finding, witness as Json)
    const named = (witness as { with?: string } | null)?.with === `${parameter.in} ${parameter.name}`
    return parameter.required || named ? (parameter.example ?? sample(proof, parameter.schema)) : undefined
  }
  const words = ['curl']
  if (operation.method !== 'get') words.push('-X', operation.method.toUpperCase())
  words.push(urlOf(operation, valueFor))
  for (const parameter of operation.parameters) {
    const value = parameter.in === 'header' || parameter.in === 'cookie' ? valueFor(parameter) : undefined
    if (value === undefined) continue
    const text = written(parameter, value)
    words.push('-H', quoted(parameter.in === 'header' ? `${parameter.name}: ${text}` : `Cookie: ${text}`))
  }
  words.push(...bodyOf(proof, operation, isValue && part === 'body' ? (witness as Json) : undefined, finding))
  return direction === 'response' ? `${words.join(' ')}   # ${answerOf(finding)}` : words.join(' ')
}

const exampleIn = (finding: Finding, witness: Json): Json =>
  finding.rule === 'parameter-notation' ? ((witness as { value: Json }).value ?? null) : witness

function urlOf(
  { addresses, template, parameters }: Operation,
  valueFor: (parameter: Parameter) => Json | undefined,
) {
  const [{ origin, base } = { origin: '', base: '' }] = addresses
  const path = template.replaceAll(/\{([^}]*)\}/g, (_, name: string) => {
    const parameter = parameters.find((one) => one.in === 'path' && one.name === name)
    const value = parameter && valueFor(parameter)
    return parameter && value !== undefined ? written(parameter, value) : '1'
  })
  const query = parameters.flatMap((parameter) => {
    const value = parameter.in === 'query' ? valueFor(parameter) : undefined
    return value === undefined ? [] : [written(parameter, value)]
  })
  const url = `${base}${path}${query.length ? `?${query.join('&')}` : ''}`
  return origin ? quoted(origin + url) : `"$BASE_URL"${quoted(url)}`
}

function bodyOf(
  proof: Proof,
  { body }: Operation,
  witness: Json | undefined,
  finding: Finding,
): readonly string[] {
  const without = (finding.witness as { without?: string } | null)?.without === 'body'
  if (!body || without || (witness === undefined && !body.required && finding.rule !== 'body-removed'))
    return []
  const wanted = finding.rule === 'media-type-removed' && finding.part === 'body'
  const media = wanted
    ? body.media.find(({ type }) => type === (finding.witness as { 'content-type'?: string })['content-type'])
    : (body.media.find(({ type }) => isJson(type)) ?? body.media[0])
  if (!media) return []
  const value = witness ?? sample(proof, media.schema) ?? {}
  const type = media.type.includes('*') ? 'application/json' : media.type
  const text = typeof value === 'string' && !isJson(type) ? value : JSON.stringify(value)
  return ['-H', quoted(`Content-Type: ${type}`), '-d', quoted(text)]
}

function answerOf({ part, witness }: Finding): string {
  const text = JSON.stringify(witness)
  return `may now answer ${part}: ${text.length > 500 ? `${text.slice(0, 500)}…` : text}`
}

function sample(proof: Proof, schema: SchemaPointer): Json | undefined {
  const outcome = proof.find([says(proof.sender.formula(schema), 'sender')])
  return outcome.kind === 'found' ? outcome.value : undefined
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`
