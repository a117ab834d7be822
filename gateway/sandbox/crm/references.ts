/** Fills `@{reference.path}` in a call of a composite with what an earlier call answered. */
import { Refusal } from './exchange.ts'

const pattern = /@\{(?<referenceId>\w+)(?<path>(?:\.\w+|\[\d+\])+)\}/g

/** @param lookup the body an earlier call answered; undefined if there was none or it failed. */
export function insertReferences<Source>(source: Source, lookup: (referenceId: string) => unknown): Source {
  return inserted(source) as Source

  function inserted(value: unknown): unknown {
    if (typeof value === 'string') return value.replace(pattern, referenced)
    if (Array.isArray(value)) return value.map(inserted)
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, inserted(item)]))
  }

  function referenced(reference: string, referenceId: string, path: string): string {
    const found = path
      .match(/\w+/g)
      ?.reduce<unknown>((value, step) => memberOf(value, step), lookup(referenceId))
    if (typeof found === 'string' || typeof found === 'number') return String(found)
    const message = `Invalid reference specified. No value for ${reference} found`
    throw new Refusal(400, 'PROCESSING_HALTED', message)
  }
}

function memberOf(value: unknown, name: string): unknown {
  if (value === null || typeof value !== 'object') return undefined
  return Object.entries(value).find(([candidate]) => candidate === name)?.[1]
}
