/** What publishing a contract would do: go live as the next revision, nothing, or be refused, with reasons. */
import { lifecycleMistakes, lifecycleOf } from '../../lifecycle.ts'
import type { Json, OpenApiDocument } from '../../runtime/document.ts'
import type { DiffVerdict } from '../finding.ts'
import { toDocument } from '../load.ts'
import { isNode } from '../proof/project.ts'
import { type Judged, judge } from './judge.ts'
import { digestOf } from './promise.ts'
import { isPublishable, majorOf, nextRevision, type Revision } from './revision.ts'
import { transitionFaults } from './transitions.ts'

export interface Plan {
  readonly id: string
  readonly outcome: 'unchanged' | 'publish' | 'refused'
  /** The revision it would become, or is already. */
  readonly revision: string
  readonly digest: string
  /** The revisions it was compared with. */
  readonly against: readonly string[]
  readonly verdict: DiffVerdict
  readonly findings: readonly Judged[]
  /** Why not, and what to do. */
  readonly refusals: readonly string[]
  /** As it would be published. */
  readonly document: OpenApiDocument
  /** What that changes in its file. */
  readonly edits: readonly Edit[]
}

export interface Edit {
  readonly keys: readonly string[]
  readonly value: string
}

export interface Publication {
  readonly id: string
  /** The contract with everything its references name. */
  readonly document: OpenApiDocument
  /** What was published of it before, oldest first. */
  readonly revisions: readonly Revision[]
  /** The state of another API version once all that is being published is; `undefined` when it is not published. */
  readonly statusOf: (id: string) => string | undefined
  readonly now: number
}

export function planPublication({ id, document, revisions, statusOf, now }: Publication): Plan {
  const latest = revisions.at(-1)
  const revision = nextRevision(id, latest)
  const candidate = asPublished(id, document, latest)
  const digest = digestOf(candidate)
  const plan = { id, revision, digest, against: [], verdict: 'compatible', findings: [] } as const
  if (latest?.digest === digest)
    return {
      ...plan,
      outcome: 'unchanged',
      revision: latest.revision,
      refusals: [],
      document: candidate,
      edits: [],
    }
  const faults = faultsOf({ id, document: candidate, revisions, statusOf, now })
  const judgement = judge(toDocument(candidate, id), revisions)
  const refusals = [...faults, ...breaksOf(id, judgement.findings)]
  return {
    ...plan,
    ...judgement,
    against: revisions.map((one) => one.revision),
    outcome: refusals.length ? 'refused' : 'publish',
    refusals,
    document: candidate,
    edits: editsOf(document, candidate),
  }
}

/** What is published first is a draft no more. Its version number follows from what was published before. */
export function asPublished(
  id: string,
  document: OpenApiDocument,
  latest: Revision | undefined,
): OpenApiDocument {
  const declared = declaredOf(document)
  const isFirst = latest === undefined && declared.status === 'draft'
  return {
    ...document,
    info: {
      ...document.info,
      version: `${nextRevision(id, latest)}.0`,
      'x-lifecycle': isFirst ? { ...declared, status: 'active' } : declared,
    },
  }
}

/** What a contract says of its life. */
const declaredOf = ({ info }: OpenApiDocument): { readonly [key: string]: Json } => {
  const declared = info['x-lifecycle']
  return isNode(declared) ? (declared as { readonly [key: string]: Json }) : { status: 'active' }
}

function editsOf(document: OpenApiDocument, published: OpenApiDocument): readonly Edit[] {
  const { status } = declaredOf(published)
  return [
    { keys: ['info', 'version'], value: published.info.version },
    ...(status === declaredOf(document).status
      ? []
      : [{ keys: ['info', 'x-lifecycle', 'status'], value: String(status) }]),
  ]
}

/** What is wrong with it, whatever it was before. */
function faultsOf({ id, document, revisions, statusOf, now }: Publication): readonly string[] {
  if (!isPublishable(id)) return [`only APIs and events of ours are published, and ${id} is neither`]
  const { 'x-owner': owner, 'x-uses': uses } = document.info
  const missing = ['team', 'contact', 'oncall'].filter((key) => !isNode(owner) || !owner[key])
  const before = revisions.at(-1)
  const circumstances = {
    id,
    before: before && lifecycleOf(before.document.info['x-lifecycle']),
    statusOf,
    now,
  }
  const declared = document.info['x-lifecycle']
  const mistakes = lifecycleMistakes(declared)
  return [
    ...(missing.length ? [`nobody owns it: add ${missing.join(', ')} to info.x-owner`] : []),
    ...mistakes.map(({ message }) => `x-lifecycle: ${message}`),
    ...(mistakes.length ? [] : transitionFaults(lifecycleOf(declared), circumstances)),
    ...Object.values(isNode(uses) ? uses : {})
      .map(String)
      .filter((used) => isPublishable(used) && (statusOf(used) ?? 'retired') === 'retired')
      .map((used) => `it uses ${used}, which is ${statusOf(used) ?? 'not published'}: publish that with it`),
  ]
}

function breaksOf(id: string, findings: readonly Judged[]): readonly string[] {
  const open = findings.filter(({ verdict }) => verdict !== 'compatible')
  if (open.length === 0) return []
  const next = id.replace(/\d+$/, String(majorOf(id) + 1))
  const concerned = [...new Set(open.flatMap(({ against }) => against))].join(', ')
  return [
    `it breaks clients of ${concerned}: make a new version with npx strata new ${next} --from v${majorOf(id)}`,
  ]
}
