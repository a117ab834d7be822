/** What is wrong with a value, in words for whoever sent it. */
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js'

/** One place where a value breaks its schema. `pointer` is a JSON Pointer into the value (`''` is the value itself). */
export interface Finding {
  readonly pointer: string
  readonly detail: string
  readonly keyword: string
}

const FINDINGS_MAX = 20
/** Listing every finding costs quadratic time in ajv: only for values whose JSON is at most this long. */
const EXPLAINED_LENGTH_MAX = 4096

/** @param explain finds everything that is wrong; asked only for values that are small */
export function findingsOf(
  value: unknown,
  check: ValidateFunction,
  explain: () => ValidateFunction,
): readonly Finding[] {
  if (check(value)) return []
  let errors = check.errors ?? []
  if (JSON.stringify(value)?.length <= EXPLAINED_LENGTH_MAX) {
    explain()(value)
    errors = explain().errors ?? errors
  }
  const findings = new Map<string, Finding>()
  for (const error of errors) {
    const finding = toFinding(error)
    if (!composite.has(error.keyword) || errors.length === 1)
      findings.set(finding.pointer + finding.detail, finding)
    if (findings.size === FINDINGS_MAX) break
  }
  return [...findings.values()]
}

/** Keywords that only repeat what their parts already said. */
const composite = new Set(['if', 'allOf', 'propertyNames'])

function toFinding(error: ErrorObject): Finding {
  const { instancePath, keyword, params, propertyName, message = 'is not allowed' } = error
  const named = namedBy.map((param) => params[param]).find((name) => typeof name === 'string') ?? propertyName
  const pointer = named === undefined ? instancePath : `${instancePath}/${escapeSegment(named)}`
  return { pointer, keyword, detail: sentences[keyword]?.(params) ?? message }
}

/** Parameters of an ajv error that name a property the error is about. */
const namedBy = ['missingProperty', 'additionalProperty', 'unevaluatedProperty', 'propertyName']

const sentences: Readonly<Record<string, (params: Record<string, unknown>) => string>> = {
  maxLength: ({ limit }) => `must NOT have more than ${limit} characters`,
  minLength: ({ limit }) => `must NOT have fewer than ${limit} characters`,
  required: () => 'is required',
  dependentRequired: ({ property }) => `is required beside ${property}`,
  additionalProperties: () => 'is not a property the contract knows',
  unevaluatedProperties: () => 'is not a property the contract knows',
  enum: ({ allowedValues }) =>
    `must be one of ${(allowedValues as unknown[]).map((v) => JSON.stringify(v)).join(', ')}`,
  const: ({ allowedValue }) => `must be ${JSON.stringify(allowedValue)}`,
  type: ({ type }) => `must be of type ${Array.isArray(type) ? type.join(' or ') : type}`,
  format: ({ format }) => `must be a valid ${format}`,
}

/** The keys a finding's pointer is made of. */
export const keysOf = ({ pointer }: Finding): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))

const escapeSegment = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1')
