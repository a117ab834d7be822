/** Whatever is given to compare: an answer or a clear sentence, never a crash and never a wait. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, test } from 'vitest'
import { compareDocuments, loadFile, NotComparable, toDocument } from '../../contracts/govern/main.ts'
import { contracts, isTree, type Tree } from './places.ts'
import { seeded } from './random.ts'
import { contract } from './support.ts'

const directory = mkdtempSync(join(tmpdir(), 'strata-diff-'))
afterAll(() => rmSync(directory, { recursive: true }))

function file(name: string, text: string): string {
  const path = join(directory, name)
  writeFileSync(path, text)
  return path
}

const info = 'openapi: 3.1.0\ninfo: {title: A, version: "1"}\n'
const deep = `{"openapi":"3.1.0","x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
const bomb = `${info}a: &a [x, x]\n${'bcdefghijklmnopqrstuvwxyz'
  .split('')
  .map((letter, index) => {
    const before = String.fromCharCode(97 + index)
    return `${letter}: &${letter} [*${before}, *${before}, *${before}]`
  })
  .join('\n')}\n`

describe('says what is wrong with', () => {
  test.each([
    ['broken.json', '{"openapi": "3.1.0", ]', /broken/],
    ['broken.yaml', 'openapi: 3.1.0\npaths: [', /broken YAML/],
    ['two.yaml', 'swagger: "2.0"\npaths: {}\n', /Swagger 2.0/],
    ['four.yaml', 'openapi: 4.0.0\n', /OpenAPI 4.0.0/],
    ['other.yaml', 'hello: world\n', /openapi is missing/],
    ['empty.yaml', '', /nothing/],
    ['list.json', '[1]', /a list/],
    ['text.yaml', 'hello', /a string/],
    [
      'circle.yaml',
      `${info}components: {schemas: {A: {$ref: "#/components/schemas/B"}, B: {$ref: "#/components/schemas/A"}}}\n`,
      /in a circle/,
    ],
    [
      'nowhere.yaml',
      `${info}paths: {/a: {get: {parameters: [{$ref: "#/components/parameters/No"}]}}}\n`,
      /leads nowhere/,
    ],
    ['itself.yaml', `${info}x: &x [*x]\n`, /contains itself/],
    ['deep.json', deep, /nested/],
    ['bomb.yaml', bomb, /more than/],
    ['elsewhere.yaml', `${info}paths: {/a: {$ref: "missing.yaml#/a"}}\n`, /missing/],
    [
      'remote.yaml',
      `${info}paths: {/a: {$ref: "http://127.0.0.1:9/a.yaml"}}\n`,
      /nothing is fetched: save http:\/\/127.0.0.1:9\/a.yaml beside the file/,
    ],
    ['huge.yaml', `${info}x: ${'a'.repeat(33 * 2 ** 20)}\n`, /larger than/],
  ])('%s', async (name, text, message) => {
    const error = await loadFile(file(name, text)).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(NotComparable)
    expect((error as Error).message).toMatch(message)
  })

  test('a file that is not there', async () => {
    await expect(loadFile(join(directory, 'none.yaml'))).rejects.toThrow(/no such file/)
  })
})

describe('compares with itself', () => {
  const schemas = (text: string) =>
    toDocument(
      JSON.parse(
        contract({
          body: { $ref: '#/components/schemas/A' },
          document: { components: { schemas: JSON.parse(text) } },
        }),
      ),
      'a',
    )
  test.each([
    ['a schema that is all of itself', '{"A": {"allOf": [{"$ref": "#/components/schemas/A"}]}}'],
    ['a schema that is not itself', '{"A": {"not": {"$ref": "#/components/schemas/A"}}}'],
    ['patterns nobody understands', '{"A": {"type": "string", "pattern": "(["}}'],
    [
      'keywords of the wrong type',
      '{"A": {"type": 7, "required": "a", "properties": [], "enum": 1, "minLength": "x", "allOf": {}, "items": []}}',
    ],
    ['limits that cannot be', '{"A": {"type": "integer", "minimum": 9, "maximum": 1}}'],
    ['numbers beyond counting', '{"A": {"type": "array", "minItems": 1e9, "items": {"multipleOf": 1e-300}}}'],
    ['patterns beyond reading', `{"A": {"type": "string", "pattern": "^(a{1,999}){1,999}$"}}`],
  ])('%s', (_, text) => {
    expect(compareDocuments(schemas(text), schemas(text)).verdict).toBe('compatible')
  })
})

test('contracts with arbitrary damage are compared all the same', { timeout: 60_000 }, () => {
  const random = seeded(3)
  const junk = [null, 7, '', 'x', [], {}, true, [null], { $ref: 7 }]
  for (let index = 0; index < 60; index++) {
    const { text } = random.pick(contracts.filter((one) => one.text.length < 60_000))
    const damaged = JSON.parse(text) as Tree
    for (let wounds = 0; wounds < 6; wounds++) damage(damaged, random.pick(junk), random)
    try {
      const { verdict } = compareDocuments(
        toDocument(JSON.parse(text), 'whole'),
        toDocument(damaged, 'damaged'),
      )
      expect(['compatible', 'breaking', 'unproved']).toContain(verdict)
    } catch (error) {
      expect(error).toBeInstanceOf(NotComparable)
    }
  }
})

function damage(node: Tree, junk: unknown, random: ReturnType<typeof seeded>): void {
  const keys = Object.keys(node).filter((key) => key !== 'openapi')
  const key = random.pick(keys)
  if (key === undefined) return
  const child = node[key]
  if ((isTree(child) || Array.isArray(child)) && random() < 0.85) damage(child as Tree, junk, random)
  else node[key] = structuredClone(junk)
}

describe('strata diff', () => {
  const strata = async (...args: readonly string[]) => {
    const run = promisify(execFile)(process.execPath, [
      join(import.meta.dirname, '../../gateway/cli/strata.mjs'),
      'diff',
      ...args,
    ])
    return run.then(
      ({ stdout }) => ({ code: 0, stdout, stderr: '' }),
      (failed: { code: number; stdout: string; stderr: string }) => failed,
    )
  }
  const old = () => file('old.json', contract({ body: { type: 'string' } }))

  test('ends with 0, 1 or 2, and prints what it found as JSON', async () => {
    const narrow = file('narrow.json', contract({ body: { type: 'string', maxLength: 2 } }))
    const [same, breaking, wrong] = await Promise.all([
      strata(old(), old(), '--json'),
      strata(old(), narrow, '--json'),
      strata(old(), file('swagger.json', '{"swagger":"2.0"}'), '--json'),
    ])
    expect([same.code, breaking.code, wrong.code]).toEqual([0, 1, 2])
    expect(JSON.parse(same.stdout)).toMatchObject({ verdict: 'compatible', findings: [] })
    expect(JSON.parse(breaking.stdout)).toMatchObject({
      verdict: 'breaking',
      findings: [
        {
          rule: 'request-length-narrowed',
          verdict: 'breaking',
          direction: 'request',
          operation: 'POST /things',
          witness: 'aaa',
        },
      ],
    })
    expect(JSON.parse(wrong.stdout)).toEqual({ error: expect.stringMatching(/Swagger 2.0/) })
  })

  test('compares a contract with what git has', async () => {
    const { code, stdout } = await strata('experience/mobile/v1', '--against', 'git:HEAD', '--json')
    expect([code, JSON.parse(stdout).old]).toEqual([0, 'experience/mobile/v1 (HEAD)'])
    expect((await strata('experience/mobile/v1', '--against', 'git:no-such-ref')).code).toBe(2)
  })
})
