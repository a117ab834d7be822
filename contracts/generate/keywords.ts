/** Which JSON Schema keywords a contract may use: exactly those that the validators, types and documents honour. */
import { createRequire } from 'node:module'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { extensionsAt } from '../extensions.ts'
import { annotationFormats } from '../runtime/schema.ts'
import type { Mistake, Source } from './source.ts'

const schemaMaps = ['properties', 'patternProperties', 'dependentSchemas', '$defs']
const schemaLists = ['allOf', 'anyOf', 'oneOf', 'prefixItems']
const schemas = [
  ...[
    'items',
    'contains',
    'additionalProperties',
    'unevaluatedProperties',
    'unevaluatedItems',
    'propertyNames',
  ],
  ...['not', 'if', 'then', 'else'],
]
const assertions = [
  ...[
    '$ref',
    'type',
    'enum',
    'const',
    'multipleOf',
    'maximum',
    'exclusiveMaximum',
    'minimum',
    'exclusiveMinimum',
  ],
  ...[
    'maxLength',
    'minLength',
    'pattern',
    'maxItems',
    'minItems',
    'uniqueItems',
    'maxContains',
    'minContains',
  ],
  ...['maxProperties', 'minProperties', 'required', 'dependentRequired', 'format'],
]
const annotations = [
  ...[
    'title',
    'description',
    'default',
    'deprecated',
    'readOnly',
    'writeOnly',
    'examples',
    'example',
    '$comment',
  ],
  ...['contentEncoding', 'contentMediaType', 'discriminator', 'externalDocs', 'xml'],
  ...extensionsAt('schema'),
]
const known = new Set([...schemaMaps, ...schemaLists, ...schemas, ...assertions, ...annotations])

const instead: Readonly<Record<string, string>> = {
  nullable: 'it is OpenAPI 3.0: write type: [string, "null"]',
  $id: 'name schemas under components/schemas',
  $anchor: 'name schemas under components/schemas',
  $dynamicRef: 'use $ref',
  $dynamicAnchor: 'use $ref',
  definitions: 'use components/schemas',
  dependencies: 'use dependentRequired or dependentSchemas',
  additionalItems: 'use prefixItems with items',
  contentSchema: 'validate the decoded content in its own operation',
}

const require = createRequire(import.meta.url)
const { fullFormats } = require('ajv-formats/dist/formats.js') as { fullFormats: Record<string, unknown> }
const formats = new Set([...Object.keys(fullFormats), ...annotationFormats])

const ajv = new Ajv2020({ strict: false, logger: false })

type Keys = readonly (string | number)[]

/**
 * Every schema keyword, format and pattern of a document that cannot be honoured.
 * @param source where its mistakes stand
 * @param document what the file says, alone or with everything its references name
 */
export function keywordMistakes(source: Source, document: unknown): readonly Mistake[] {
  const mistakes: Mistake[] = []
  const report = (keys: Keys, message: string) => mistakes.push(source.mistake(keys, message, 'keywords'))
  visitDocument(document, [], (schema, keys) => {
    visitSchema(schema, keys, report)
    checkShape(schema, keys, report)
  })
  return mistakes
}

/** What the keywords of JSON Schema themselves have to be: a length is a number, a list of names has each once. */
function checkShape(schema: unknown, keys: Keys, report: (keys: Keys, message: string) => void): void {
  if (typeof schema !== 'object' || schema === null || ajv.validateSchema(schema)) return
  for (const { instancePath, message } of ajv.errors ?? []) {
    const inner = instancePath.split('/').slice(1)
    report([...keys, ...inner], `${inner.at(-1) ?? 'the schema'} ${message}: correct it`)
  }
}

/** Finds the places of a document that hold schemas. */
function visitDocument(node: unknown, keys: Keys, found: (schema: unknown, keys: Keys) => void): void {
  if (node === null || typeof node !== 'object') return
  for (const [key, value] of Object.entries(node)) {
    const here = [...keys, Array.isArray(node) ? Number(key) : key]
    if (key === 'example' || key === 'examples' || key.startsWith('x-')) continue
    if (key === 'schema') found(value, here)
    else if (key === 'schemas' && keys.at(-1) === 'components')
      for (const [name, schema] of Object.entries(value as object)) found(schema, [...here, name])
    else visitDocument(value, here, found)
  }
}

function visitSchema(schema: unknown, keys: Keys, report: (keys: Keys, message: string) => void): void {
  if (typeof schema === 'boolean') return
  if (schema === null || typeof schema !== 'object' || Array.isArray(schema)) {
    report(keys, 'a schema must be an object, true or false')
    return
  }
  for (const [keyword, value] of Object.entries(schema)) {
    const here = [...keys, keyword]
    if (!known.has(keyword)) report(here, unknownKeyword(keyword))
    else if (keyword === 'format' && !formats.has(value))
      report(
        here,
        `unknown format ${value}: no value would be checked against it. Use a known format or a pattern.`,
      )
    else if (keyword === 'pattern') checkPattern(value, here, report)
    else if (keyword === 'enum' && (value as unknown[]).length === 0)
      report(here, 'an empty enum allows no value: list at least one')
    else if (schemas.includes(keyword)) visitSchema(value, here, report)
    else if (schemaLists.includes(keyword))
      (value as unknown[]).forEach((part, index) => {
        visitSchema(part, [...here, index], report)
      })
    else if (schemaMaps.includes(keyword))
      for (const [name, part] of Object.entries(value as object)) visitSchema(part, [...here, name], report)
  }
}

const unknownKeyword = (keyword: string) =>
  keyword.startsWith('x-')
    ? `unknown extension ${keyword}: nothing reads it. Remove it, or use one of the x- keys of a schema.`
    : `the schema keyword ${keyword} cannot be honoured: ${instead[keyword] ?? 'remove it'}.`

function checkPattern(pattern: unknown, keys: Keys, report: (keys: Keys, message: string) => void): void {
  try {
    new RegExp(String(pattern), 'u')
  } catch (error) {
    report(keys, `the pattern is no ECMAScript regular expression (${(error as Error).message}): correct it`)
  }
}
