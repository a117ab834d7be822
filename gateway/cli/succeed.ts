/** The next version of an API: it gets the contract and the work, and the version before becomes its adapter. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileOf } from '../../contracts/generate/apis.ts'
import {
  adapterHandler,
  type Difference,
  type End,
  endingContract,
  nextContract,
  takenOver,
} from '../../contracts/generate/scaffold/next-version.ts'
import { compareDocuments, digestOf, Registry, toDocument } from '../../contracts/govern/main.ts'
import { lifecycleMistakes, lifecycleOf } from '../../contracts/lifecycle.ts'
import type { OpenApiDocument } from '../../contracts/runtime/document.ts'
import type { Changes } from './changes.ts'
import { root, workshop } from './contracts.ts'
import { git } from './git.ts'
import { Mistake } from './mistake.ts'

export async function succeed(
  id: string,
  from: string,
  dates: { readonly deprecated?: string | undefined; readonly sunset?: string | undefined },
  changes: Changes,
): Promise<void> {
  const file = `contracts/${from}.yaml`
  if (!existsSync(join(root, file))) throw new Mistake(`there is no ${file} to go on from`)
  const end = endOf(id, dates)
  const edited = read(file)
  const { status } = lifecycleOf((await documentOf(from)).info['x-lifecycle'])
  if (status !== 'active')
    throw new Mistake(
      `${from} is ${status}: ${status === 'draft' ? 'change it as it is' : 'go on from its successor'}`,
    )
  const unbroken = await unbrokenText(from, edited, changes)
  changes.write(`contracts/${id}.yaml`, nextContract(edited, from, id))
  changes.write(file, endingContract(unbroken, id, end))
  const differences = differencesOf(await documentOf(from), await documentOf(id))
  const handler = fileOf(from)
  for (const sibling of globSync(`${dirname(handler)}/*.ts`, { cwd: root }))
    if (!/\/v\d+\.ts$/.test(sibling)) {
      const text = takenOver(read(sibling), from, id)
      if (text !== read(sibling)) changes.write(sibling, text)
    }
  changes.write(fileOf(id), takenOver(read(handler), from, id))
  changes.write(handler, adapterHandler(from, id, differences))
}

const read = (file: string): string => readFileSync(join(root, file), 'utf8')

/** @throws Mistake when the dates make no sense */
function endOf(successor: string, { deprecated, sunset }: Parameters<typeof succeed>[2]): End {
  const day = (date: Date) => `${date.toISOString().slice(0, 10)}T00:00:00Z`
  const whole = (text: string) => (/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00Z` : text)
  const start = deprecated ? whole(deprecated) : day(new Date())
  const inAYear = new Date(Date.parse(start) || 0)
  inAYear.setUTCFullYear(inAYear.getUTCFullYear() + 1)
  const end = { deprecated: start, sunset: sunset ? whole(sunset) : day(inAYear) }
  const [mistake] = lifecycleMistakes({ status: 'deprecated', successor, ...end })
  if (mistake) throw new Mistake(mistake.message)
  return end
}

/** A contract in one piece, as its file is now. */
async function documentOf(id: string): Promise<OpenApiDocument> {
  const { readContracts } = await workshop()
  const { documents, mistakes } = await readContracts(root)
  const document = documents.get(id)
  if (document) return document
  throw new Mistake(mistakes.map(({ file, line, message }) => `${file}:${line}  ${message}`).join('\n'))
}

/**
 * The text of the version before without edits that break who relies on it: those are meant for the next version.
 *
 * @throws Mistake when that text is nowhere to be found
 */
async function unbrokenText(id: string, edited: string, changes: Changes): Promise<string> {
  const latest = new Registry(root).latest(id)
  if (!latest) return edited
  const now = toDocument(await documentOf(id), id)
  const before = toDocument(latest.document, id)
  if (compareDocuments(before, now).verdict === 'compatible') return edited
  const committed = await git(root, 'show', `HEAD:./contracts/${id}.yaml`).catch(() => undefined)
  if (committed !== undefined) {
    changes.write(`contracts/${id}.yaml`, committed)
    if (digestOf(await documentOf(id)) === latest.digest) return committed
  }
  throw new Mistake(
    [
      `contracts/${id}.yaml breaks what was published as ${latest.revision}, and git has no text of it that does not:`,
      `move its changes to the new version yourself, then try again`,
    ].join(' '),
  )
}

/** Operations whose old clients the next version would not serve, were it asked in place of the version before. */
function differencesOf(old: OpenApiDocument, next: OpenApiDocument): readonly Difference[] {
  const { findings } = compareDocuments(atNoAddress(old), atNoAddress(next))
  const broken = findings.filter(({ verdict }) => verdict !== 'compatible')
  return Object.entries(old.paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, operation]) => {
      const own = broken.filter((finding) => finding.operation === `${method.toUpperCase()} ${path}`)
      const { operationId } = operation as { operationId?: string }
      if (own.length === 0 || operationId === undefined) return []
      const statuses = own.flatMap(({ part }) => /^(\d{3}) body$/.exec(part)?.[1] ?? [])
      return [
        {
          operationId,
          statuses: [...new Set(statuses)].sort(),
          isAskedOtherwise: own.some(({ direction }) => direction === 'request'),
        },
      ]
    }),
  )
}

const atNoAddress = ({ servers: _, ...document }: OpenApiDocument) =>
  toDocument(document, document.info.title)
