/** Whether data has a shape, and the first place where it has not. */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { Keys } from '../../generate/rule.ts'
import type { JsonSchema } from '../../runtime/document.ts'

const ajv = new Ajv2020({ strict: false, logger: false })
;(addFormats as unknown as typeof addFormats.default)(ajv)
const checks = new WeakMap<object, ValidateFunction>()

/** @returns nothing, or the mistake that was found first, as in "must be …" */
export function shapeMistakes(
  shape: JsonSchema,
  value: unknown,
): readonly { readonly keys: Keys; readonly message: string }[] {
  const check = checks.get(shape as object) ?? ajv.compile(shape as object)
  checks.set(shape as object, check)
  if (check(value)) return []
  const [{ instancePath, message, params } = { instancePath: '', message: '', params: {} }] =
    check.errors ?? []
  const place = instancePath
    .split('/')
    .slice(1)
    .map((key) => (/^\d+$/.test(key) ? Number(key) : key.replaceAll('~1', '/').replaceAll('~0', '~')))
  const { additionalProperty, allowedValues } = params as Readonly<Record<string, unknown>>
  if (additionalProperty !== undefined)
    return [{ keys: [...place, String(additionalProperty)], message: 'is not known' }]
  const words = Array.isArray(allowedValues) ? ` ${allowedValues.join(', ')}` : ''
  return [{ keys: place, message: `${message}${words}` }]
}
