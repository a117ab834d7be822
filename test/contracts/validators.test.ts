/** The validators decide what the contract says: the same as plain ajv, and as an interpreter that shares no code with it. */
import { join } from 'node:path'
import { Validator } from '@cfworker/json-schema'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Finding, keysOf } from '../../contracts/runtime/findings.ts'
import { type ContractData, loadContract } from '../../contracts/runtime/load.ts'
import { zodOf } from '../../contracts/runtime/route.ts'
import { annotationFormats, type Schema } from '../../contracts/runtime/schema.ts'
import { mutants } from './mutants.ts'
import { repairOrder, repository, workshop } from './support.ts'

interface Body {
  readonly contract: ContractData
  readonly schema: Schema
  /** Where the schema stands in the document. */
  readonly component: string
  readonly valid: unknown
}

let bodies: Readonly<Record<'NewOrder' | 'RepairOrder', Body>>
beforeAll(async () => {
  const orderToCash = loadContract(
    'process/order-to-cash/v1',
    join(repository, 'contracts/generated/process/order-to-cash'),
  )
  bodies = {
    NewOrder: bodyOf(orderToCash, 'placeOrder', 'NewOrder', {
      customerId: 'CUS-01JNEXM65RKRZB6RDDNAB7ZAQH',
      lines: [
        { sku: 'WID-001', quantity: 3 },
        { sku: 'WID-002', quantity: 1 },
      ],
      note: 'Please ring at the back door.',
    }),
    RepairOrder: bodyOf(await workshop(), 'orderRepair', 'RepairOrder', repairOrder),
  }
})

const COUNT = 20_000
/** Less than this share of one verdict would prove little about the other. */
const SHARE_MIN = 0.1

describe.for(['NewOrder', 'RepairOrder'] as const)('%s', (name) => {
  test('the valid body is valid, and stays as it is', () => {
    const { schema, valid } = bodies[name]
    const before = structuredClone(valid)
    expect(schema.findings(valid)).toEqual([])
    expect(schema.matches(valid)).toBe(true)
    expect(valid).toEqual(before)
  })

  test(`decides ${COUNT} mutants as plain ajv and as @cfworker/json-schema do`, { timeout: 60_000 }, () => {
    const { contract, schema, component, valid } = bodies[name]
    const plain = plainAjv(contract, component)
    const independent = new Validator(
      { ...(contract.document as object), $ref: component } as never,
      '2020-12',
    )
    const disputed: unknown[] = []
    let accepted = 0
    for (const mutant of mutants(valid, COUNT, 20_261_123)) {
      const verdict = schema.matches(mutant)
      if (verdict) accepted++
      if (verdict !== plain(mutant) || verdict !== independent.validate(mutant).valid)
        disputed.push({ mutant, verdict, plain: plain(mutant), findings: schema.findings(mutant) })
    }
    expect(disputed).toEqual([])
    expect(accepted).toBeGreaterThan(COUNT * SHARE_MIN)
    expect(accepted).toBeLessThan(COUNT * (1 - SHARE_MIN))
  })

  test('says why exactly when it refuses, each time at a place that can be found', () => {
    const { schema, valid } = bodies[name]
    for (const mutant of mutants(valid, COUNT / 4, 7)) {
      const findings = schema.findings(mutant)
      expect(findings.length > 0).toBe(!schema.matches(mutant))
      expect(findings.length).toBeLessThanOrEqual(20)
      for (const finding of findings) expectPlace(mutant, finding)
    }
  })

  test('is a zod type with the same verdict, which hands the value on unchanged', () => {
    const { schema, valid } = bodies[name]
    const type = zodOf(schema, {})
    for (const mutant of mutants(valid, COUNT / 20, 11)) {
      const result = type.safeParse(mutant)
      expect(result.success).toBe(schema.matches(mutant))
      if (result.success) expect(result.data).toBe(mutant)
      else
        expect(result.error.issues.map(({ message, path }) => ({ message, path }))).toEqual(
          schema.findings(mutant).map((finding) => ({ message: finding.detail, path: keysOf(finding) })),
        )
    }
  })
})

describe('a body of 150 kB that is wrong everywhere', () => {
  const items = (count: number) => Array.from({ length: count }, () => ({}))

  test('is refused for one reason: listing them all would take quadratic time', () => {
    const { schema } = bodies.NewOrder
    const body = { customerId: 'CUS-01JNEXM65RKRZB6RDDNAB7ZAQH', lines: items(50_000) }
    expect(JSON.stringify(body).length).toBeGreaterThan(150_000)
    expect(schema.matches(body)).toBe(false)
    expect(schema.findings(body)).toHaveLength(1)
  })

  test('while a small one is told everything, up to 20 findings', () => {
    const { schema } = bodies.NewOrder
    const body = (count: number) => ({ customerId: 'CUS-01JNEXM65RKRZB6RDDNAB7ZAQH', lines: items(count) })
    expect(schema.findings(body(2)).map(({ pointer }) => pointer)).toEqual([
      '/lines/0/sku',
      '/lines/0/quantity',
      '/lines/1/sku',
      '/lines/1/quantity',
    ])
    expect(schema.findings(body(40))).toHaveLength(20)
  })
})

function bodyOf(contract: ContractData, operationId: string, name: string, valid: unknown): Body {
  const schema = contract.operations[operationId]?.body?.media['application/json']?.schema
  if (!schema) throw new Error(`${operationId} takes no JSON`)
  return { contract, schema, component: `#/components/schemas/${name}`, valid }
}

/** ajv as its documentation has it, on the bundled document; only what OpenAPI needs is set. */
function plainAjv({ document }: ContractData, component: string): (value: unknown) => boolean {
  const ajv = new Ajv2020({
    strict: false,
    multipleOfPrecision: 9,
    ownProperties: true,
    formats: Object.fromEntries(annotationFormats.map((format) => [format, true as const])),
  })
  ;(addFormats as unknown as typeof addFormats.default)(ajv)
  ajv.addSchema(document as object, 'document')
  return ajv.compile({ $ref: `document${component}` })
}

/** The pointer leads to a value, or, one step before its end, to the object that lacks or has the named property. */
function expectPlace(value: unknown, finding: Finding): void {
  const { pointer, keyword } = finding
  const keys = keysOf(finding)
  const missing = keyword === 'required' || keyword === 'dependentRequired'
  const last = missing ? keys.pop() : undefined
  let node = value
  for (const key of keys) {
    expect(Object.hasOwn(node as object, key), `${pointer} of ${JSON.stringify(value)}`).toBe(true)
    node = (node as Record<string, unknown>)[key]
  }
  if (last !== undefined) expect(Object.hasOwn(node as object, last), pointer).toBe(false)
}
