/** Whatever a contract is made of: findings with a place, never a crash, a wait or a look outside `contracts/`. */
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { lint } from '../../../contracts/govern/lint/main.ts'
import { repository } from '../../contracts/support.ts'
import { seeded } from '../random.ts'

let root: string
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'strata-lint-'))
  mkdirSync(join(root, 'contracts/system/till'), { recursive: true })
  cpSync(join(repository, 'contracts/shared'), join(root, 'contracts/shared'), { recursive: true })
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const file = 'contracts/system/till/v1.yaml'
const runs = Number(process.env.LINT_DAMAGES ?? 60)
const head = 'openapi: 3.1.0\ninfo: { title: Till, version: 1.0.0 }\n'

async function findingsIn(text: string) {
  writeFileSync(join(root, file), text)
  return (await lint(root)).findings
}

const schemas = (body: string) => `${head}paths:
  /slips:
    get:
      operationId: listSlips
      responses:
        '200':
          description: Slips.
          content: { application/json: { schema: { $ref: '#/components/schemas/A0' } } }
components:
  schemas:
${body}`

/** Each schema refers to the next one twice: 2^30 checks of one value. */
const doubling = Array.from(
  { length: 30 },
  (_, index) =>
    `    A${index}: { allOf: [{ $ref: '#/components/schemas/A${index + 1}' }, { $ref: '#/components/schemas/A${index + 1}' }] }\n`,
).join('')

const aliases = `a0: &a0 [x, x]\n${Array.from(
  { length: 30 },
  (_, index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}, *a${index}]\n`,
).join('')}`

test.each([
  ['no YAML', 'openapi: [', /broken YAML/],
  ['nothing', '', /this is OpenAPI undefined/],
  ['a list', '- 1\n', /this is OpenAPI undefined/],
  [
    'Swagger',
    'swagger: "2.0"\ninfo: {}\n',
    /this is OpenAPI undefined: write the contract as openapi: 3.1.0/,
  ],
  ['aliases that multiply', `${head}x-a:\n${aliases.replace(/^/gm, '  ')}`, /more than 200000 values/],
  ['an alias in itself', `${head}x-a: &x [*x]\n`, /contains itself/],
  ['endless nesting', `${head}x-a: ${'['.repeat(5_000)}${']'.repeat(5_000)}\n`, /nested/],
  ['too much', `${head}x-a: ${'a'.repeat(3 * 2 ** 20)}\n`, /larger than 2 MB/],
  [
    'a circle of references',
    schemas("    A0: { $ref: '#/components/schemas/A1' }\n    A1: { $ref: '#/components/schemas/A0' }\n"),
    /leads back to itself/,
  ],
  [
    'a circle through allOf',
    schemas("    A0: { type: object, allOf: [{ $ref: '#/components/schemas/A0' }] }\n"),
    /A0 leads back to itself/,
  ],
  [
    'alternatives that multiply',
    schemas(`${doubling}    A30: { type: object }\n`),
    /checks a value against more than 10000 schemas/,
  ],
])('%s', async (_, text, says) => {
  const findings = await findingsIn(text)
  expect(findings.length).toBeGreaterThan(0)
  expect(findings[0]?.message).toMatch(says)
  for (const finding of findings) {
    expect(finding.file).toBe(file)
    expect(finding.line).toBeGreaterThan(0)
  }
})

test('recursion into properties is no circle', async () => {
  const findings = await findingsIn(
    schemas(
      "    A0: { type: object, properties: { parts: { type: array, items: { $ref: '#/components/schemas/A0' } } } }\n",
    ),
  )
  expect(findings.map(({ rule }) => rule)).toContain('array-limit')
  expect(findings.map(({ rule }) => rule)).not.toContain('readable')
})

test('nothing is fetched', async () => {
  let requests = 0
  const server = createServer((_, response) => {
    requests++
    response.end('type: string\n')
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  const findings = await findingsIn(schemas(`    A0: { $ref: 'http://127.0.0.1:${port}/a.yaml' }\n`))
  server.close()
  expect(findings.map(({ message }) => message)).toContainEqual(
    expect.stringContaining('leads out of contracts/'),
  )
  expect(requests).toBe(0)
})

test('a file outside contracts/ is not read, whatever it holds', async () => {
  writeFileSync(join(root, 'secret.yaml'), 'type: string\n')
  const findings = await findingsIn(schemas("    A0: { $ref: '../../../secret.yaml' }\n"))
  expect(findings.map(({ message }) => message)).toContainEqual(
    expect.stringContaining('leads out of contracts/'),
  )
})

/** What somebody may write where something else is due. */
const junk = [null, 3, 'x', '', true, [], {}, [null], { a: null }]

test('contracts with arbitrary damage are read all the same', { timeout: 120_000 }, async () => {
  const shop = mkdtempSync(join(tmpdir(), 'strata-lint-'))
  cpSync(join(import.meta.dirname, 'kiosk'), shop, { recursive: true })
  cpSync(join(repository, 'contracts/shared'), join(shop, 'contracts/shared'), { recursive: true })
  const files = globSync('contracts/{*/*/*,consumers}.yaml', { cwd: shop }).sort()
  const random = seeded(20261125)
  for (let run = 0; run < runs; run++) {
    const path = join(shop, pick(files, random))
    const good = readFileSync(path, 'utf8')
    const document = parse(good) as Record<string, unknown>
    const keys = pick(random() < 0.5 ? placesIn(document) : placesIn(document).filter(isExtended), random)
    setIn(document, keys ?? ['info'], structuredClone(pick(junk, random)))
    writeFileSync(path, stringify(document, { aliasDuplicateObjects: false }))
    const { findings } = await lint(shop)
    for (const { line } of findings) expect(line).toBeGreaterThan(0)
    writeFileSync(path, good)
  }
  rmSync(shop, { recursive: true })
})

const pick = <Item>(items: readonly Item[], random: () => number) =>
  items[Math.floor(random() * items.length)] as Item

const isExtended = (keys: readonly string[]) => keys.some((key) => key.startsWith('x-'))

const placesIn = (node: unknown, keys: readonly string[] = []): readonly (readonly string[])[] =>
  typeof node === 'object' && node !== null
    ? Object.entries(node).flatMap(([key, part]) => [[...keys, key], ...placesIn(part, [...keys, key])])
    : []

function setIn(document: Record<string, unknown>, keys: readonly string[], value: unknown): void {
  const parent = keys.slice(0, -1).reduce((node, key) => node[key] as Record<string, unknown>, document)
  parent[keys.at(-1) as string] = value
}
