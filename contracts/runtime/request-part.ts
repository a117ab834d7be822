/**
 * The parameters of one place as a zod type: text as hono hands it over goes in, the values the contract promises come
 * out. hono has decoded the text already, so a delimiter within a value separates here; the gateway's own door reads
 * the raw request and knows better.
 */
import { z } from '@hono/zod-openapi'
import type { ParameterObject } from './document.ts'
import { type Finding, keysOf } from './findings.ts'
import { fromText, type Parameter, typed } from './parameters.ts'
import type { Schema } from './schema.ts'

/** What hono has of a place: by name, a list where a name came more than once. */
type Texts = Readonly<Record<string, unknown>>
type Values = Record<string, unknown>

/**
 * @param declared parameters as the contract has them, for the document
 * @param schema of an object that has the part under its name
 */
export function partType(
  part: string,
  declared: readonly ParameterObject[],
  parameters: readonly Parameter[],
  schema: Schema,
): z.ZodType {
  // Optional for zod alone: that a parameter is missing is for the schema to say.
  const shape = declared.map((parameter) => [
    parameter.name,
    z
      .any()
      .optional()
      .openapi({ type: 'string', param: parameter } as object),
  ])
  return z.looseObject(Object.fromEntries(shape)).transform((texts, context) => {
    const values = read(texts, parameters, part === 'query')
    for (const finding of schema.findings({ [part]: values }))
      context.addIssue(issueOf(finding, keysOf(finding).slice(1)))
    return values
  })
}

/** What a zod type says of a finding. */
export const issueOf = ({ detail, keyword }: Finding, path: string[]) => ({
  code: 'custom' as const,
  path,
  message: detail,
  params: { keyword },
})

/** @param strict keep names that no parameter claims, for the schema to refuse */
function read(texts: Texts, parameters: readonly Parameter[], strict: boolean): Values {
  const left = new Map(Object.entries(texts).filter(([, text]) => text !== undefined))
  const values: Values = {}
  for (const parameter of parameters) {
    const value = take(left, parameter) ?? parameter.default
    if (value !== undefined) values[parameter.name] = value
  }
  return strict ? { ...Object.fromEntries(left), ...values } : values
}

/** Takes what belongs to a parameter out of the texts. */
function take(texts: Map<string, unknown>, parameter: Parameter): unknown {
  const { name, shape, style, explode } = parameter
  if (shape.kind === 'object' && (style === 'deepObject' || (style === 'form' && explode))) {
    const keyOf = (text: string) =>
      style === 'deepObject'
        ? text.startsWith(`${name}[`) && text.endsWith(']') && text.slice(name.length + 1, -1)
        : text in shape.properties && text
    const own = [...texts].flatMap(([text, value]) => {
      const key = keyOf(text)
      return key && texts.delete(text) ? [[key, valueIn(value, shape.properties[key])]] : []
    })
    return own.length ? Object.fromEntries(own) : undefined
  }
  const text = texts.get(name)
  texts.delete(name)
  if (shape.kind === 'array' && style === 'form' && explode && text !== undefined)
    return [text].flat().map((item) => valueIn(item, shape.items))
  return typeof text === 'string' ? fromText(text, parameter, String) : text
}

const valueIn = (text: unknown, shape: Parameter['shape'] | undefined) =>
  shape && typeof text === 'string' ? typed(text, shape) : text
