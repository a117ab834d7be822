/** A mistake in a contract is named with its place and what to do, and leaves the tree as it was. */
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { extensionsAt } from '../../contracts/extensions.ts'
import { GenerateError, generate } from '../../contracts/generate/main.ts'
import { print } from '../../contracts/generate/source.ts'
import { fixtures, repository } from './support.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'strata-generate-'))
  cpSync(join(fixtures, 'shop'), root, { recursive: true })
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const till = 'contracts/system/till/v1.yaml'
const sales = 'contracts/process/sales/v1.yaml'
const shared = 'contracts/shared/problem.yaml'
const owner = '{ team: tills, contact: tills@shop.example, oncall: https://oncall.shop.example/tills }'

interface Edit {
  readonly name: string
  readonly file: string
  readonly from: string
  readonly to: string
  /** The mistakes, as they are printed. */
  readonly want: readonly string[]
}

/** The reply of an operation that may lack the part `till`. */
const partial = (sources: string) => `
        '200':
          description: Sales, as far as they can be had.
          content:
            application/json:
              schema: { type: object, required: [sources], properties: { sources: { type: array, items: ${sources} } } }`
const source = (system: string) =>
  `{ type: object, required: [system, state, asOf], properties: { system: { enum: [${system}] }, state: { enum: [ok, unavailable] }, asOf: {} } }`
const whole =
  "\n        '200': { description: Sales., content: { application/json: { schema: { type: array, items: {} } } } }"
const listSales = (optional: string, reply: string) =>
  `operationId: listSales\n      x-optional: ${optional}\n      responses:${reply}`

const edits: readonly Edit[] = [
  {
    name: 'broken YAML',
    file: till,
    from: 'title: Till',
    to: 'title: Till: 2',
    want: [`${till}:3:10  broken YAML: Nested mappings are not allowed in compact mappings`],
  },
  {
    name: 'a key twice',
    file: till,
    from: 'title: Till',
    to: 'title: Till\n  title: Till',
    want: [`${till}:4:3  broken YAML: Map keys must be unique`],
  },
  {
    name: 'an empty file',
    file: sales,
    from: readFileSync(join(fixtures, 'shop', sales), 'utf8'),
    to: '',
    want: [`${sales}:1:1  this is OpenAPI undefined: write the contract as openapi: 3.1.0`],
  },
  {
    name: 'OpenAPI 3.0',
    file: till,
    from: 'openapi: 3.1.0',
    to: 'openapi: 3.0.3',
    want: [`${till}:1:1  this is OpenAPI 3.0.3: write the contract as openapi: 3.1.0`],
  },
  {
    name: 'a misspelt part of OpenAPI',
    file: till,
    from: '      operationId: getReceipt\n      responses:',
    to: '      operationId: getReceipt\n      response:',
    want: [`${till}:26:7  Property \`response\` is not expected here. Did you mean responses?`],
  },
  {
    name: 'a $ref that leads nowhere in the file',
    file: till,
    from: "items: { $ref: '#/components/schemas/Receipt' }",
    to: "items: { $ref: '#/components/schemas/Recept' }",
    want: [`${till}:19:45  the $ref leads nowhere: correct its path, or add what it names`],
  },
  {
    name: 'a $ref to a file that is not there',
    file: till,
    from: '../../shared/problem.yaml#/components/parameters/ReceiptId',
    to: '../../shared/ids.yaml#/components/parameters/ReceiptId',
    want: [`${till}:23:9  the $ref leads nowhere: correct its path, or add what it names`],
  },
  {
    name: '$refs that lead to each other',
    file: till,
    from: '    Receipt:\n      type: object',
    to: "    Loop: { $ref: '#/components/schemas/Back' }\n    Back: { $ref: '#/components/schemas/Loop' }\n    Receipt:\n      type: object",
    want: [
      `${till}:43:13  #/components/schemas/Back leads back to itself: name a schema that says something`,
      `${till}:44:13  #/components/schemas/Loop leads back to itself: name a schema that says something`,
    ],
  },
  {
    name: 'an unsupported keyword',
    file: till,
    from: '      type: object',
    to: '      type: object\n      $anchor: receipt',
    want: [
      `${till}:45:7  the schema keyword $anchor cannot be honoured: name schemas under components/schemas.`,
    ],
  },
  {
    name: 'nullable',
    file: till,
    from: "type: [string, 'null']",
    to: 'type: string, nullable: true',
    want: [
      `${till}:49:36  the schema keyword nullable cannot be honoured: it is OpenAPI 3.0: write type: [string, "null"].`,
    ],
  },
  {
    name: 'an unknown format',
    file: till,
    from: 'format: decimal',
    to: 'format: euro',
    want: [
      `${till}:48:32  unknown format euro: no value would be checked against it. Use a known format or a pattern.`,
    ],
  },
  {
    name: 'a pattern that is no regular expression',
    file: till,
    from: "receiptId: { type: string, pattern: '^R-\\d+$' }",
    to: "receiptId: { type: string, pattern: '^R-(\\d+$' }",
    want: [
      `${till}:47:36  the pattern is no ECMAScript regular expression (Invalid regular expression: /^R-(\\d+$/u: Unterminated group): correct it`,
    ],
  },
  {
    name: 'a mistake in a shared part, once, where it stands',
    file: shared,
    from: 'format: uri-reference',
    to: 'format: uri-refrence',
    want: [
      `${shared}:13:31  unknown format uri-refrence: no value would be checked against it. Use a known format or a pattern.`,
    ],
  },
  {
    name: 'an empty enum',
    file: till,
    from: 'total: { type: string, format: decimal }',
    to: 'total: { enum: [] }',
    want: [`${till}:48:18  an empty enum allows no value: list at least one`],
  },
  {
    name: 'a multiple of nothing',
    file: till,
    from: 'total: { type: string, format: decimal }',
    to: 'total: { type: number, multipleOf: 0 }',
    want: [`${till}:48:32  multipleOf must be > 0: correct it`],
  },
  {
    name: 'a name required twice',
    file: till,
    from: 'required: [receiptId, total]',
    to: 'required: [total, total]',
    want: [
      `${till}:45:7  required must NOT have duplicate items (items ## 1 and 0 are identical): correct it`,
    ],
  },
  {
    name: 'x-uses that skips a layer',
    file: sales,
    from: 'x-uses: { till: system/till/v1 }',
    to: 'x-uses: { till: backend/till/v1 }',
    want: [`${sales}:6:13  a process API cannot use backend/till/v1: only a system API, the next layer down`],
  },
  {
    name: 'x-uses that climbs a layer',
    file: till,
    from: 'x-uses: { till: backend/till/v1 }',
    to: 'x-uses: { sales: process/sales/v1 }',
    want: [`${till}:6:13  a system API cannot use process/sales/v1: only a backend API, the next layer down`],
  },
  {
    name: 'x-uses of a backend',
    file: 'contracts/backend/till/v1.yaml',
    from: 'x-transport: http-json',
    to: 'x-uses: { till: system/till/v1 }',
    want: ['contracts/backend/till/v1.yaml:6:13  a backend API cannot use system/till/v1: it uses nothing'],
  },
  {
    name: 'x-uses of a contract that does not exist',
    file: sales,
    from: 'system/till/v1',
    to: 'system/till/v2',
    want: [
      `${sales}:6:13  uses system/till/v2, which does not exist: add contracts/system/till/v2.yaml or correct the id`,
    ],
  },
  {
    name: 'a client with a name that is taken',
    file: sales,
    from: 'x-uses: { till: system/till/v1 }',
    to: 'x-uses: { signal: system/till/v1 }',
    want: [
      `${sales}:6:13  a client cannot be called signal in the context of a handler: choose another name`,
    ],
  },
  {
    name: 'a schema with a name that is taken',
    file: till,
    from: '    Receipt:',
    to: '    Operations: { type: string }\n    Receipt:',
    want: [`${till}:43:5  every contract module exports Operations already: choose another name`],
  },
  {
    name: 'no owner',
    file: till,
    from: `  x-owner: ${owner}\n`,
    to: '',
    want: [`${till}:2:1  no owner: add team, contact, oncall to info.x-owner`],
  },
  {
    name: 'half an owner',
    file: till,
    from: owner,
    to: '{ team: tills }',
    want: [`${till}:5:3  no owner: add contact, oncall to info.x-owner`],
  },
  {
    name: 'no operationId',
    file: till,
    from: '      operationId: getReceipt\n',
    to: '',
    want: [`${till}:24:5  GET /receipts/{receiptId} has no operationId: add one, such as getOrder`],
  },
  {
    name: 'an operationId twice',
    file: till,
    from: 'operationId: getReceipt',
    to: 'operationId: listReceipts',
    want: [`${till}:25:7  operationId listReceipts is already that of GET /receipts`],
  },
  {
    name: 'an operationId that is no name',
    file: till,
    from: 'operationId: getReceipt',
    to: 'operationId: get-receipt',
    want: [`${till}:25:7  operationId get-receipt is no camelCase name: it becomes a function`],
  },
  {
    name: 'a partial path template',
    file: till,
    from: '/receipts/{receiptId}:',
    to: '/receipts/{receiptId}.pdf:',
    want: [`${till}:21:3  the segment {receiptId}.pdf is no whole parameter: write /{name}`],
  },
  {
    name: 'a path parameter that is not declared',
    file: till,
    from: '/receipts/{receiptId}:',
    to: '/shops/{shopId}/receipts/{receiptId}:',
    want: [`${till}:24:5  {shopId} is not declared: add a parameter, in: path, required: true`],
  },
  {
    name: 'a path parameter that is not in the path',
    file: till,
    from: '/receipts/{receiptId}:',
    to: '/receipts/latest:',
    want: [`${till}:23:9  the path has no {receiptId}: add it to /receipts/latest, or remove the parameter`],
  },
  {
    name: 'a path parameter that may be left out',
    file: shared,
    from: 'in: path, required: true,',
    to: 'in: path,',
    want: [`${till}:23:9  a path parameter cannot be left out: add required: true to receiptId`],
  },
  {
    name: 'a style of another place',
    file: till,
    from: 'name: limit, in: query,',
    to: 'name: limit, in: query, style: label,',
    want: [
      `${till}:13:11  limit has style label: in a query, use form or spaceDelimited or pipeDelimited or deepObject`,
    ],
  },
  {
    name: 'a parameter with content',
    file: till,
    from: 'schema: { type: integer, minimum: 1, default: 20 }',
    to: 'content: { application/json: { schema: { type: integer } } }',
    want: [`${till}:13:11  limit has no schema: content parameters are not supported`],
  },
  {
    name: 'a range of statuses',
    file: till,
    from: "'404':",
    to: '4XX:',
    want: [`${till}:32:9  the status 4XX is no number: name each status, or use default`],
  },
  {
    name: 'two media types for one reply',
    file: till,
    from: 'application/problem+json:',
    to: 'text/plain: { schema: { type: string } }\n            application/problem+json:',
    want: [`${till}:32:9  404 has several media types: keep one`],
  },
  {
    name: 'an unknown extension of an operation',
    file: till,
    from: 'x-deadline-ms: 500',
    to: 'x-deadline: 500',
    want: [
      `${till}:11:7  unknown extension x-deadline: nothing reads it here. Known are ${extensionsAt('operation').join(', ')}.`,
    ],
  },
  {
    name: 'an unknown extension of info',
    file: till,
    from: 'x-uses:',
    to: 'x-use:',
    want: [
      `${till}:6:3  unknown extension x-use: nothing reads it here. Known are ${extensionsAt('info').join(', ')}.`,
    ],
  },
  {
    name: 'policies of an API that is no backend',
    file: till,
    from: 'x-uses:',
    to: 'x-policies: {}\n  x-uses:',
    want: [`${till}:6:3  x-policies protects a backend: move it to the contract of the backend`],
  },
  {
    name: 'a setting of a policy that is none',
    file: 'contracts/backend/till/v1.yaml',
    from: 'x-owner:',
    to: 'x-policies: { bulkhead: { limits: 9 } }\n  x-owner:',
    want: [
      'contracts/backend/till/v1.yaml:5:29  x-policies: there is no setting bulkhead.limits: known are limit, queue, waitMs',
    ],
  },
  {
    name: 'a misspelt rule for keeping replies',
    file: till,
    from: 'x-deadline-ms: 500',
    to: 'x-cache: { maxAge: 30, staleIfErrors: 60 }',
    want: [`${till}:11:30  x-cache knows no staleIfErrors: known are maxAge, staleIfError, vary`],
  },
  {
    name: 'a time that is no whole number of seconds',
    file: till,
    from: 'x-deadline-ms: 500',
    to: 'x-cache: { maxAge: 0.5, staleIfError: -1 }',
    want: [
      `${till}:11:18  x-cache.maxAge must be whole seconds, 0 or more`,
      `${till}:11:31  x-cache.staleIfError must be whole seconds, 0 or more`,
    ],
  },
  {
    name: 'a cache that keeps nothing',
    file: till,
    from: 'x-deadline-ms: 500',
    to: 'x-cache: {}',
    want: [`${till}:11:7  x-cache keeps nothing: give maxAge, staleIfError, or both`],
  },
  {
    name: 'a cache that is only a number',
    file: till,
    from: 'x-deadline-ms: 500',
    to: 'x-cache: 30',
    want: [`${till}:11:7  x-cache must name maxAge, staleIfError, or both`],
  },
  {
    name: 'a cache that varies by what is no header of the operation',
    file: till,
    from: 'x-deadline-ms: 500',
    to: 'x-cache: { maxAge: 30, vary: [Accept-Language] }',
    want: [
      `${till}:11:37  x-cache.vary names Accept-Language, which is no header parameter of the operation: it has none`,
    ],
  },
  {
    name: 'a cache of what changes something',
    file: till,
    from: '    get:\n      operationId: listReceipts',
    to: '    post:\n      x-cache: { maxAge: 30 }\n      operationId: listReceipts',
    want: [`${till}:10:7  x-cache keeps replies of reads: remove it from what changes something`],
  },
  {
    name: 'an optional part of an answer that cannot say so',
    file: sales,
    from: `operationId: listSales\n      responses:${whole}`,
    to: listSales('{ till: [till.listReceipts] }', whole),
    want: [
      `${sales}:11:7  the reply 200 cannot say what is missing: require sources, a list of { system: till, state: ok | unavailable, asOf }`,
    ],
  },
  {
    name: 'an optional part that the answer cannot name',
    file: sales,
    from: `operationId: listSales\n      responses:${whole}`,
    to: listSales('{ till: [till.listReceipts] }', partial(source('safe'))),
    want: [
      `${sales}:11:7  the reply 200 cannot say what is missing: require sources, a list of { system: till, state: ok | unavailable, asOf }`,
    ],
  },
  {
    name: 'an optional part by a client that is none',
    file: sales,
    from: `operationId: listSales\n      responses:${whole}`,
    to: listSales('{ till: [tills.listReceipts] }', partial(source('till'))),
    want: [`${sales}:11:28  tills.listReceipts is no call of this API: its x-uses has till`],
  },
  {
    name: 'an optional part by a call that is none',
    file: sales,
    from: `operationId: listSales\n      responses:${whole}`,
    to: listSales('{ till: [till.listReceipt] }', partial(source('till'))),
    want: [`${sales}:11:28  system/till/v1 has no operation listReceipt: correct the name`],
  },
  {
    name: 'an optional part without its calls',
    file: sales,
    from: `operationId: listSales\n      responses:${whole}`,
    to: listSales('{ till: [] }', partial(source('till'))),
    want: [`${sales}:11:21  the part till must list the calls it comes by: { crm: [crm.getAccount] }`],
  },
  {
    name: 'a part with a name no code can have',
    file: sales,
    from: `operationId: listSales\n      responses:${whole}`,
    to: listSales('{ the-till: [till.listReceipts] }', partial(source('the-till'))),
    want: [`${sales}:11:21  a part cannot be called the-till: choose a camelCase name`],
  },
  {
    name: 'optional parts that are only a list',
    file: sales,
    from: `operationId: listSales\n      responses:${whole}`,
    to: listSales('[till.listReceipts]', partial(source('till'))),
    want: [`${sales}:11:7  x-optional must name parts with their calls: { crm: [crm.getAccount] }`],
  },
  {
    name: 'a comparison of what is no list, with a read that is not there',
    file: sales,
    from: 'x-uses: { till: system/till/v1 }',
    to: 'x-uses: { till: system/till/v1 }\n  x-reconciles: { receipts: { each: { call: till.listReceipts, key: id }, has: { call: till.getNothing, parameter: id } } }',
    want: [
      `${sales}:7:82  system/till/v1 has no read getNothing: correct the name`,
      `${sales}:7:39  till.listReceipts answers no list in pages: { items, nextCursor }`,
    ],
  },
  {
    name: 'a comparison by calls of nobody',
    file: sales,
    from: 'x-uses: { till: system/till/v1 }',
    to: 'x-uses: { till: system/till/v1 }\n  x-reconciles: { receipts: { each: { call: crm.list, key: id }, has: { call: till.getReceipt, parameter: id } } }',
    want: [
      `${sales}:7:39  crm.list is no call of this API: its x-uses has till`,
      `${sales}:7:96  till.getReceipt finds a record by receiptId, not by id`,
    ],
  },
  {
    name: 'an unknown extension of a schema',
    file: till,
    from: 'total: { type: string,',
    to: 'total: { type: string, x-piii: true,',
    want: [
      `${till}:48:32  unknown extension x-piii: nothing reads it. Remove it, or use one of the x- keys of a schema.`,
    ],
  },
  {
    name: 'an extension of a place that has none',
    file: till,
    from: 'description: No such receipt.',
    to: 'description: No such receipt.\n          x-note: soon',
    want: [`${till}:34:11  unknown extension x-note: nothing reads it here.`],
  },
  {
    name: 'a security scheme that is not defined',
    file: till,
    from: 'paths:',
    to: 'security: [{ layer: [] }]\npaths:',
    want: [`${till}:7:1  there is no security scheme layer: add it to components.securitySchemes`],
  },
  {
    name: 'an unknown problem type',
    file: till,
    from: '/problems/not-found',
    to: '/problems/not-there',
    want: [
      `${till}:39:43  there is no problem type not-there: add it to contracts/problems.ts or use one that is there`,
    ],
  },
]

test.for(edits)('$name', async ({ file, from, to, want }) => {
  edit(file, from, to)
  const before = snapshot()
  const error = await generate(root).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(GenerateError)
  expect((error as GenerateError).mistakes.map(print)).toEqual(want)
  expect(snapshot()).toEqual(before)
})

test('mistakes of several files are told at once', async () => {
  edit(till, '      operationId: getReceipt\n', '')
  edit(sales, 'system/till/v1', 'system/till/v2')
  edit(shared, 'format: uri-reference', 'format: nothing')
  const error = (await generate(root).catch((thrown: unknown) => thrown)) as GenerateError
  expect(error.mistakes.map(({ file }) => file).sort()).toEqual([sales, shared, till])
  expect(error.message.split('\n')).toHaveLength(3)
})

test('an experience API that skips a layer is told so', async () => {
  const kiosk = 'contracts/experience/kiosk/v1.yaml'
  mkdirSync(join(root, 'contracts/experience/kiosk'), { recursive: true })
  cpSync(join(root, sales), join(root, kiosk))
  const error = (await generate(root).catch((thrown: unknown) => thrown)) as GenerateError
  expect(error.message).toContain('an experience API cannot use system/till/v1: only a process API')
})

test('a mistake in a file of another folder is told where the contract takes it from', async () => {
  writeFileSync(join(root, 'contracts/system/till/parts.yaml'), 'Total: { type: string, nullable: true }')
  edit(till, '{ type: string, format: decimal }', '{ $ref: parts.yaml#/Total }')
  const error = (await generate(root).catch((thrown: unknown) => thrown)) as GenerateError
  expect(error.message).toMatch(/^contracts\/system\/till\/(v1|parts).yaml:\d+:\d+ {2}.*nullable/)
})

test('a part that is declared as it should be is generated with its clients', async () => {
  edit(
    sales,
    `operationId: listSales\n      responses:${whole}`,
    listSales('{ till: [till.listReceipts, till.getReceipt] }', partial(source('till'))),
  )
  await generate(root)
  expect(readFileSync(join(root, 'contracts/generated/process/sales/v1.ts'), 'utf8')).toContain(
    "listSales: { till: { till: Pick<Uses['till'], 'listReceipts' | 'getReceipt'> } }",
  )
})

test('only what is read can be done without', async () => {
  edit(till, '    get:\n      operationId: listReceipts', '    post:\n      operationId: listReceipts')
  edit(
    sales,
    `operationId: listSales\n      responses:${whole}`,
    listSales('{ till: [till.listReceipts] }', partial(source('till'))),
  )
  const error = (await generate(root).catch((thrown: unknown) => thrown)) as GenerateError
  expect(error.message).toBe(
    `${sales}:11:28  till.listReceipts changes something: only a read can be done without`,
  )
})

test('an answer may lack what the answer it rests on may lack, under the same names', async () => {
  const kiosk = 'contracts/experience/kiosk/v1.yaml'
  const declare = (file: string, calls: string, part: string) =>
    edit(
      file,
      `operationId: listSales\n      responses:${whole}`,
      listSales(`{ ${part}: [${calls}] }`, partial(source(part))),
    )
  mkdirSync(join(root, 'contracts/experience/kiosk'), { recursive: true })
  cpSync(join(root, sales), join(root, kiosk))
  edit(kiosk, '{ till: system/till/v1 }', '{ sales: process/sales/v1 }')
  declare(sales, 'till.listReceipts', 'till')
  declare(kiosk, 'sales.listSales', 'receipts')
  const error = (await generate(root).catch((thrown: unknown) => thrown)) as GenerateError
  expect(error.message).toBe(`${kiosk}:11:32  sales.listSales may lack till, not receipts: use its names`)
})

describe('generating', () => {
  test('gives the same bytes each time, and writes nothing the second time', async () => {
    const first = await generate(root)
    expect(first).toMatchObject({
      contracts: 3,
      missing: ['process-apis/sales/v1.ts', 'system-apis/till/v1.ts'],
    })
    const before = snapshot()
    expect(await generate(root)).toMatchObject({ written: [], removed: [] })
    expect(snapshot()).toEqual(before)
    rmSync(join(root, 'contracts/generated'), { recursive: true })
    expect((await generate(root)).written).toHaveLength(9)
    expect(contents()).toEqual(Object.fromEntries(before.map(([file, , text]) => [file, text])))
  })

  test('writes only what a change touches', async () => {
    await generate(root)
    edit(sales, 'title: Sales', 'title: All sales')
    expect((await generate(root)).written).toEqual(['contracts/generated/process/sales/v1.json'])
  })

  test('removes what no contract stands for any more', async () => {
    await generate(root)
    rmSync(join(root, sales))
    expect(await generate(root)).toMatchObject({
      contracts: 2,
      written: ['gateway/apis.gen.ts'],
      removed: [
        'contracts/generated/process/sales/v1.json',
        'contracts/generated/process/sales/v1.ts',
        'contracts/generated/process/sales/v1.types.ts',
      ],
    })
    expect(contents()['gateway/apis.gen.ts']).not.toContain('sales')
  })

  test('takes only versions for contracts', async () => {
    writeFileSync(join(root, 'contracts/system/till/vocabulary.yaml'), 'Total: { type: string }')
    expect(await generate(root)).toMatchObject({ contracts: 3 })
  })

  test('to check writes nothing, and says what it would write', async () => {
    const before = snapshot()
    expect((await generate(root, { check: true })).written).toContain('gateway/apis.gen.ts')
    expect(snapshot()).toEqual(before)
  })

  test('leaves no difference in this repository', async () => {
    expect(await generate(repository, { check: true })).toMatchObject({ written: [], removed: [] })
  })
})

function edit(file: string, from: string, to: string): void {
  const path = join(root, file)
  const text = readFileSync(path, 'utf8')
  expect(text, `${file} has this`).toContain(from)
  writeFileSync(
    path,
    text.replace(from, () => to),
  )
}

/** Every file with the time it was written at and what it says. */
const snapshot = () =>
  globSync('**/*', { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => [path.slice(root.length + 1), statSync(path).mtimeMs, readFileSync(path, 'utf8')] as const)

const contents = (): Record<string, string> =>
  Object.fromEntries(snapshot().map(([file, , text]) => [file, text]))
