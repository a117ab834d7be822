/** `strata approve`: who depends on an API agrees to a break or a risk, for this change and for some time. */
import { styleText } from 'node:util'
import { defineCommand } from 'citty'
import {
  type Approval,
  approvalFault,
  type Case,
  planPublication,
  Registry,
} from '../../contracts/govern/main.ts'
import { root } from './contracts.ts'
import { gitUser } from './git.ts'
import { Mistake } from './mistake.ts'
import { publicationsOf } from './publications.ts'

export const approve = defineCommand({
  meta: { name: 'approve', description: 'agree to a break or a risk that a change would bring' },
  args: {
    id: { type: 'positional', required: true, description: 'the contract that is to be published' },
    finding: {
      type: 'string',
      required: true,
      description: 'fingerprints, or how they begin, as strata publish --dry-run shows them; or all',
    },
    reason: { type: 'string', required: true, description: 'why it may be' },
    role: { type: 'string', required: true, description: 'owner:<consumer or API that depends on it>' },
    expires: { type: 'string', required: true, description: 'until when it counts, such as 2027-03-31' },
    approver: { type: 'string', description: 'e-mail address (default: the one of git)' },
    author: { type: 'string', description: 'e-mail address of who wrote the change (default: as git says)' },
    reject: { type: 'boolean', description: 'refuse instead: nothing is published until that is taken back' },
    json: { type: 'boolean', description: 'print the records as JSON' },
  },
  async run({ args }) {
    const approver = args.approver ?? (await gitUser(root))
    if (!approver) throw new Mistake('say who agrees: --approver you@example.com')
    const [publication] = await publicationsOf([args.id], args.author)
    if (!publication) return
    const { approvals: _, ...rest } = publication
    const { digest, findings, open, revision } = planPublication({ ...rest, approvals: [] })
    if (publication.authors.length === 0)
      throw new Mistake('git does not know who wrote the change: --author them@example.com')
    const digestOf = new Map(publication.revisions.map((one) => [one.revision, one.digest]))
    const about: Case = { ...publication, digest, findings: open, digestOf }
    const decided = matching(open, args.finding).map((finding) => ({
      fingerprint: finding.fingerprint,
      baseDigest: digestOf.get(finding.against.at(-1) ?? '') ?? '',
      revisionDigest: digest,
      decision: args.reject ? ('reject' as const) : ('approve' as const),
      approver,
      approverRole: args.role,
      reason: args.reason,
      expires: args.expires,
      finding: `${finding.operation}, ${finding.part}: ${finding.message}`,
    }))
    for (const approval of decided) refuse(approval, about)
    const registry = new Registry(root)
    const files = decided.map((approval) => registry.approve(args.id, revision, approval))
    if (args.json) console.log(JSON.stringify(decided))
    else for (const [index, file] of files.entries()) console.log(tell(decided[index] as Approval, file))
    if (findings.length && !args.json) console.log(`\nnpx strata publish ${args.id}`)
  },
})

function matching<Found extends { readonly fingerprint: string }>(
  open: readonly Found[],
  wanted: string,
): readonly Found[] {
  if (open.length === 0)
    throw new Mistake('nothing has to be agreed to: strata publish --dry-run shows the change')
  if (wanted === 'all') return open
  return wanted.split(',').map((start) => {
    const found = open.filter(({ fingerprint }) =>
      fingerprint.replace('sha256:', '').startsWith(start.replace('sha256:', '')),
    )
    if (found.length === 1 && start.length >= 8) return found[0] as Found
    throw new Mistake(
      `${start} names ${found.length === 0 ? 'no finding' : 'more than one finding'} of the change: strata publish --dry-run shows their fingerprints`,
    )
  })
}

/** @throws Mistake when it would not count; a refusal always does */
function refuse(approval: Approval, about: Case): void {
  const fault = approvalFault({ ...approval, decision: 'approve' }, about)
  if (fault) throw new Mistake(`not recorded: it ${fault}`)
}

const tell = ({ decision, finding }: Approval, file: string) =>
  `${decision === 'approve' ? styleText('green', 'agreed to') : styleText('red', 'refused')}  ${finding}\n  ${file}`
