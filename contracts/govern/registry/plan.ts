/** What publishing a contract would do: go live as the next revision, nothing, or be refused, with reasons. */
import { lifecycleMistakes, lifecycleOf } from '../../lifecycle.ts'
import type { Json, OpenApiDocument } from '../../runtime/document.ts'
import type { DiffVerdict } from '../finding.ts'
import { isNode } from '../proof/project.ts'
import type { RecordedApproval } from './approval.ts'
import { concerned, toComparable } from './comparable.ts'
import { type Consent, consentTo } from './consent.ts'
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
  /** Of those, what somebody has to agree to. */
  readonly open: readonly Judged[]
  /** Fingerprints of what somebody agreed to. */
  readonly exceptions: readonly string[]
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
  /** What is wrong with how it is written. */
  readonly faults: readonly string[]
  /** What was published of it before, oldest first. */
  readonly revisions: readonly Revision[]
  readonly approvals: readonly RecordedApproval[]
  /** E-mail addresses of who wrote the change. */
  readonly authors: readonly string[]
  /** Consumers and APIs that depend on it. */
  readonly dependants: readonly string[]
  /** The state of another API version once all that is being published is; `undefined` when it is not published. */
  readonly statusOf: (id: string) => string | undefined
  readonly now: number
}

export function planPublication(publication: Publication): Plan {
  const { id, document, revisions, approvals } = publication
  const latest = revisions.at(-1)
  const candidate = asPublished(id, document, latest)
  const digest = digestOf(candidate)
  const nothing = {
    against: [],
    verdict: 'compatible',
    findings: [],
    open: [],
    exceptions: [],
    refusals: [],
  } as const
  const faults = [...publication.faults, ...ownerFaults(candidate)]
  if (latest?.digest === digest && faults.length === 0)
    return { id, outcome: 'unchanged', revision: latest.revision, digest, ...nothing, document, edits: [] }
  const live = concerned(id, candidate, revisions)
  const judgement = judge(toComparable(id, candidate), live)
  const digests = new Map(live.map((one) => [one.revision, one.digest]))
  const consent = consentTo({ ...publication, ...judgement, digest, digestOf: digests }, revisions, approvals)
  const refusals = [
    ...faults,
    ...faultsOf(publication, candidate),
    ...consent.faults,
    ...objections(id, consent),
  ]
  return {
    id,
    outcome: refusals.length ? 'refused' : 'publish',
    revision: nextRevision(id, latest),
    digest,
    against: [...digests.keys()],
    ...judgement,
    open: consent.open,
    exceptions: consent.exceptions,
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
function faultsOf(
  { id, revisions, statusOf, now }: Publication,
  document: OpenApiDocument,
): readonly string[] {
  if (!isPublishable(id)) return [`only APIs and events of ours are published, and ${id} is neither`]
  const uses = document.info['x-uses']
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
    ...mistakes.map(({ message }) => `x-lifecycle: ${message}`),
    ...(mistakes.length ? [] : transitionFaults(lifecycleOf(declared), circumstances)),
    ...Object.values(isNode(uses) ? uses : {})
      .map(String)
      .filter((used) => isPublishable(used) && (statusOf(used) ?? 'retired') === 'retired')
      .map((used) => `it uses ${used}, which is ${statusOf(used) ?? 'not published'}: publish that with it`),
  ]
}

function ownerFaults({ info: { 'x-owner': owner } }: OpenApiDocument): readonly string[] {
  const missing = ['team', 'contact', 'oncall'].filter((key) => !isNode(owner) || !owner[key])
  return missing.length ? [`nobody owns it: add ${missing.join(', ')} to info.x-owner`] : []
}

/** What nobody agreed to, with the ways out. */
function objections(id: string, { open }: Consent): readonly string[] {
  if (open.length === 0) return []
  const next = id.replace(/\d+$/, String(majorOf(id) + 1))
  const concerned = [...new Set(open.flatMap(({ against }) => against))].join(', ')
  const agree = `  npx strata approve ${id} --finding ${open[0]?.fingerprint.slice(7, 19)} …`
  return open.some(({ verdict }) => verdict !== 'compatible')
    ? [
        [
          `it breaks clients of ${concerned}. Make a new version:`,
          `  npx strata new ${next} --from v${majorOf(id)}`,
          'or have somebody who depends on it agree to each break:',
          agree,
        ].join('\n'),
      ]
    : [`it is a risk for clients of ${concerned} that somebody who depends on it has to accept:\n${agree}`]
}
