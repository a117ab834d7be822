/** A value as it may be shown: of personal data only the shape, of a secret nothing. */
import { shapeOf, typeOf, types } from './measures.ts'
import type { FieldPlan } from './plan.ts'

const LENGTH_MAX = 80

export function shown(plan: Pick<FieldPlan, 'hidden'> | undefined, value: unknown): string {
  if (value === undefined) return 'missing'
  const type = types[typeOf(value)] as string
  if (typeof value === 'object' && value !== null) return type
  if (plan?.hidden === 'secret') return `hidden ${type}`
  if (value === null || (plan && plan.hidden === undefined)) return JSON.stringify(value).slice(0, LENGTH_MAX)
  // What no schema describes is hidden as well: nobody said that it may be seen.
  return typeof value === 'string' ? `${type} of the shape ${shapeOf(value)}` : type
}
