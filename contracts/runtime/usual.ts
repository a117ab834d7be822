/**
 * Shortcuts for the usual value: nearly every string is short enough without counting, and nearly every date is of
 * the plainest form. What is not usual goes to ajv's own checks, so the verdicts are theirs.
 */
import { createRequire } from 'node:module'
import { _, type Ajv2020, type KeywordCxt, type Name } from 'ajv/dist/2020.js'
import { fullFormats } from 'ajv-formats/dist/formats.js'

const require = createRequire(import.meta.url)
const { default: codePoints } = require('ajv/dist/runtime/ucs2length.js') as {
  default: (text: string) => number
}

/** Replaces the keywords for lengths, which count code points: never more than UTF-16 units, never less than half. */
export function addUsualLengths(ajv: Ajv2020): void {
  const lengths = {
    maxLength: (cxt: KeywordCxt, count: Name) =>
      _`${cxt.data}.length > ${cxt.schema} && ${count}(${cxt.data}) > ${cxt.schema}`,
    minLength: (cxt: KeywordCxt, count: Name) =>
      _`${cxt.data}.length < 2 * ${cxt.schema} && ${count}(${cxt.data}) < ${cxt.schema}`,
  }
  for (const [keyword, isBroken] of Object.entries(lengths)) {
    ajv.removeKeyword(keyword)
    ajv.addKeyword({
      keyword,
      type: 'string',
      schemaType: 'number',
      error: {
        message: `must NOT have ${keyword === 'maxLength' ? 'more' : 'fewer'} characters than the limit`,
        params: ({ schema }) => _`{limit: ${schema}}`,
      },
      code: (cxt) => cxt.fail(isBroken(cxt, cxt.gen.scopeValue('func', { ref: codePoints }))),
    })
  }
}

const usualDate = String.raw`\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])`
const usual = {
  date: new RegExp(`^${usualDate}$`),
  'date-time': new RegExp(String.raw`^${usualDate}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?Z$`),
}

/** To be added after ajv-formats. */
export function addUsualFormats(ajv: Ajv2020): void {
  for (const [name, pattern] of Object.entries(usual)) {
    const { validate } = fullFormats[name as keyof typeof usual] as { validate: (text: string) => boolean }
    ajv.addFormat(name, (text: string) => pattern.test(text) || validate(text))
  }
}
