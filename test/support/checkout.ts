/** A checkout of the product without its tests, to be changed at will. */
import { cpSync, mkdtempSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const repository = join(import.meta.dirname, '../..')

const parts = ['contracts', 'system-apis', 'process-apis', 'experience-apis', 'gateway']

/** @param more what else is copied, besides the contracts, handlers and the gateway */
export function checkout(...more: readonly string[]): string {
  const copy = mkdtempSync(join(tmpdir(), 'strata-checkout-'))
  for (const part of [...parts, 'package.json', ...more])
    cpSync(join(repository, part), join(copy, part), {
      recursive: true,
      filter: (path) => !path.endsWith('node_modules'),
    })
  for (const modules of ['node_modules', 'contracts/node_modules'])
    symlinkSync(join(repository, modules), join(copy, modules))
  return copy
}
