/** What is kept of a request can be checked like the request itself, and tells nothing personal. */
import { describe, expect, test } from 'vitest'
import type { OpenApiDocument } from '../../contracts/runtime/document.ts'
import { toContract } from '../../contracts/runtime/load.ts'
import { redactor } from '../../gateway/usage/redact.ts'
import { tryRequests } from '../../gateway/usage/trial.ts'

const email = { type: 'string', format: 'email', maxLength: 80, 'x-pii': true }
const customer = {
  type: 'object',
  required: ['name'],
  additionalProperties: false,
  properties: {
    name: { type: 'string', minLength: 1, 'x-pii': true },
    email: { $ref: '#/components/schemas/Email' },
    phone: { type: 'string', pattern: '^\\+[1-9][0-9 ]{3,20}$', 'x-pii': true },
    vat: { type: 'string', pattern: '^BE0[0-9]{9}$', examples: ['BE0123456789'], 'x-secret': true },
    age: { type: 'integer', minimum: 18, default: 18, 'x-pii': true },
    address: {
      type: 'object',
      'x-pii': true,
      properties: { street: { type: 'string' }, lines: { items: {} } },
    },
    size: { type: 'integer' },
    tags: { type: 'array', items: { anyOf: [{ $ref: '#/components/schemas/Email' }, { const: 'none' }] } },
    newsletter: { type: 'boolean', 'x-pii': true },
  },
}
const documentOf = (schema: object, path = '/customers/{email}'): OpenApiDocument =>
  ({
    openapi: '3.1.0',
    info: { title: 'CRM', version: '1.0.0' },
    paths: {
      [path]: {
        put: {
          operationId: 'putCustomer',
          parameters: [
            { name: 'email', in: 'path', required: true, schema: email },
            { name: 'limit', in: 'query', schema: { type: 'integer', maximum: 100 } },
          ],
          requestBody: { required: true, content: { 'application/json': { schema } } },
          responses: { 200: { description: 'ok' } },
        },
      },
    },
    components: { schemas: { Email: email } },
  }) as unknown as OpenApiDocument

const contract = toContract('system/crm/v1', documentOf(customer))
const operation = contract.operations.putCustomer as never
const redact = redactor(contract, operation)
const request = {
  params: { email: 'Ana.Muñoz42@shop.example' },
  query: { limit: 5 },
  body: {
    name: 'Ana Muñoz',
    email: 'ana@shop.example',
    phone: '+49 40 66969',
    vat: 'BE0987654321',
    age: 44,
    address: { street: 'Kai 7', lines: ['c/o', { floor: 'three' }] },
    size: 3,
    tags: ['a@b.example', 'none'],
    newsletter: true,
  },
}

test('what is marked is replaced, everything else stays', () => {
  const { request: redacted, replaced } = redact(request)
  expect(redacted).toEqual({
    params: { email: 'Xxx.Xxxxx00@xxxx.xxxxxxx' },
    query: { limit: 5 },
    body: {
      name: 'Xxx Xxxxx',
      email: 'xxx@xxxx.xxxxxxx',
      phone: '+11 11 11111',
      vat: 'BE0123456789',
      age: 18,
      address: { street: 'Xxx 0', lines: ['x/x', { floor: 'xxxxx' }] },
      size: 3,
      tags: ['x@x.xxxxxxx', 'xxxx'],
      newsletter: true,
    },
  })
  expect(replaced).toContain('/body/address/lines/1/floor')
  expect(replaced).not.toContain('/body/size')
  expect(contract.operations.putCustomer?.parametersSchema.matches(redacted)).toBe(true)
})

describe('held against another contract', () => {
  const samples = [{ at: 0, ...redact({ ...request, body: { ...request.body, tags: [] } }) }]
  const trial = (schema: object, path?: string) =>
    tryRequests({
      api: 'system/crm/v1',
      before: contract.document,
      after: documentOf(schema, path),
      requests: [{ operation: 'putCustomer', consumer: 'a', samples }],
    })[0]
  const without = (name: string) => {
    const { [name]: _, ...properties } = customer.properties as Record<string, object>
    return { ...customer, properties }
  }

  test.each<[string, object, object]>([
    ['the same', customer, { failing: 0, undecided: 0 }],
    ['a field less', without('size'), { failing: 1, findings: [{ pointer: '/body/size', count: 1 }] }],
    [
      'a field more',
      { ...customer, required: ['name', 'since'] },
      { failing: 1, findings: [{ pointer: '/body/since' }] },
    ],
    [
      'a rule about what was replaced',
      { ...customer, properties: { ...customer.properties, name: { type: 'string', maxLength: 3 } } },
      { failing: 0, undecided: 1 },
    ],
    ['a rule about both', { ...without('size'), required: ['name', 'since'] }, { failing: 1, undecided: 0 }],
  ])('%s', (_, schema, want) => {
    expect(trial(schema)).toMatchObject({ samples: 1, ...want })
  })

  test('another path', () => {
    expect(trial(customer, '/people/{email}')).toMatchObject({
      failing: 1,
      findings: [{ pointer: '', detail: 'nothing answers PUT there any more' }],
    })
  })
})
