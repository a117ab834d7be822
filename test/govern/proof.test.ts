/**
 * The proof itself, asked about schemas from chance: what it calls a break is one in the eyes of two validators, and
 * of what it calls compatible no value is one. `GOVERN_CASES` sets how many are tried.
 */
import { Validator } from '@cfworker/json-schema'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { expect, test } from 'vitest'
import type { Json } from '../../contracts/runtime/document.ts'
import { seeded } from './random.ts'
import { anySchema, anyValue, nearly } from './schemas.ts'
import { compareParts, type Schema } from './support.ts'

const cases = Number(process.env.GOVERN_CASES ?? 80)

type Schemas = Readonly<Record<string, Schema>>

/** Two validators that had no part in the proof; `undefined` when they do not agree. */
function judge(schema: Schema, schemas: Schemas): (value: Json) => boolean | undefined {
  const whole = { $ref: '#/components/schemas/It', components: { schemas: { ...schemas, It: schema } } }
  const ajv = new Ajv2020({ strict: false, logger: false, multipleOfPrecision: 9 })
  ;(addFormats as unknown as typeof addFormats.default)(ajv)
  const first = ajv.compile(whole)
  const second = new Validator(whole as never, '2020-12')
  return (value) => {
    const [one, other] = [first(value), second.validate(value).valid]
    return one === other ? one : undefined
  }
}

const random = seeded(31)

function question() {
  const schemas: Schemas = {
    Map: {
      type: 'object',
      properties: { c: anySchema(random, 1) },
      additionalProperties: anySchema(random, 0),
    },
    Tree: {
      type: 'object',
      properties: { a: { $ref: '#/components/schemas/Tree' }, b: anySchema(random, 0) },
      required: random() < 0.5 ? ['b'] : [],
    },
  }
  const old = anySchema(random)
  return { schemas, old, next: random() < 0.5 ? nearly(random, old) : anySchema(random) }
}

test(`${cases} answers stand up to two validators`, { timeout: 20_000 + cases * 200 }, () => {
  const verdicts = { compatible: 0, breaking: 0, unproved: 0 }
  for (let index = 0; index < cases; index++) {
    const { schemas, old, next } = question()
    const { verdict, findings } = compareParts({ body: old, schemas }, { body: next, schemas }, 'strict')
    const sent = judge(old, schemas)
    const accepted = judge(next, schemas)
    const about = JSON.stringify({ index, old, next, schemas, findings })
    verdicts[verdict]++
    for (const { verdict: one, effect, witness } of findings)
      if (one === 'breaking' && effect === 'break')
        expect([sent(witness as Json), accepted(witness as Json)], about).toEqual([true, false])
    if (verdict === 'compatible')
      for (let tries = 0; tries < 60; tries++) {
        const value = anyValue(random)
        expect(sent(value) === true && accepted(value) === false, `${JSON.stringify(value)} ${about}`).toBe(
          false,
        )
      }
  }
  expect(verdicts.unproved).toBeLessThanOrEqual(cases / 50)
  expect(Math.min(verdicts.compatible, verdicts.breaking)).toBeGreaterThan(cases / 10)
})
