/** What is published, told without the documents: versions, their revisions, and what was let through by consent. */
import { lifecycleOf } from '../../lifecycle.ts'
import type { RecordedApproval } from './approval.ts'
import type { Registry } from './registry.ts'
import type { Revision } from './revision.ts'

export interface PublishedVersion {
  readonly contract: string
  /** The team. */
  readonly owner: string
  readonly status: 'active' | 'deprecated' | 'retired'
  /** The latest first. */
  readonly revisions: readonly PublishedRevision[]
}

export interface PublishedRevision {
  readonly revision: string
  readonly digest: string
  readonly publishedAt: string
  readonly publishedBy: string
  readonly exceptions: readonly PublishedException[]
}

/** A break or a risk somebody agreed to. */
export interface PublishedException {
  readonly fingerprint: string
  readonly finding: string
  readonly approver: string
  readonly approverRole: string
  readonly reason: string
  readonly expires: string
}

export const publishedVersions = (registry: Registry): readonly PublishedVersion[] =>
  registry.ids().flatMap((id) => {
    const revisions = registry.revisions(id).toReversed()
    const approvals = registry.approvals(id)
    const [latest] = revisions
    if (!latest) return []
    return [
      {
        contract: id,
        owner: latest.owner.team,
        status: statusOf(latest),
        revisions: revisions.map((revision) => toPublished(revision, approvals)),
      },
    ]
  })

function toPublished(
  { revision, digest, publishedAt, publishedBy, exceptions }: Revision,
  approvals: readonly RecordedApproval[],
): PublishedRevision {
  const own = approvals.filter((one) => one.revisionDigest === digest && exceptions.includes(one.fingerprint))
  return {
    revision,
    digest,
    publishedAt,
    publishedBy,
    exceptions: own.map(({ fingerprint, finding, approver, approverRole, reason, expires }) => ({
      fingerprint,
      finding,
      approver,
      approverRole,
      reason,
      expires,
    })),
  }
}

/** What is published is a draft no more. */
function statusOf({ document }: Revision): PublishedVersion['status'] {
  const { status } = lifecycleOf(document.info['x-lifecycle'])
  return status === 'draft' ? 'active' : status
}
