/**
 * `strata generate`: contracts in, code out. Everything is built before anything is written, so that a mistake leaves
 * the tree as it was. The same contracts give the same bytes.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { ContractId } from '../contract.ts'
import type { OpenApiDocument } from '../runtime/document.ts'
import { toEvent } from '../runtime/event.ts'
import { toContract } from '../runtime/load.ts'
import { apisModule, fileOf } from './apis.ts'
import { codeOwners } from './code-owners.ts'
import { eventModule } from './event-module.ts'
import { contractModule } from './module.ts'
import { readOwnedConsumers } from './owned-consumers.ts'
import { pullRequestCheck } from './pull-request-check.ts'
import { readContracts } from './read.ts'
import { type Mistake, print } from './source.ts'
import { typesModule } from './types.ts'

export interface Generated {
  readonly contracts: number
  readonly written: readonly string[]
  readonly removed: readonly string[]
  /** Handler files that are still to be written: until then the gateway does not compile. */
  readonly missing: readonly string[]
}

/** The contracts cannot be generated from; `message` lists each mistake with file, line and what to do. */
export class GenerateError extends Error {
  override readonly name = 'GenerateError'
  readonly mistakes: readonly Mistake[]

  constructor(mistakes: readonly Mistake[]) {
    super(mistakes.map(print).join('\n'))
    this.mistakes = mistakes
  }
}

/**
 * @param root folder that holds `contracts/` and `gateway/`
 * @param options `check`: write nothing, only say what would be written
 * @throws GenerateError
 */
export async function generate(root: string, { check: dry = false } = {}): Promise<Generated> {
  const { ids, documents, events, mistakes } = await readContracts(root)
  const consumers = readOwnedConsumers(root)
  if (mistakes.length) throw new GenerateError(mistakes)
  if ('mistakes' in consumers) throw new GenerateError(consumers.mistakes)
  const versions = ids.filter((id) => id.includes('/'))
  const modules = [
    ...[...documents].map(([id, document]) => ({
      id,
      document,
      text: contractModule(toContract(id as ContractId, document)),
    })),
    ...[...events].map(([id, document]) => ({ id, document, text: eventModule(toEvent(id, document)) })),
  ]
  const files = new Map<string, string>()
  for (const { id, document, text } of modules) {
    const banner = `// Generated from contracts/${id}.yaml by \`npm run generate\`. Do not edit.\n`
    files.set(`contracts/generated/${id}.json`, `${JSON.stringify(document, null, 1)}\n`)
    files.set(`contracts/generated/${id}.types.ts`, banner + (await typesModule(document)))
    files.set(`contracts/generated/${id}.ts`, banner + text)
  }
  files.set(
    'gateway/apis.gen.ts',
    `// Generated from contracts/ by \`npm run generate\`. Do not edit.\n${apisModule(versions, [...events.keys()])}`,
  )
  const all = new Map<string, OpenApiDocument>(modules.map(({ id, document }) => [id, document]))
  if (existsSync(join(root, '.github'))) {
    const layers = [
      ...new Set([...versions, ...events.keys()].map((id) => id.slice(0, id.indexOf('/')))),
    ].sort()
    files.set('.github/CODEOWNERS', codeOwners(all, consumers))
    files.set('.github/workflows/contracts.yml', pullRequestCheck(layers))
  }
  const missing = versions.filter((id) => !id.startsWith('backend/')).map(fileOf)
  return {
    contracts: modules.length,
    ...write(root, files, dry),
    missing: missing.filter((file) => !existsSync(join(root, file))),
  }
}

/** Writes what changed and removes what no contract stands for any more. */
function write(
  root: string,
  files: ReadonlyMap<string, string>,
  dry: boolean,
): { written: string[]; removed: string[] } {
  const written = [...files].filter(([file, text]) => contentOf(join(root, file)) !== text)
  const removed = listGenerated(root).filter((file) => !files.has(file))
  if (dry) return { written: written.map(([file]) => file), removed }
  for (const [file, text] of written) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  for (const file of removed) rmSync(join(root, file))
  return { written: written.map(([file]) => file), removed }
}

const contentOf = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined)

const listGenerated = (root: string) =>
  existsSync(join(root, 'contracts/generated'))
    ? readdirSync(join(root, 'contracts/generated'), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) =>
          join(entry.parentPath, entry.name)
            .slice(root.length + 1)
            .replaceAll('\\', '/'),
        )
    : []
