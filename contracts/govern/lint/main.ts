/** `strata lint`: everything that must be true of contracts and consumers before one is published. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { toContract } from '../../generate/check.ts'
import { type Contracts, readContracts } from '../../generate/read.ts'
import type { Keys } from '../../generate/rule.ts'
import { rules as generatorRules } from '../../generate/rules.ts'
import { type Mistake, readSource } from '../../generate/source.ts'
import type { Json } from '../../runtime/document.ts'
import { toLintContract } from './contract.ts'
import type { Finding, Findings } from './finding.ts'
import { originsOf } from './origins.ts'
import { consumerRules, contractRules, readingRules } from './rules.ts'

export type { Finding, Findings } from './finding.ts'
export { lintTable } from './rules.ts'
export { toText } from './text.ts'

/** There is no contract of this name. */
export class UnknownContract extends Error {
  override readonly name = 'UnknownContract'
}

/**
 * @param root folder that holds `contracts/`
 * @param asked the contracts to look at, all when empty; mistakes that keep any of them from being read are told anyway
 * @param read what was read already
 * @throws UnknownContract
 */
export async function lint(root: string, asked: readonly string[] = [], read?: Contracts): Promise<Findings> {
  const contracts = read ?? (await readContracts(root))
  const { sources, documents, events, mistakes } = contracts
  const ids = [...contracts.ids, ...[...sources.keys()].filter((id) => id.startsWith('events/'))]
  for (const id of asked)
    if (!ids.includes(id) && id !== 'consumers')
      throw new UnknownContract(`there is no contract ${id}: there are ${['consumers', ...ids].join(', ')}`)
  const isAsked = (id: string) => asked.length === 0 || asked.includes(id)
  const findings = mistakes.map(toFinding)
  const broken = new Set(findings.map(placeOf))
  for (const [id, document] of [...documents, ...events]) {
    if (!isAsked(id)) continue
    const origins = originsOf(sources, id, document)
    const isOwn = (keys: Keys) => origins.of(keys).source === sources.get(id)
    const contract = toLintContract(toContract(id, document, new Set(ids), documents), isOwn)
    for (const { id: rule, purpose, check } of contractRules)
      check(contract, (keys, message) => {
        const { source, keys: place } = origins.of(keys)
        const finding = { ...source.mistake(place, message), rule, why: purpose }
        // What keeps code from being generated says it best.
        if (!broken.has(placeOf(finding))) findings.push(finding)
      })
  }
  if (isAsked('consumers')) findings.push(...consumerFindings(root, contracts))
  return { contracts: ids.filter(isAsked).length, findings: sorted(findings) }
}

function consumerFindings(root: string, { ids, documents }: Contracts): readonly Finding[] {
  const file = 'contracts/consumers.yaml'
  if (!existsSync(join(root, file))) return []
  const source = readSource(join(root, file), file)
  if (!('data' in source)) return source.map(toFinding)
  const findings: Finding[] = []
  for (const { id: rule, purpose, check } of consumerRules)
    check({ data: source.data as Json, ids, contracts: documents }, (keys, message) => {
      findings.push({ ...source.mistake(keys, message), rule, why: purpose })
    })
  return findings
}

function toFinding(mistake: Mistake): Finding {
  const { rule = 'readable' } = mistake
  const why = [...readingRules, ...generatorRules].find(({ id }) => id === rule)?.purpose ?? ''
  return { ...mistake, rule, why }
}

const placeOf = ({ file, line, column }: Mistake) => `${file}:${line}:${column}`

/** In the order of files and lines; what several contracts share is told once. */
function sorted(findings: readonly Finding[]): readonly Finding[] {
  const distinct = new Map(findings.map((finding) => [JSON.stringify(finding), finding]))
  return [...distinct.values()].sort(
    (one, other) => one.file.localeCompare(other.file) || one.line - other.line || one.column - other.column,
  )
}
