/** One comparison, told to a terminal, a pull request, a browser and a shell. */
import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import {
  compareDocuments,
  ruleTable,
  toDocument,
  toHtml,
  toMarkdown,
  toText,
} from '../../contracts/govern/main.ts'
import { rules } from '../../contracts/govern/rules.ts'
import { contract, type Parts } from './support.ts'

const text = { type: 'string' }
const load = (parts: Parts, name: string) => toDocument(JSON.parse(contract(parts)), name)
const note = (more: object = {}): Parts => ({
  body: {
    type: 'object',
    required: ['by'],
    properties: { by: { enum: ["d'Arc <joan>"] }, note: { ...text, ...more } },
  },
  parameters: [
    {
      name: 'tags',
      in: 'query',
      required: true,
      schema: { type: 'array', minItems: 2, items: { enum: ['a b'] } },
    },
    { name: 'X-Who', in: 'header', required: true, schema: { ...text, minLength: 2 } },
  ],
  document: { servers: [{ url: 'http://127.0.0.1:9/api' }] },
})
const old = load(note(), 'old.yaml')
const next = load(note({ maxLength: 1 }), 'new.yaml')
const comparison = compareDocuments(old, next)

test('the terminal: what breaks, an example, what to do instead', () => {
  expect(toText(comparison)).toBe(
    [
      'breaking  POST /things, body',
      '  Texts of a length that was accepted are refused now. At /note. The new contract has `maxLength: 1`.',
      `  example: {"note":"aa","by":"d'Arc <joan>"}`,
      `  ${comparison.findings[0]?.curl}`,
      '  instead: Keep the length limits.',
      '  request-length-narrowed at #/paths/~1things/post/requestBody/content/application~1json/schema/properties/note/maxLength (new)',
      '',
      'Breaking: new.yaml refuses or surprises clients of old.yaml. (1 breaking)',
    ].join('\n'),
  )
})

test('a shell takes the request as it is meant', () => {
  const { curl = '' } = comparison.findings[0] ?? {}
  const words = execFileSync('sh', ['-c', curl.replace(/^curl/, `printf '%s\\n'`)], { encoding: 'utf8' })
    .trim()
    .split('\n')
  expect(words).toEqual([
    '-X',
    'POST',
    'http://127.0.0.1:9/api/things?tags=a%20b&tags=a%20b',
    '-H',
    'X-Who: aa',
    '-H',
    'Content-Type: application/json',
    '-d',
    `{"note":"aa","by":"d'Arc <joan>"}`,
  ])
})

test('a pull request: no text of a contract breaks out of its fence', () => {
  const fence = compareDocuments(
    load({ body: { enum: ['```', 'a'] } }, 'a'),
    load({ body: { enum: ['a'] } }, 'b'),
  )
  expect(toMarkdown(fence)).toContain('````sh\n')
  expect(toMarkdown(comparison)).toContain('### Breaking')
})

test('a page: old and new side by side, and nothing of it runs', () => {
  const page = toHtml(comparison, old, next)
  expect(page).toContain('<article class="breaking">')
  expect(page).toContain('&quot;maxLength&quot;: 1')
  expect(page).toContain("default-src 'none'")
  expect(page).not.toContain('<joan>')
})

test('the rule book lists every rule once', () => {
  const ids = rules.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ruleTable().split('\n')).toHaveLength(ids.length + 2)
})
