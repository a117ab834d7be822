/** `strata publish`: a contract becomes something others rely on, if it breaks nobody who relies on it already. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { styleText } from 'node:util'
import { defineCommand } from 'citty'
import type { ContractId } from '../../contracts/contract.ts'
import { withValue } from '../../contracts/generate/edit.ts'
import {
  asPublished,
  checkRegistry,
  isPublishable,
  type Plan,
  planPublication,
  Registry,
  toText,
} from '../../contracts/govern/main.ts'
import { lifecycleOf } from '../../contracts/lifecycle.ts'
import type { OpenApiDocument } from '../../contracts/runtime/document.ts'
import { toContract } from '../../contracts/runtime/load.ts'
import { generatedContracts, generator, isContractId, root } from './contracts.ts'
import { gitUser } from './git.ts'
import { Mistake } from './mistake.ts'

export const publish = defineCommand({
  meta: { name: 'publish', description: 'make contracts something others can rely on' },
  args: {
    id: { type: 'positional', required: false, description: 'contract ids; all go live together, or none' },
    all: { type: 'boolean', description: 'every contract that differs from what was published' },
    'dry-run': { type: 'boolean', description: 'only say what would happen' },
    check: { type: 'boolean', description: 'only fail when something is not published, or not as it was' },
    author: { type: 'string', description: 'e-mail address of who publishes (default: the one of git)' },
    json: { type: 'boolean', description: 'print the result as JSON' },
  },
  async run({ args }) {
    if (args.check) return check(args.json === true)
    const author = args.author ?? (await gitUser(root))
    if (!author) throw new Mistake('say who publishes: --author you@example.com')
    const plans = await plan(chosen(args._, args.all === true))
    const isRefused = plans.some(({ outcome }) => outcome === 'refused')
    const isDry = args['dry-run'] === true
    const files = isRefused || isDry ? [] : await goLive(plans, author)
    if (args.json) console.log(JSON.stringify(plans.map(withoutDocument)))
    else
      console.log([...plans.map((one) => told(one, isDry, isRefused)), files.join('\n')].join('\n\n').trim())
    if (isRefused) process.exitCode = 1
  },
})

const withoutDocument = ({ document: _, edits: __, ...plan }: Plan) => plan

function check(json: boolean): void {
  const faults = checkRegistry(new Registry(root), generatedContracts())
  if (json) console.log(JSON.stringify(faults))
  else for (const { id, message } of faults) console.error(`${id}: ${message}`)
  if (faults.length) process.exitCode = 1
}

function chosen(names: readonly string[], all: boolean): readonly string[] {
  const contracts = generatedContracts()
  if (all) {
    const drafts = (id: string) => statusOf(contracts.get(id) as OpenApiDocument) === 'draft'
    return [...contracts.keys()].filter((id) => isPublishable(id) && !drafts(id))
  }
  if (names.length === 0) throw new Mistake('name the contracts to publish, such as system/erp/v1, or --all')
  for (const name of names)
    if (!isContractId(name)) throw new Mistake(`${name} names no contract: it looks like system/erp/v1`)
  return names
}

/** What becomes of each, were all of them published together. */
async function plan(ids: readonly string[]): Promise<readonly Plan[]> {
  const { bundleContract, generate, GenerateError } = await generator()
  await generate(root, { check: true }).catch((error: unknown) => {
    throw error instanceof GenerateError ? new Mistake(error.message) : error
  })
  const registry = new Registry(root)
  const documents = new Map<string, OpenApiDocument>()
  for (const id of ids) {
    const bundle = await bundleContract(join(root, 'contracts', `${id}.yaml`), root)
    if (!('openapi' in bundle)) throw new Mistake(`there is no contract contracts/${id}.yaml`)
    documents.set(id, bundle)
  }
  const statusAfter = (id: string): string | undefined => {
    const document = documents.get(id)
    const latest = registry.latest(id)
    const after = document ? asPublished(id, document, latest) : latest?.document
    return after && statusOf(after)
  }
  const now = Date.now()
  return ids.map((id) =>
    planPublication({
      id,
      document: documents.get(id) as OpenApiDocument,
      revisions: registry.revisions(id),
      statusOf: statusAfter,
      now,
    }),
  )
}

/** Writes the version number and status into the contracts, and what they promise into the registry. */
async function goLive(plans: readonly Plan[], author: string): Promise<readonly string[]> {
  const changed = plans.filter(({ outcome }) => outcome === 'publish')
  const { generate } = await generator()
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
  return changed.map(({ id, revision, digest, document }) =>
    registry.add({
      id,
      revision,
      digest,
      publishedAt: new Date().toISOString(),
      publishedBy: author,
      owner: toContract(id as ContractId, document).owner,
      exceptions: [],
      document,
    }),
  )
}

const statusOf = ({ info }: OpenApiDocument) => lifecycleOf(info['x-lifecycle']).status

function told(plan: Plan, isDry: boolean, isStopped: boolean): string {
  const { id, outcome, revision, digest, verdict, findings, refusals, against } = plan
  if (outcome === 'unchanged') return `${id} is published as ${revision}; nothing changed since.`
  const last = against.at(-1)
  const proof = last
    ? toText({ verdict, findings, old: `${id} ${against.join(', ')}`, new: `the new ${id}` }, styleText)
    : ''
  const verb = isDry
    ? 'would be published'
    : isStopped
      ? 'was not published, because another was refused'
      : 'is published'
  const end =
    outcome === 'refused'
      ? refusals.map((reason) => styleText('red', `Refused: ${id}: ${reason}.`)).join('\n')
      : styleText('green', `${id} ${verb} as ${revision} (${digest.slice(0, 19)}).`)
  return [proof, end].filter(Boolean).join('\n\n')
}
