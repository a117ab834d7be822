/** What publishing contracts of this checkout together would do, and who wrote and who depends on them. */
import { asPublished, dependantsOf, type Publication, Registry } from '../../contracts/govern/main.ts'
import { lifecycleOf } from '../../contracts/lifecycle.ts'
import type { OpenApiDocument } from '../../contracts/runtime/document.ts'
import { readConsumers } from '../security/consumers.ts'
import { isContractId, root, workshop } from './contracts.ts'
import { git, gitUser } from './git.ts'
import { Mistake } from './mistake.ts'

interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly message: string
}

/** @param author who wrote the changes besides those git knows of */
export async function publicationsOf(
  ids: readonly string[],
  author: string | undefined,
): Promise<readonly Publication[]> {
  const { readContracts, lint } = await workshop()
  const contracts = await readContracts(root)
  const all = new Map<string, OpenApiDocument>([...contracts.documents, ...contracts.events])
  const { findings } = await lint(root, ids, contracts).catch((error: Error) => {
    throw new Mistake(error.message)
  })
  const documents = new Map([...all].filter(([id]) => ids.includes(id)))
  if (documents.size < new Set(ids).size) throw new Mistake(findings.map(toLine).join('\n'))
  const registry = new Registry(root)
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
      faults: findings.filter(({ file }) => concerns(file, id)).map(toLine),
      revisions: registry.revisions(id),
      approvals: registry.approvals(id),
      authors: await authorsOf(id, author),
      dependants: dependantsOf(id, all, consumers),
      statusOf: statusAfter,
      now: Date.now(),
    })),
  )
}

/** Its own file, and what is shared. */
const concerns = (file: string, id: string) =>
  file === `contracts/${id}.yaml` || !isContractId(file.replace(/^contracts\/|\.yaml$/g, ''))

const toLine = ({ file, line, column, message }: Place) => `${file}:${line}:${column}  ${message}`

export const statusOf = ({ info }: OpenApiDocument) => lifecycleOf(info['x-lifecycle']).status

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
