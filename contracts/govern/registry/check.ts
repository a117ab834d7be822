/** Whether contracts and registry agree: what is served was published, and what was published is still there. */
import { lifecycleOf } from '../../lifecycle.ts'
import type { OpenApiDocument } from '../../runtime/document.ts'
import { digestOf } from './promise.ts'
import { isIntact, type Registry } from './registry.ts'
import { isPublishable } from './revision.ts'

export interface Fault {
  readonly id: string
  readonly message: string
}

/** @param contracts each in one piece, by id */
export function checkRegistry(
  registry: Registry,
  contracts: ReadonlyMap<string, OpenApiDocument>,
): readonly Fault[] {
  const faults: Fault[] = []
  for (const [id, document] of contracts) {
    if (!isPublishable(id)) continue
    const latest = registry.latest(id)
    if (latest ? latest.digest === digestOf(document) : statusOf(document) === 'draft') continue
    const what = latest ? `differs from what was published as ${latest.revision}` : 'is not published'
    const draft = latest ? '' : ', or make it a draft with x-lifecycle: { status: draft }'
    faults.push({ id, message: `${what}: run npx strata publish ${id}${draft}` })
  }
  for (const id of registry.ids()) {
    const revisions = registry.revisions(id)
    for (const revision of revisions)
      if (!isIntact(revision))
        faults.push({
          id,
          message: `${revision.revision} was changed after it was published: restore its file`,
        })
    for (const { file, fingerprint, revisionDigest } of registry.approvals(id))
      if (
        !revisions.some(
          ({ digest, exceptions }) => digest === revisionDigest && exceptions.includes(fingerprint),
        )
      )
        faults.push({
          id,
          message: `${file} approves nothing that was published: publish it, or delete the file`,
        })
    const last = revisions.at(-1)
    if (last && !contracts.has(id) && statusOf(last.document) !== 'retired')
      faults.push({ id, message: 'is published, but its contract is gone: restore it, or retire it first' })
  }
  return faults
}

const statusOf = ({ info }: OpenApiDocument) => lifecycleOf(info['x-lifecycle']).status
