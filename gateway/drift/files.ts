/**
 * Baselines as files beside the contracts, one for each: what is normal is reviewed like code. What is accepted while
 * the gateway runs is in force at once; the file makes it last.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Baseline } from './baseline.ts'

export interface BaselineFile {
  readonly contract: string
  /** By operation and status, as `findSales 200`. */
  readonly answers: Readonly<Record<string, Baseline>>
}

/** Where the baselines of a contract are. */
export const baselinePath = (api: string): string => join('contracts/drift', `${api}.json`)

const root = join(import.meta.dirname, '../..')

/** The baselines that were reviewed, by contract, operation and status. @param directory that holds `contracts` */
export function readBaselines(apis: readonly string[], directory = root): ReadonlyMap<string, Baseline> {
  const found = new Map<string, Baseline>()
  for (const api of apis) {
    const path = join(directory, baselinePath(api))
    if (!existsSync(path)) continue
    const { answers } = JSON.parse(readFileSync(path, 'utf8')) as BaselineFile
    for (const [answer, baseline] of Object.entries(answers)) found.set(`${api} ${answer}`, baseline)
  }
  return found
}
