/** What is known of each `format`: whether it constrains anything, a pattern around it, and examples of it. */
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const { fullFormats } = require('ajv-formats/dist/formats.js') as { fullFormats: Record<string, unknown> }

interface Format {
  /** Every text of the format matches it. */
  readonly within?: string
  /** Every text that matches it is of the format. */
  readonly exact?: true
  readonly examples: readonly string[]
}

const date = '[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])'
const time = '[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([zZ]|[+-][0-9]{2}(:?[0-9]{2})?)'
const byte = '(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])'
const atom = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
const label = '[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?'

const formats: Readonly<Record<string, Format>> = {
  date: { within: `^${date}$`, examples: ['2026-01-31', '2024-02-29', '1999-12-31'] },
  time: { within: `^${time}$`, examples: ['12:30:00Z', '23:59:59.5+01:00'] },
  'date-time': {
    within: `^${date}[tT\\s]${time}$`,
    examples: ['2026-01-31T12:30:00Z', '2026-01-31T12:30:00.5+01:00', '2026-01-31t12:30:00z'],
  },
  uuid: {
    within: '^([uU][rR][nN]:[uU][uU][iI][dD]:)?[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$',
    exact: true,
    examples: ['3f0c1a52-7d4e-4b0e-9c55-0a1b2c3d4e5f', '00000000-0000-0000-0000-000000000000'],
  },
  ipv4: { within: `^(${byte}\\.){3}${byte}$`, exact: true, examples: ['192.0.2.1', '10.0.0.0'] },
  ipv6: { within: '^[0-9a-fA-F:.]+$', examples: ['2001:db8::1', '::'] },
  email: {
    within: `^${atom}(\\.${atom})*@(${label}\\.)+${label}$`,
    exact: true,
    examples: ['ada@example.com', 'a@b.example'],
  },
  hostname: { within: '^[A-Za-z0-9.-]+$', examples: ['example.com', 'a'] },
  uri: { within: ':', examples: ['https://example.com/', 'urn:a:b', 'a:b'] },
  'uri-reference': { examples: ['/a', 'https://example.com/a?b#c', ''] },
  'uri-template': { examples: ['/a/{b}', 'a'] },
  url: { examples: ['https://example.com/'] },
  duration: { within: '^P', examples: ['P1D', 'PT1H', 'P1Y'] },
  'json-pointer': { within: '^(/([^~/]|~0|~1)*)*$', examples: ['', '/a/0'] },
  'relative-json-pointer': { within: '^[0-9]', examples: ['0', '1/a'] },
  regex: { examples: ['a', '^a$'] },
  byte: { examples: ['', 'YQ==', 'YWJj'] },
}

/** Formats that say how a value is meant or stored, and allow every value. */
const hints = new Set(['password', 'binary', 'float', 'double'])

export const allowsEverything = (name: string): boolean => hints.has(name)

export const formatOf = (name: string): Format => formats[name] ?? { examples: [] }

/** `undefined` when nobody can tell, because the format is unknown. */
export function isOfFormat(name: string, text: string): boolean | undefined {
  const format = fullFormats[name] as RegExp | ((text: string) => boolean) | { validate: unknown } | undefined
  const check = format && 'validate' in format ? (format.validate as (text: string) => boolean) : format
  if (check instanceof RegExp) return check.test(text)
  return typeof check === 'function' ? check(text) : undefined
}

export const bounds: Readonly<Record<string, readonly [bigint, bigint]>> = {
  int32: [-(2n ** 31n), 2n ** 31n - 1n],
  int64: [-(2n ** 63n), 2n ** 63n - 1n],
}
