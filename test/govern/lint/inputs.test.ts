/** Whatever a contract is made of: findings with a place, never a crash, a wait or a look outside `contracts/`. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lint } from '../../../contracts/govern/lint/main.ts'
import { repository } from '../../contracts/support.ts'

let root: string
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'strata-lint-'))
  mkdirSync(join(root, 'contracts/system/till'), { recursive: true })
  cpSync(join(repository, 'contracts/shared'), join(root, 'contracts/shared'), { recursive: true })
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const file = 'contracts/system/till/v1.yaml'
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
