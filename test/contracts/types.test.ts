/** What breaks a contract does not compile, with a message that names what is wrong; what keeps it does. */
import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { generate } from '../../contracts/generate/main.ts'
import { fixtures, repository } from './support.ts'

interface Case {
  readonly name: string
  readonly code: string
  /** Each error has this code and says this; none is left over. */
  readonly errors: readonly (readonly [code: string, message: RegExp])[]
}

const repair = `{
  id: '0f8fad5b-d9cb-469f-a165-70867728950e', number: 1, state: 'ordered', orderedAt: '2026-03-14T09:30:00Z',
  owner: { kind: 'rider', email: 'ada@riders.example' }, jobs: [], total: '12.50',
}`

/** A handler of \`orderRepair\` among others that are right. */
const handler = (body: string) => `
import { created, implement, noContent, notFound, ok, refuse } from '#contracts/system/workshop/v1'
const repair = ${repair} as const
export default implement({
  listRepairs: ({ query: { limit, urgent } }) => ok({ items: [], next: String(limit + (urgent ? 1 : 0)) }),
  orderRepair: ({ body, headers }, context) => { ${body} },
  getRepair: ({ params }) => params.repairId ? ok(repair) : notFound('gone'),
  changeRepair: () => ok(repair),
  cancelRepair: () => noContent(),
  addPhoto: () => ({ status: 202 }),
  findShelf: ({ params: { spot, size } }) => ok({ spot: spot.map((n) => n + 1), width: size.width }),
})
`

/** Calls of the workshop, as a layer above makes them. */
const call = (expression: string) => `
import type { Client } from '#contract'
import type { Operations } from '#contracts/system/workshop/v1'
export const call = (workshop: Client<Operations>) => workshop.${expression}
`

const schemas = (statements: string) => `
import type { RepairOrder, Repair, Place, State, Owner } from '#contracts/system/workshop/v1'
${statements}
export type All = RepairOrder | Repair | Place | State | Owner
`

const cases: readonly Case[] = [
  { name: 'a handler that keeps its contract', code: handler('return created(repair)'), errors: [] },
  {
    name: 'a declared refusal',
    code: handler(
      "return headers?.['X-Shop'] === 'x' ? refuse('product-not-sellable', body.currency) : created(repair)",
    ),
    errors: [],
  },
  {
    name: 'a status that is not declared',
    code: handler('return ok(repair)'),
    errors: [['TS2322', /'200' is not assignable to type '(201|409)'/]],
  },
  {
    name: 'a wrong field',
    code: handler('return created({ ...repair, total: 12.5 })'),
    errors: [['TS2322', /'number' is not assignable to type 'string'|total: number/]],
  },
  {
    name: 'a field that is missing',
    code: handler('const { state, ...rest } = repair; void state; return created(rest)'),
    errors: [['TS2322', /'state' is missing/]],
  },
  {
    name: 'a wrong enum value',
    code: handler("return created({ ...repair, state: 'lost' as const })"),
    errors: [['TS2322', /"lost"/]],
  },
  {
    name: 'a problem type that is not declared for the operation',
    code: handler("return refuse('order-not-cancellable', 'no')"),
    errors: [['TS2322', /order-not-cancellable/]],
  },
  {
    name: 'a problem type that does not exist',
    code: handler("return refuse('too-late', 'no')"),
    errors: [
      ['TS2322', /is not assignable to type '409'/],
      ['TS2345', /"too-late"/],
    ],
  },
  {
    name: 'a client of an API that is not in x-uses',
    code: handler('context.till.listReceipts({}); return created(repair)'),
    errors: [['TS2339', /'till' does not exist/]],
  },
  {
    name: 'a change to the body, which belongs to the caller',
    code: handler("body.remarks = 'mine'; return created(repair)"),
    errors: [['TS2540', /'remarks' because it is a read-only property/]],
  },
  {
    name: 'a field of the body that the contract does not know',
    code: handler('return created({ ...repair, total: body.sum })'),
    errors: [['TS2339', /'sum' does not exist/]],
  },
  {
    name: 'operations without handler',
    code: `import { implement, noContent } from '#contracts/system/workshop/v1'\nexport default implement({ cancelRepair: () => noContent() })`,
    errors: [['TS2740', /missing the following properties.*listRepairs, orderRepair/]],
  },
  {
    name: 'a handler of an operation that does not exist',
    code: handler('return created(repair)').replace('cancelRepair:', 'cancelOrder:'),
    errors: [['TS2353', /'cancelOrder' does not exist/]],
  },
  {
    name: 'a call that keeps its contract',
    code: call(
      "getRepair({ params: { repairId: 'x' } }).then((reply) => reply.status === 200 && reply.body.total)",
    ),
    errors: [],
  },
  {
    name: 'a call without its path parameter',
    code: call('getRepair({})'),
    errors: [['TS2741', /'params' is missing/]],
  },
  {
    name: 'a call with a misspelt parameter',
    code: call("getRepair({ params: { repairID: 'x' } })"),
    errors: [['TS2561', /'repairID' does not exist.*'repairId'/s]],
  },
  {
    name: 'a call with a parameter of the wrong type',
    code: call("listRepairs({ headers: { 'X-Shop': 'delft' }, query: { limit: '3' } })"),
    errors: [['TS2322', /'string' is not assignable to type 'number'/]],
  },
  {
    name: 'a call without the header its contract wants',
    code: call('listRepairs({ query: { limit: 3 } })'),
    errors: [['TS2741', /'headers' is missing/]],
  },
  {
    name: 'a call of an operation that does not exist',
    code: call('dropRepair({})'),
    errors: [['TS2339', /'dropRepair' does not exist/]],
  },
  {
    name: 'a body read before the status is known',
    code: call("cancelRepair({ params: { repairId: 'x' } }).then((reply) => reply.body)"),
    errors: [['TS2339', /'body' does not exist/]],
  },
  {
    name: 'tuples, literals and nulls are what the contract says',
    code: schemas(`
export const place: Place = { street: 'a', town: 'b', country: 'BE', spot: [51.05, 3.72], unit: null }
export const state: State = 'quoted'
export const history: Repair['history'] = [['2026-03-14T09:30:00Z', 'done']]
export const stars: Repair['stars'] = 3
export const either: readonly Repair['either'][] = ['abc', 4]
export const size = (owner: Owner) => owner.kind === 'fleet' ? owner.company : owner.email
export const name = (order: RepairOrder) => order.frame?.parts?.[0]?.parts?.[0]?.name`),
    errors: [],
  },
  {
    name: 'a tuple that is too long',
    code: schemas("export const spot: Place['spot'] = [1, 2, 3]"),
    errors: [['TS2322', /'number' is not assignable to type 'undefined'/]],
  },
  {
    name: 'a literal that is not allowed',
    code: schemas("export const stars: Repair['stars'] = 4"),
    errors: [['TS2322', /'4' is not assignable/]],
  },
  {
    name: 'a field of the other branch of a union',
    code: schemas("export const company = (owner: Owner) => owner.kind === 'rider' ? owner.company : ''"),
    errors: [['TS2339', /'company' does not exist/]],
  },
  {
    name: 'null where there may be none',
    code: schemas("export const town: Place['town'] = null"),
    errors: [['TS2322', /'null' is not assignable to type 'string'/]],
  },
]

/** A tree like the repository, of the fixture's contract alone; below it, so that packages are found. */
const cache = join(repository, 'node_modules/.cache')
let root: string
let errors: ReadonlyMap<string, readonly string[]>

beforeAll(async () => {
  mkdirSync(cache, { recursive: true })
  root = mkdtempSync(join(cache, 'strata-types-'))
  cpSync(join(fixtures, 'workshop'), root, { recursive: true })
  for (const shared of [
    'contract.ts',
    'event.ts',
    'lifecycle.ts',
    'policies.ts',
    'problems.ts',
    'reply.ts',
    'runtime',
    'subscription.ts',
  ])
    symlinkSync(join(repository, 'contracts', shared), join(root, 'contracts', shared))
  await generate(root)
  cases.forEach(({ code }, index) => {
    writeFileSync(join(root, `case-${index}.ts`), code)
  })
  writeFileSync(
    join(root, 'package.json'),
    JSON.stringify({
      type: 'module',
      imports: { '#contracts/*': './contracts/generated/*.ts', '#contract': './contracts/contract.ts' },
    }),
  )
  writeFileSync(
    join(root, 'tsconfig.json'),
    JSON.stringify({
      extends: join(repository, 'tsconfig.json'),
      compilerOptions: {
        noEmit: true,
        composite: false,
        declaration: false,
        emitDeclarationOnly: false,
        noUnusedLocals: false,
        noUnusedParameters: false,
        rootDir: '/',
      },
      references: [],
      files: cases.map((_, index) => `case-${index}.ts`),
    }),
  )
  errors = byFile(await compile(root))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('the compiler', () => {
  test('finds nothing wrong with the generated modules themselves', () => {
    expect([...errors.keys()].filter((file) => !file.startsWith('case-'))).toEqual([])
  })

  test.for(cases.map((one, index) => ({ ...one, file: `case-${index}.ts` })))(
    '$name',
    ({ file, errors: want }) => {
      const found = errors.get(file) ?? []
      expect(
        found.map((error) => /TS\d+/.exec(error)?.[0]),
        found.join('\n'),
      ).toEqual(want.map(([code]) => code))
      for (const [index, [, message]] of want.entries()) expect(found[index]).toMatch(message)
    },
  )
})

function compile(directory: string): Promise<string> {
  return new Promise((resolve) => {
    const tsc = join(repository, 'node_modules/.bin/tsc')
    execFile(tsc, ['--pretty', 'false', '-p', directory], { cwd: directory }, (_, stdout, stderr) =>
      resolve(stdout + stderr),
    )
  })
}

/** Errors by file; the indented lines below an error belong to it. */
function byFile(output: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const error of output.split(/\n(?=\S)/)) {
    const [, file] = /^(.+?)\(\d+,\d+\): error /.exec(error) ?? []
    if (error.trim()) found.set(file ?? output, [...(found.get(file ?? output) ?? []), error])
  }
  return found
}
