/** What has drifted as the admin API shows it, and what operators say is normal now. */
import { type DriftFinding, type implement, notFound, ok, refuse } from '#contracts/admin'
import { baselinePath } from '../drift/files.ts'
import { type Finding, sentenceOf } from '../drift/finding.ts'
import type { Sentinel } from '../drift/sentinel.ts'
import { toInstant } from '../instant.ts'

export interface DriftState {
  readonly drift: Sentinel
}

type Handlers = Pick<Parameters<typeof implement>[0], 'listDrift' | 'getDrift' | 'acceptDrift'>

export const driftHandlers = ({ drift }: DriftState): Handlers => ({
  async listDrift({ query: { state, owner, limit } }) {
    const found = (await drift.findings.list()).filter(
      (finding) =>
        (state === undefined || finding.state === state) &&
        (owner === undefined || finding.owner.team === owner),
    )
    return ok({ items: found.slice(0, limit).map(view) })
  },

  async getDrift({ params: { findingId } }) {
    const finding = (await drift.findings.list()).find(({ id }) => id === findingId)
    return finding ? ok(view(finding)) : unknown(findingId)
  },

  async acceptDrift({ params: { findingId }, body: { note } }, { consumer }) {
    const accepted = await drift.accept(findingId, consumer, note)
    if (accepted) {
      const { finding, file } = accepted
      return ok({ finding: view(finding), path: baselinePath(finding.api), file: { ...file } })
    }
    const finding = (await drift.findings.list()).find(({ id }) => id === findingId)
    if (!finding) return unknown(findingId)
    return refuse('conflict', `It breaks ${finding.api}, which has to allow it first.`)
  },
})

const unknown = (findingId: string) => notFound(`Nothing that was found has the id ${findingId}.`)

const TEXT_MAX = 1_000

const view = (finding: Finding): DriftFinding => ({
  findingId: finding.id,
  api: finding.api,
  operation: finding.operation,
  status: finding.status,
  pointer: finding.pointer.slice(0, TEXT_MAX),
  event: finding.event,
  ...(finding.value !== undefined && { value: finding.value }),
  owner: finding.owner.team,
  isBroken: finding.isBroken,
  summary: sentenceOf(finding),
  before: finding.before.slice(0, TEXT_MAX),
  after: finding.after.slice(0, TEXT_MAX),
  state: finding.state,
  firstSeen: toInstant(finding.firstAt),
  lastSeen: toInstant(finding.lastAt),
  times: finding.times,
  affected: finding.affected.map(({ fields, ...operation }) => ({ ...operation, fields: [...fields] })),
  ...(finding.accepted && { acceptedBy: finding.accepted.by, acceptedBecause: finding.accepted.why }),
})
