/** What publishing contracts of this checkout together would do, and who wrote and who depends on them. */
import { join } from 'node:path'
import { asPublished, dependantsOf, type Publication, Registry } from '../../contracts/govern/main.ts'
import { lifecycleOf } from '../../contracts/lifecycle.ts'
import type { OpenApiDocument } from '../../contracts/runtime/document.ts'
import { readConsumers } from '../security/consumers.ts'
import { generatedContracts, generator, isContractId, root } from './contracts.ts'
import { git, gitUser } from './git.ts'
import { Mistake } from './mistake.ts'

/** @param author who wrote the changes besides those git knows of */
export async function publicationsOf(
  ids: readonly string[],
  author: string | undefined,
): Promise<readonly Publication[]> {
  for (const id of ids)
    if (!isContractId(id)) throw new Mistake(`${id} names no contract: it looks like system/erp/v1`)
  const documents = await documentsOf(ids)
  const registry = new Registry(root)
  const contracts = new Map([...generatedContracts(), ...documents])
  const consumers = [...readConsumers().values()]
  const statusAfter = (id: string): string | undefined => {
    const document = documents.get(id)
    const latest = registry.latest(id)
    const after = document ? asPublished(id, document, latest) : latest?.document
    return after && statusOf(after)
  }
  return Promise.all(
    [...documents].map(async ([id, document]) => ({
      id,
      document,
      revisions: registry.revisions(id),
      approvals: registry.approvals(id),
      authors: await authorsOf(id, author),
      dependants: dependantsOf(id, contracts, consumers),
      statusOf: statusAfter,
      now: Date.now(),
    })),
  )
}

export const statusOf = ({ info }: OpenApiDocument) => lifecycleOf(info['x-lifecycle']).status

/** Each in one piece. */
async function documentsOf(ids: readonly string[]): Promise<ReadonlyMap<string, OpenApiDocument>> {
  const { bundleContract, generate, GenerateError } = await generator()
  await generate(root, { check: true }).catch((error: unknown) => {
    throw error instanceof GenerateError ? new Mistake(error.message) : error
  })
  const documents = new Map<string, OpenApiDocument>()
  for (const id of ids) {
    const bundle = await bundleContract(join(root, 'contracts', `${id}.yaml`), root)
    if (!('openapi' in bundle)) throw new Mistake(`there is no contract contracts/${id}.yaml`)
    documents.set(id, bundle)
  }
  return documents
}

/** Who committed to the contract since it was published last, and who works on it now. */
async function authorsOf(id: string, author: string | undefined): Promise<readonly string[]> {
  const files = [`contracts/${id}.yaml`, 'contracts/shared']
  const ask = (...args: readonly string[]) => git(root, ...args).catch(() => '')
  const last = (await ask('log', '-1', '--format=%H', '--', `contracts/published/${id}`)).trim()
  const committed = last ? await ask('log', '--format=%ae', `${last}..HEAD`, '--', ...files) : ''
  const isUnderWay = (await ask('status', '--porcelain', '--', ...files)).trim() !== ''
  const working = isUnderWay ? await gitUser(root) : undefined
  return [...new Set([author ?? working ?? '', ...committed.split('\n')])].filter(Boolean)
}
