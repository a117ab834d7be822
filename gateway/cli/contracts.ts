/** The contracts of this checkout, for the commands that govern them. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ContractId } from '../../contracts/contract.ts'
import type { OpenApiDocument } from '../../contracts/runtime/document.ts'
import { type ContractData, toContract } from '../../contracts/runtime/load.ts'
import { writeArtefacts } from '../telemetry/artefacts/main.ts'
import { Mistake } from './mistake.ts'

export const root = join(import.meta.dirname, '../..')

export const isContractId = (name: string): boolean =>
  /^(backend|system|process|experience|events)\/[a-z0-9-]+\/v[1-9]\d*$/.test(name)

/** Every contract as it was generated last, by id. */
export function generatedContracts(): ReadonlyMap<string, OpenApiDocument> {
  const folder = join(root, 'contracts/generated')
  const files = globSync('*/*/v*.json', { cwd: folder }).map((file) => file.replaceAll('\\', '/'))
  return new Map(
    files
      .sort()
      .map((file) => [
        file.replace(/\.json$/, ''),
        JSON.parse(readFileSync(join(folder, file), 'utf8')) as OpenApiDocument,
      ]),
  )
}

/** Those of APIs and backends; events have no operations. */
export const apiContracts = (): readonly ContractData[] =>
  [...generatedContracts()].flatMap(([id, document]) =>
    id.startsWith('events/') ? [] : [toContract(id as ContractId, document)],
  )

/**
 * What works on contracts and has tools of its own, which a production install leaves out.
 *
 * @throws Mistake when they are not installed
 */
export async function workshop() {
  try {
    const { generate: generateCode, GenerateError } = await import('../../contracts/generate/main.ts')
    const { readContracts } = await import('../../contracts/generate/read.ts')
    const { lint } = await import('../../contracts/govern/lint/main.ts')
    /** Code, then what is made of it for monitoring. */
    const generate = async (root: string, { check = false } = {}) => {
      const code = await generateCode(root, { check })
      const artefacts = writeArtefacts(root, { check })
      return {
        ...code,
        written: [...code.written, ...artefacts.written],
        removed: [...code.removed, ...artefacts.removed],
      }
    }
    return { generate, GenerateError, readContracts, lint }
  } catch (cause) {
    throw new Mistake('the tools for contracts are not installed: run npm ci without --omit=dev', { cause })
  }
}
