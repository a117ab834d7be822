/** `strata publish`: a contract becomes something others rely on, if it breaks nobody who relies on it already. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { styleText } from 'node:util'
import { defineCommand } from 'citty'
import type { Owner } from '../../contracts/contract.ts'
import { withValue } from '../../contracts/generate/edit.ts'
import {
  checkRegistry,
  isPublishable,
  type Plan,
  planPublication,
  Registry,
  toText,
} from '../../contracts/govern/main.ts'
import { generatedContracts, root, workshop } from './contracts.ts'
import { gitUser } from './git.ts'
import { Mistake } from './mistake.ts'
import { publicationsOf, statusOf } from './publications.ts'

export const publish = defineCommand({
  meta: { name: 'publish', description: 'make contracts something others can rely on' },
  args: {
    id: { type: 'positional', required: false, description: 'contract ids; all go live together, or none' },
    all: { type: 'boolean', description: 'every contract that is no draft' },
    'dry-run': { type: 'boolean', description: 'only say what would happen' },
    check: { type: 'boolean', description: 'only fail when something is not published, or not as it was' },
    author: { type: 'string', description: 'e-mail address of who wrote the change (default: as git says)' },
    json: { type: 'boolean', description: 'print the result as JSON' },
  },
  async run({ args }) {
    if (args.check) return check(args.json === true)
    const by = args.author ?? (await gitUser(root))
    if (!by) throw new Mistake('say who publishes: --author you@example.com')
    const publications = await publicationsOf(chosen(args._, args.all === true), args.author)
    const plans = publications.map((one) => ({ ...planPublication(one), authors: one.authors }))
    const isRefused = plans.some(({ outcome }) => outcome === 'refused')
    const isDry = args['dry-run'] === true
    const files = isRefused || isDry ? [] : await goLive(plans, by)
    if (args.json) console.log(JSON.stringify(plans.map(({ document: _, edits: __, ...plan }) => plan)))
    else
      console.log([...plans.map((one) => told(one, isDry, isRefused)), files.join('\n')].join('\n\n').trim())
    if (isRefused) process.exitCode = 1
  },
})

function check(json: boolean): void {
  const faults = checkRegistry(new Registry(root), generatedContracts())
  if (json) console.log(JSON.stringify(faults))
  else for (const { id, message } of faults) console.error(`${id}: ${message}`)
  if (faults.length) process.exitCode = 1
}

function chosen(names: readonly string[], all: boolean): readonly string[] {
  if (!all && names.length === 0)
    throw new Mistake('name the contracts to publish, such as system/erp/v1, or --all')
  return all
    ? [...generatedContracts()].flatMap(([id, document]) =>
        isPublishable(id) && statusOf(document) !== 'draft' ? [id] : [],
      )
    : names
}

/** Writes the version number and status into the contracts, and what they promise into the registry. */
async function goLive(
  plans: readonly (Plan & { readonly authors: readonly string[] })[],
  publishedBy: string,
): Promise<readonly string[]> {
  const changed = plans.filter(({ outcome }) => outcome === 'publish')
  const { generate } = await workshop()
  for (const { id, edits } of changed) {
    const path = join(root, 'contracts', `${id}.yaml`)
    const text = readFileSync(path, 'utf8')
    writeFileSync(
      path,
      edits.reduce((edited, { keys, value }) => withValue(edited, keys, value), text),
    )
  }
  await generate(root)
  const registry = new Registry(root)
  const publishedAt = new Date().toISOString()
  return changed.map(({ id, revision, digest, authors, exceptions, document }) => {
    const owner = document.info['x-owner'] as unknown as Owner
    return registry.add({
      id,
      revision,
      digest,
      publishedAt,
      publishedBy,
      authors,
      owner,
      exceptions,
      document,
    })
  })
}

function told(plan: Plan, isDry: boolean, isStopped: boolean): string {
  const { id, outcome, revision, digest, verdict, findings, refusals, exceptions, against } = plan
  if (outcome === 'unchanged') return `${id} is published as ${revision}; nothing changed since.`
  const names = { old: `${id} ${against.join(', ')}`, new: `the new ${id}` }
  const proof = against.length ? [toText({ verdict, findings, ...names }, styleText)] : []
  if (outcome === 'refused')
    return [
      ...proof,
      ...agreements(plan),
      ...refusals.map((one) => styleText('red', `Refused: ${id}: ${one}`)),
    ].join('\n\n')
  const verb = isDry ? 'would be published' : isStopped ? 'was held back with the others' : 'is published'
  const consent = exceptions.length ? `, with consent to ${exceptions.length}` : ''
  return [
    ...proof,
    styleText('green', `${id} ${verb} as ${revision} (${digest.slice(0, 19)})${consent}.`),
  ].join('\n\n')
}

/** What has to be agreed to, by the names approvals are given under. */
function agreements({ open }: Plan): readonly string[] {
  const lines = open.map(
    ({ fingerprint, operation, part, rule, against }) =>
      `  ${fingerprint.slice(7, 19)}  ${rule}: ${operation}, ${part} (${against.join(', ')})`,
  )
  return lines.length ? [['To be agreed to:', ...lines].join('\n')] : []
}
