/**
 * `strata generate`: contracts in, code out. Everything is built before anything is written, so that a mistake leaves
 * the tree as it was. The same contracts give the same bytes.
 */
import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { ContractId } from '../contract.ts'
import { toContract } from '../runtime/load.ts'
import { apisModule, fileOf } from './apis.ts'
import { bundleContract } from './bundle.ts'
import { ruleMistakes, versionMistakes } from './check.ts'
import { keywordMistakes } from './keywords.ts'
import { contractModule } from './module.ts'
import { type Mistake, print, readSource, type Source } from './source.ts'
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
  const contracts = join(root, 'contracts')
  const versions = globSync('{backend,system,process,experience}/*/v*.yaml', { cwd: contracts })
    .map((file) => file.replaceAll('\\', '/').replace(/\.yaml$/, ''))
    .filter((id) => /\/v[1-9]\d*$/.test(id))
    .sort()
  // The gateway's own API, which its handlers come with.
  const ids = [...(existsSync(join(contracts, 'admin.yaml')) ? ['admin'] : []), ...versions]
  const sources = readAll(root, ids)
  const documents = await bundleAll(root, sources)
  const files = new Map<string, string>()
  for (const [id, document] of documents) {
    const contract = toContract(id as ContractId, document)
    const banner = `// Generated from contracts/${id}.yaml by \`npm run generate\`. Do not edit.\n`
    files.set(`contracts/generated/${id}.json`, `${JSON.stringify(document, null, 1)}\n`)
    files.set(`contracts/generated/${id}.types.ts`, banner + (await typesModule(document)))
    files.set(`contracts/generated/${id}.ts`, banner + contractModule(contract))
  }
  files.set(
    'gateway/apis.gen.ts',
    `// Generated from contracts/ by \`npm run generate\`. Do not edit.\n${apisModule(versions)}`,
  )
  const missing = versions.filter((id) => !id.startsWith('backend/')).map(fileOf)
  return {
    contracts: ids.length,
    ...write(root, files, dry),
    missing: missing.filter((file) => !existsSync(join(root, file))),
  }
}

/** Contracts and shared parts as they stand in their files. */
function readAll(root: string, ids: readonly string[]): ReadonlyMap<string, Source> {
  const shared = globSync('shared/**/*.yaml', { cwd: join(root, 'contracts') }).map((file) =>
    file.replaceAll('\\', '/').replace(/\.yaml$/, ''),
  )
  const read = [...ids, ...shared.sort()].map((id) => {
    const file = `contracts/${id}.yaml`
    return [id, readSource(join(root, file), file)] as const
  })
  refuse(read.flatMap(([, source]) => ('data' in source ? [] : source)))
  const sources = new Map(read as readonly (readonly [string, Source])[])
  refuse(ids.flatMap((id) => versionMistakes(sources.get(id) as Source)))
  return sources
}

/** Every contract in one piece, once nothing is wrong with any. */
async function bundleAll(root: string, sources: ReadonlyMap<string, Source>) {
  const contracts = [...sources].filter(([id]) => !id.startsWith('shared/'))
  const ids = new Set(contracts.map(([id]) => id))
  const bundles = await Promise.all(
    [...ids].map((id) => bundleContract(join(root, 'contracts', `${id}.yaml`), root)),
  )
  const mistakes = [...sources.values()].flatMap((source) => keywordMistakes(source, source.data))
  const sourcesAreClean = mistakes.length === 0
  const documents = new Map(
    contracts.flatMap(([id], index) => {
      const result = bundles[index] as (typeof bundles)[number]
      return 'openapi' in result ? [[id, result] as const] : []
    }),
  )
  for (const [index, [id, source]] of contracts.entries()) {
    const result = bundles[index] as (typeof bundles)[number]
    if ('openapi' in result) {
      mistakes.push(...ruleMistakes(source, result, id, ids, documents))
      // What a contract takes from files of other folders was not among the sources.
      if (sourcesAreClean) mistakes.push(...keywordMistakes(source, result))
    } else mistakes.push(...result)
  }
  refuse(mistakes)
  return documents
}

/** One mistake at a place is enough: the first says it best. */
function refuse(mistakes: readonly Mistake[]): void {
  const places = new Map<string, Mistake>()
  for (const mistake of mistakes) {
    const place = `${mistake.file}:${mistake.line}:${mistake.column}`
    if (!places.has(place)) places.set(place, mistake)
  }
  if (places.size) throw new GenerateError([...places.values()])
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
