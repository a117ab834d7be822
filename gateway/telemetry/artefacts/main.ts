/** What monitoring systems are given, made from the contracts: `gateway/telemetry/generated/`, written by `strata generate`. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { stringify } from 'yaml'
import type { ContractId } from '../../../contracts/contract.ts'
import { type ContractData, toContract } from '../../../contracts/runtime/load.ts'
import { dashboards } from './dashboards.ts'
import { alertRules } from './rules.ts'

const FOLDER = 'gateway/telemetry/generated'

export interface Artefacts {
  readonly written: readonly string[]
  readonly removed: readonly string[]
}

/** @param options `check`: write nothing, only say what would be written */
export function writeArtefacts(root: string, { check = false } = {}): Artefacts {
  const files = artefactsOf(contractsIn(root))
  const written = [...files].filter(([file, text]) => contentOf(join(root, file)) !== text)
  const removed = filesIn(root, FOLDER).filter((file) => !files.has(file))
  if (!check) {
    for (const [file, text] of written) {
      mkdirSync(dirname(join(root, file)), { recursive: true })
      writeFileSync(join(root, file), text)
    }
    for (const file of removed) rmSync(join(root, file))
  }
  return { written: written.map(([file]) => file), removed }
}

const artefactsOf = (contracts: readonly ContractData[]): ReadonlyMap<string, string> =>
  new Map([
    [
      `${FOLDER}/strata.rules.yml`,
      `# Generated from contracts/ by \`npm run generate\`. Do not edit.\n${stringify(alertRules(contracts), { lineWidth: 0 })}`,
    ],
    ...dashboards(contracts).map(
      (board) => [`${FOLDER}/dashboards/${board.uid}.json`, `${JSON.stringify(board, null, 1)}\n`] as const,
    ),
  ])

/** As they were generated; a contract that has no handler yet is among them. */
function contractsIn(root: string): readonly ContractData[] {
  const folder = 'contracts/generated'
  return filesIn(root, folder)
    .filter((file) => /\/(backend|system|process|experience)\/.*\/v\d+\.json$/.test(file))
    .map((file) => {
      const id = file.slice(folder.length + 1, -'.json'.length) as ContractId
      return toContract(id, JSON.parse(readFileSync(join(root, file), 'utf8')))
    })
}

const filesIn = (root: string, folder: string): readonly string[] =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
        .sort()
    : []

const contentOf = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined)
