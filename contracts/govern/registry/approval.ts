/** Somebody who depends on an API agrees to a break or a risk; a file of the registry, for this change alone. */
import type { Judged } from './judge.ts'

export interface Approval {
  /** Of the finding. */
  readonly fingerprint: string
  /** Of a revision whose clients it concerns. */
  readonly baseDigest: string
  /** Of what is to be published. */
  readonly revisionDigest: string
  readonly decision: 'approve' | 'reject'
  /** E-mail address. */
  readonly approver: string
  /** `owner:` and the consumer or API they answer for. */
  readonly approverRole: string
  readonly reason: string
  /** A date, or date and time (RFC 3339), from when on it counts no more. */
  readonly expires: string
  /** What was found, for those who read the file. */
  readonly finding: string
}

export interface RecordedApproval extends Approval {
  /** As `contracts/published/…/approvals/1.1-3fa85f6457af.json`. */
  readonly file: string
}

/** What an approval is measured by. */
export interface Case {
  readonly id: string
  /** Of what is to be published. */
  readonly digest: string
  readonly findings: readonly Judged[]
  /** Digests by revision. */
  readonly digestOf: ReadonlyMap<string, string>
  /** E-mail addresses of who wrote the change. */
  readonly authors: readonly string[]
  /** Consumers and APIs that depend on it. */
  readonly dependants: readonly string[]
  readonly now: number
}

/** Why it does not count; nothing when it does. */
export function approvalFault(approval: Approval, about: Case): string | undefined {
  const finding = about.findings.find(({ fingerprint }) => fingerprint === approval.fingerprint)
  if (!finding) return 'approves something that is not found any more: delete it'
  return rules.map((rule) => rule(approval, about, finding)).find((fault) => fault !== undefined)
}

type Rule = (approval: Approval, about: Case, finding: Judged) => string | undefined

const rules: readonly Rule[] = [
  ({ revisionDigest }, { digest }) =>
    revisionDigest === digest ? undefined : 'was given for another text of the contract: ask again',

  ({ baseDigest }, { digestOf }, { against }) =>
    against.some((revision) => digestOf.get(revision) === baseDigest)
      ? undefined
      : 'was given against another revision: ask again',

  ({ decision, approver, reason }) =>
    decision === 'approve' ? undefined : `is a refusal by ${approver}: ${reason}`,

  ({ reason }) => (reason?.trim() ? undefined : 'gives no reason'),

  ({ approver }, { authors }) =>
    authors.some((author) => author.toLowerCase() === approver.toLowerCase())
      ? `is by ${approver}, who wrote the change: somebody else has to agree`
      : undefined,

  ({ approverRole }, { id, dependants }) => {
    const roles = rolesOf(id, dependants)
    return roles.includes(approverRole)
      ? undefined
      : `is by ${approverRole}, who does not depend on ${id}: it takes ${roles.join(' or ')}`
  },

  ({ expires }, { now }) => {
    const at = Date.parse(expires)
    if (Number.isNaN(at)) return `has no date it expires on, but ${expires}`
    return at <= now ? `expired on ${expires}: ask again` : undefined
  },
]

/** Who can agree: those who depend on it; when nobody does, its owner. */
export const rolesOf = (id: string, dependants: readonly string[]): readonly string[] =>
  (dependants.length ? dependants : [id]).map((one) => `owner:${one}`)

/** What goes live only with somebody's consent. */
export const needsApproval = ({ verdict, effect }: Judged): boolean =>
  verdict !== 'compatible' || effect === 'risky' || effect === 'exposure'
