/** What a client writes into a URL, header or cookie, a server reads back: for every style OpenAPI has. */
import type { IncomingMessage } from 'node:http'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { JsonSchema, ParameterObject } from '../../contracts/runtime/document.ts'
import { type OperationData, toContract } from '../../contracts/runtime/load.ts'
import { toText } from '../../contracts/runtime/parameters.ts'
import type { OperationRequest } from '../../gateway/hop/policy.ts'
import { headerWriter, urlWriter } from '../../gateway/hop/url.ts'
import { controls } from '../../gateway/serve/read-json.ts'
import { parameterReader } from '../../gateway/serve/read-parameters.ts'

type Place = ParameterObject['in']
type Style = Omit<ParameterObject, 'name' | 'schema' | 'in'>

const partOf = { path: 'params', query: 'query', header: 'headers', cookie: 'cookies' } as const
const NAME = 'it'

/** An operation with one parameter, called `it`, and what its server makes of a call of its client. */
function operationWith(place: Place, style: Style, schema: JsonSchema): OperationData {
  const parameter: ParameterObject = { name: NAME, in: place, required: true, ...style, schema }
  const { operations } = toContract('system/it/v1', {
    openapi: '3.1.0',
    info: { title: 'It', version: '1.0.0' },
    paths: {
      [place === 'path' ? `/before/{${NAME}}/after` : '/it']: {
        get: { operationId: 'read', parameters: [parameter], responses: {} },
      },
    },
  })
  return operations.read as OperationData
}

function received(operation: OperationData, place: Place, value: unknown): unknown {
  const request: OperationRequest = { [partOf[place]]: { [NAME]: value } }
  const flat: string[] = []
  headerWriter(operation)(request, flat)
  return serverReads(operation, place, urlWriter(operation, '/system/it/v1')(request), {
    [flat[0] ?? 'x-none']: flat[1] ?? '',
  })
}

function serverReads(
  operation: OperationData,
  place: Place,
  url: string,
  headers: Readonly<Record<string, string>> = {},
): unknown {
  const read = parameterReader(operation, '/system/it/v1')
  return read({ url, headers } as unknown as IncomingMessage)[partOf[place]]?.[NAME]
}

/** Any text, and more often than by chance the characters that mean something somewhere. */
const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '%',
      '%20',
      '%2C',
      '+',
      ' ',
      ',',
      ';',
      '=',
      '&',
      '.',
      '|',
      '/',
      '?',
      '#',
      '[',
      ']',
      'é',
      '🚲',
    ),
    // Control characters are refused, whatever they stand in.
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }).filter((text) => !controls.test(text)),
  ),
})
/** Headers hold visible ASCII, and lose blanks at their ends. */
const headerText = fc
  .string({ unit: fc.constantFrom(...'aZ09-_.;=%+"/ (){}'), minLength: 1 })
  .filter((text) => text.trim() === text)

const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0)
const integer = fc.integer()

const objectSchema = {
  type: 'object',
  properties: {
    size: { type: 'integer' },
    unit: { type: 'string' },
    open: { type: 'boolean' },
    it: { type: 'number' },
  },
} as const
const objectOf = (text: fc.Arbitrary<string>) =>
  fc.record({ size: integer, unit: text, open: fc.boolean(), it: number }, { requiredKeys: [] })

interface Case {
  readonly place: Place
  readonly style: Style
  /** Texts the style can carry: some have delimiters that cannot be told from data. */
  readonly text?: fc.Arbitrary<string>
  /** Whether the style can carry one item that is the empty text. */
  readonly carriesEmptyItem?: boolean
  /** Whether a number with a decimal point can be an item. */
  readonly carriesPoint?: boolean
  readonly scalars?: boolean
  readonly arrays?: boolean
  readonly objects?: boolean
}

const all = { scalars: true, arrays: true, objects: true }
const withoutAny = (characters: string) =>
  anyText.filter((text) => ![...characters].some((character) => text.includes(character)))

const cases: readonly Case[] = [
  { place: 'path', style: { style: 'simple', explode: false }, ...all },
  { place: 'path', style: { style: 'simple', explode: true }, ...all },
  { place: 'path', style: { style: 'label', explode: false }, ...all },
  {
    place: 'path',
    style: { style: 'label', explode: true },
    text: withoutAny('.'),
    carriesPoint: false,
    ...all,
  },
  { place: 'path', style: { style: 'matrix', explode: false }, ...all },
  { place: 'path', style: { style: 'matrix', explode: true }, carriesEmptyItem: true, ...all },
  { place: 'query', style: {}, carriesEmptyItem: true, ...all },
  { place: 'query', style: { style: 'form', explode: false }, ...all },
  { place: 'query', style: { style: 'spaceDelimited', explode: false }, text: withoutAny(' '), arrays: true },
  { place: 'query', style: { style: 'spaceDelimited', explode: true }, carriesEmptyItem: true, arrays: true },
  { place: 'query', style: { style: 'pipeDelimited', explode: false }, text: withoutAny('|'), arrays: true },
  { place: 'query', style: { style: 'deepObject', explode: true }, objects: true },
  { place: 'header', style: { style: 'simple' }, text: headerText, ...all },
  { place: 'header', style: { style: 'simple', explode: true }, text: headerText, ...all },
  { place: 'cookie', style: { style: 'form' }, scalars: true },
  { place: 'cookie', style: { style: 'form', explode: false }, ...all },
]

describe.for(cases)('$place $style.style, explode $style.explode', (given) => {
  const { place, style, text = anyText, carriesEmptyItem = false, carriesPoint = true } = given

  if (given.scalars)
    test('scalars', () => {
      const kinds: readonly [JsonSchema, fc.Arbitrary<unknown>][] = [
        [{ type: 'string' }, text],
        [{ type: 'integer' }, integer],
        [{ type: 'number' }, number],
        [{ type: 'boolean' }, fc.boolean()],
        [{ type: ['integer', 'null'] }, fc.option(integer)],
      ]
      for (const [schema, values] of kinds) expectRoundTrip(schema, values)
    })

  if (given.arrays)
    test('arrays', () => {
      const lists = (items: fc.Arbitrary<unknown>) => fc.array(items, { minLength: 1 })
      const texts = lists(text).filter((list) => carriesEmptyItem || list.length > 1 || list[0] !== '')
      expectRoundTrip({ type: 'array', items: { type: 'string' } }, texts)
      expectRoundTrip({ type: 'array', items: { type: 'integer' } }, lists(integer))
      expectRoundTrip({ type: 'array', items: { type: 'boolean' } }, lists(fc.boolean()))
      if (carriesPoint) expectRoundTrip({ type: 'array', items: { type: 'number' } }, lists(number))
    })

  if (given.objects)
    test('objects', () => {
      const objects = objectOf(text).filter(
        (object) => Object.keys(object).length > 0 && (carriesPoint || !String(object.it).includes('.')),
      )
      expectRoundTrip(objectSchema, objects)
    })

  function expectRoundTrip(schema: JsonSchema, values: fc.Arbitrary<unknown>): void {
    const operation = operationWith(place, style, schema)
    const [parameter] = operation.parameters
    fc.assert(
      fc.property(values, (value) => {
        fc.pre(parameter !== undefined && (place !== 'path' || isSegment(value, operation)))
        expect(received(operation, place, value)).toEqual(value)
      }),
      { numRuns: 300 },
    )
  }
})

/** Whether the value stands in a path at all; see the test of those that do not. */
function isSegment(value: unknown, operation: OperationData): boolean {
  try {
    urlWriter(operation, '')({ params: { [NAME]: value } })
    return true
  } catch (error) {
    return !(error instanceof RangeError)
  }
}

describe('a path never leads elsewhere', () => {
  const operation = operationWith('path', {}, { type: 'string' })

  test.for(['', '.', '..'])('%j is refused before it is sent', (value) => {
    expect(() => urlWriter(operation, '')({ params: { it: value } })).toThrow(RangeError)
  })

  test.for(['...', 'a/..', '/', '%2e%2e', '..\\', '?', '#'])('%j stays one segment', (value) => {
    const url = urlWriter(operation, '')({ params: { it: value } })
    expect(new URL(url, 'http://host.example').pathname.split('/')).toHaveLength(4)
    expect(received(operation, 'path', value)).toBe(value)
  })
})

describe('as the OpenAPI specification writes them', () => {
  const array = { type: 'array', items: { type: 'string' } } as const
  const object = { type: 'object', properties: { R: { type: 'integer' }, G: { type: 'integer' } } } as const
  const list = ['blue', 'black']
  const colour = { R: 100, G: 200 }

  test.for([
    ['path', 'simple', false, array, list, 'blue,black'],
    ['path', 'simple', false, object, colour, 'R,100,G,200'],
    ['path', 'simple', true, object, colour, 'R=100,G=200'],
    ['path', 'label', false, array, list, '.blue,black'],
    ['path', 'label', true, array, list, '.blue.black'],
    ['path', 'label', false, object, colour, '.R,100,G,200'],
    ['path', 'label', true, object, colour, '.R=100.G=200'],
    ['path', 'matrix', false, array, list, ';it=blue,black'],
    ['path', 'matrix', true, array, list, ';it=blue;it=black'],
    ['path', 'matrix', false, object, colour, ';it=R,100,G,200'],
    ['path', 'matrix', true, object, colour, ';R=100;G=200'],
    ['query', 'form', true, array, list, 'it=blue&it=black'],
    ['query', 'form', false, array, list, 'it=blue,black'],
    ['query', 'form', true, object, colour, 'R=100&G=200'],
    ['query', 'form', false, object, colour, 'it=R,100,G,200'],
    ['query', 'spaceDelimited', false, array, list, 'it=blue%20black'],
    ['query', 'pipeDelimited', false, array, list, 'it=blue|black'],
    ['query', 'deepObject', true, object, colour, 'it%5BR%5D=100&it%5BG%5D=200'],
  ] as const)('%s %s, explode %s', ([place, style, explode, schema, value, wire]) => {
    const operation = operationWith(place, { style, explode }, schema)
    const url = urlWriter(operation, '')({ [partOf[place]]: { it: value } })
    expect(url).toBe(place === 'path' ? `/before/${wire}/after` : `/it?${wire}`)
    expect(received(operation, place, value)).toEqual(value)
  })

  test.for([
    ['spaceDelimited', 'it=blue+black'],
    ['spaceDelimited', 'it=blue%20black'],
    ['pipeDelimited', 'it=blue%7Cblack'],
    ['pipeDelimited', 'it=blue%7cblack'],
    ['form', 'it=blue,black'],
  ])('%s, as %s', ([style, query]) => {
    const operation = operationWith('query', { style: style ?? '', explode: false }, array)
    expect(serverReads(operation, 'query', `/system/it/v1/it?${query}`)).toEqual(list)
  })

  test('deepObject with its brackets bare', () => {
    const operation = operationWith('query', { style: 'deepObject', explode: true }, object)
    expect(serverReads(operation, 'query', '/system/it/v1/it?it[R]=100&it[G]=200')).toEqual(colour)
  })

  test('a header with blanks after its commas', () => {
    const operation = operationWith('header', {}, array)
    expect(serverReads(operation, 'header', '/system/it/v1/it', { it: 'blue, black' })).toEqual(list)
  })

  test('an encoded delimiter is part of the value', () => {
    const operation = operationWith('query', { explode: false }, array)
    expect(serverReads(operation, 'query', '/system/it/v1/it?it=a%2Cb,c')).toEqual(['a,b', 'c'])
  })
})

describe('text becomes what its schema says, or stays text for the validator to name', () => {
  test.for([
    ['integer', '10', 10],
    ['integer', '-3', -3],
    ['integer', '1e3', 1000],
    ['integer', '1.5', 1.5],
    ['integer', 'abc', 'abc'],
    ['integer', '', ''],
    ['integer', ' 1', ' 1'],
    ['integer', '01', '01'],
    ['integer', '+1', ' 1'],
    ['integer', '0x10', '0x10'],
    ['integer', '1e400', '1e400'],
    ['integer', '١', '١'],
    ['integer', 'Infinity', 'Infinity'],
    ['number', '.5', '.5'],
    ['number', '5.', '5.'],
    ['number', '-0.5', -0.5],
    ['number', 'NaN', 'NaN'],
    ['boolean', 'true', true],
    ['boolean', 'false', false],
    ['boolean', 'TRUE', 'TRUE'],
    ['boolean', '1', '1'],
    ['boolean', '', ''],
    ['string', '10', '10'],
    ['string', '', ''],
    ['string', 'true', 'true'],
    [['string', 'integer'], '10', '10'],
    [['integer', 'null'], '', null],
    [['integer', 'boolean'], 'true', true],
    [['integer', 'boolean'], '7', 7],
  ] as const)('%j: %j is %j', ([type, text, value]) => {
    const operation = operationWith('query', {}, { type: type as JsonSchema & string })
    expect(serverReads(operation, 'query', `/system/it/v1/it?it=${text}`)).toStrictEqual(value)
  })

  test.for([
    ['a $ref', { $ref: '#/components/schemas/None' }, '10', '10'],
    ['an enum of numbers', { enum: [1, 2] }, '2', 2],
    ['a const', { const: true }, 'true', true],
    ['oneOf', { oneOf: [{ type: 'integer' }, { type: 'boolean' }] }, 'false', false],
    ['allOf', { allOf: [{ type: 'integer' }, { minimum: 3 }] }, '3', 3],
    ['no schema at all', {}, '3', '3'],
  ] as const)('%s', ([, schema, text, value]) => {
    const operation = operationWith('query', {}, schema as unknown as JsonSchema)
    expect(serverReads(operation, 'query', `/system/it/v1/it?it=${text}`)).toStrictEqual(value)
  })

  test('what stayed text is refused by name', () => {
    const operation = operationWith('query', {}, { type: 'integer', minimum: 1 })
    const query = { it: serverReads(operation, 'query', '/system/it/v1/it?it=abc') }
    expect(operation.parametersSchema.findings({ query })).toEqual([
      { pointer: '/query/it', detail: 'must be of type integer', keyword: 'type' },
    ])
  })

  test('a property called constructor is an ordinary one', () => {
    const operation = operationWith(
      'query',
      { explode: false },
      { type: 'object', additionalProperties: true },
    )
    const value = { constructor: 'x', toString: 'y' }
    expect(received(operation, 'query', value)).toEqual(value)
  })

  test('a null in a list is the empty text', () => {
    const [parameter] = operationWith(
      'query',
      { explode: false },
      {
        type: 'array',
        items: { type: ['integer', 'null'] },
      },
    ).parameters
    expect(parameter && toText([1, null, 3], parameter)).toBe('1,,3')
  })
})
