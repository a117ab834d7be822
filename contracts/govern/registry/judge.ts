/** A changed contract against every revision somebody may rely on: the last one alone would let breaks creep in. */
import { type DiffVerdict, type Finding, verdictOf } from '../finding.ts'
import type { Loaded } from '../load.ts'
import { compareDocuments } from '../operations/compare.ts'
import { loadRevision, type Revision } from './revision.ts'

export interface Judged extends Finding {
  /** The revisions whose clients it concerns. */
  readonly against: readonly string[]
}

export interface Judgement {
  readonly verdict: DiffVerdict
  readonly findings: readonly Judged[]
}

export function judge(candidate: Loaded, live: readonly Revision[]): Judgement {
  const found = new Map<string, Judged>()
  for (const revision of live)
    for (const finding of compareDocuments(loadRevision(revision), candidate).findings) {
      const { against = [] } = found.get(finding.fingerprint) ?? {}
      found.set(finding.fingerprint, { ...finding, against: [...new Set([...against, revision.revision])] })
    }
  const findings = [...found.values()]
  return { verdict: verdictOf(findings), findings }
}
