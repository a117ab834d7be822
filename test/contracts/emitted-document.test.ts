/** The routes say what the contract says: the document @hono/zod-openapi emits for them is the contract. */
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { OpenAPIHono } from '@hono/zod-openapi'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ContractId } from '../../contracts/contract.ts'
import { emitDocument } from '../../contracts/runtime/emit.ts'
import { type ContractData, loadContract } from '../../contracts/runtime/load.ts'
import { changed, differences } from './differences.ts'
import { repository, routesOf, workshop } from './support.ts'

const generated = join(repository, 'contracts/generated')
const contracts: readonly ContractData[] = globSync(
  '{admin,hub,{backend,system,process,experience}/*/v*}.json',
  {
    cwd: generated,
  },
)
  .sort()
  .map((file) => loadContract(file.replace('.json', '') as ContractId, join(generated, file, '..')))

let hard: ContractData
beforeAll(async () => {
  hard = await workshop()
})

test.for(contracts.map((contract) => [contract.id, contract] as const))('%s', ([, contract]) => {
  expect(differences(contract.document, emitDocument(contract, routesOf(contract)))).toEqual([])
})

describe('a contract with every corner of OpenAPI 3.1', () => {
  test('is emitted word for word', () => {
    expect(differences(hard.document, emitDocument(hard, routesOf(hard)))).toEqual([])
  })

  test('can be mounted below a prefix, beside routes of others', () => {
    const app = new OpenAPIHono()
    const mounted = new OpenAPIHono()
    for (const route of Object.values(routesOf(hard))) mounted.openapi(route, (c) => c.body(null))
    app.route('/workshop', mounted)
    const { paths = {} } = app.getOpenAPI31Document({ openapi: '3.1.0', info: hard.document.info })
    expect(Object.keys(paths)).toEqual(Object.keys(hard.document.paths).map((path) => `/workshop${path}`))
  })
})

describe('the comparison notices', () => {
  test.for([
    ['a changed schema', '#/components/schemas/Place/properties/town/type', 'integer'],
    ['a lost keyword', '#/components/schemas/RepairOrder/unevaluatedProperties', undefined],
    ['a parameter that became optional', '#/paths/~1repairs/parameters', []],
    ['a lost extension', '#/paths/~1repairs/post/x-deadline-ms', undefined],
    ['a lost example', '#/paths/~1repairs/post/requestBody/content/application~1json/examples', undefined],
    ['another default', '#/paths/~1repairs/get/parameters/5/schema/default', 20],
    ['opened security', '#/paths/~1repairs/post/security', []],
    ['a lost response header', '#/components/headers/Version/schema/type', 'integer'],
    ['another server', '#/servers/0/url', '/'],
  ] as const)('%s', ([, pointer, value]) => {
    const other = changed(hard.document, pointer, value)
    expect(differences(other, emitDocument(hard, routesOf(hard)))).not.toEqual([])
  })
})
