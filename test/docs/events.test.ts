/** Events are described so that programs understand them. */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { events } from '../../gateway/apis.gen.ts'
import { asyncApi, schemaOf } from '../../gateway/docs/events.ts'

// A tool of the contracts alone, and not of the whole.
const tool = '@redocly/openapi-core'
const require = createRequire(join(import.meta.dirname, '../../contracts/package.json'))
const { createConfig, lintFromString } = require(tool)

test('all events are one AsyncAPI 3 document', async () => {
  const config = await createConfig({ rules: { struct: 'error', 'no-unresolved-refs': 'error' } })
  const lint = (document: object) => lintFromString({ source: JSON.stringify(document), config })
  const document = asyncApi(events) as { channels: object; operations: object }
  expect(await lint(document)).toEqual([])
  expect(await lint({ ...document, operations: { broken: { action: 'shout' } } })).not.toEqual([])
  expect(Object.keys(document.channels)).toEqual([...new Set(events.map(({ topic }) => topic))])
})

test('the schema an event names accepts what its contract shows, and nothing misspelt', () => {
  for (const event of events) {
    const ajv = new Ajv2020({ strict: false, validateFormats: false })
    const validate = ajv.compile(schemaOf(event))
    const { Data } = event.document.components?.schemas ?? {}
    for (const example of (Data as { examples: readonly object[] }).examples) {
      expect(validate(example)).toBe(true)
      expect(validate({ ...example, misspelt: 1 })).toBe(false)
    }
  }
})
