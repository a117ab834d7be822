/** Which breaks and risks of a change are agreed to, and by which approvals; the others are open. */
import { type Approval, approvalFault, type Case, needsApproval, type RecordedApproval } from './approval.ts'
import type { Judged } from './judge.ts'
import type { Revision } from './revision.ts'

export interface Consent {
  /** Nobody agreed to them. */
  readonly open: readonly Judged[]
  /** Fingerprints of those that are agreed to now. */
  readonly exceptions: readonly string[]
  /** Approvals that do not count, and why. */
  readonly faults: readonly string[]
}

export function consentTo(
  about: Case,
  revisions: readonly Revision[],
  approvals: readonly RecordedApproval[],
): Consent {
  const published = new Set(revisions.map(({ digest }) => digest))
  const asked = about.findings.flatMap((finding) => {
    const against = finding.against.filter(
      (base) => !isSettled(finding, base, revisions, approvals, about.now),
    )
    return needsApproval(finding) && against.length ? [{ ...finding, against }] : []
  })
  const present = approvals.filter(({ revisionDigest }) => !published.has(revisionDigest))
  const judged = present.map((approval) => ({
    approval,
    fault: approvalFault(approval, { ...about, findings: asked }),
  }))
  const agreed = new Set(judged.flatMap(({ approval, fault }) => (fault ? [] : [approval.fingerprint])))
  return {
    open: asked.filter(({ fingerprint }) => !agreed.has(fingerprint)),
    exceptions: [...agreed].sort(),
    faults: judged.flatMap(({ approval, fault }) => (fault ? [`${approval.file} ${fault}`] : [])),
  }
}

/** Whether a later revision had the same break already, with an approval that still counts. */
const isSettled = (
  { fingerprint }: Judged,
  base: string,
  revisions: readonly Revision[],
  approvals: readonly Approval[],
  now: number,
): boolean =>
  revisions
    .slice(revisions.findIndex(({ revision }) => revision === base) + 1)
    .some(
      ({ digest, exceptions }) =>
        exceptions.includes(fingerprint) &&
        approvals.some(
          (one) =>
            one.fingerprint === fingerprint && one.revisionDigest === digest && Date.parse(one.expires) > now,
        ),
    )
