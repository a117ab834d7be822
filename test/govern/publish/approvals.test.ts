/** A break or a risk goes live only with the consent of somebody else, for that change, for a while. */
import { expect, test } from 'vitest'
import type { Approval, Plan } from '../../../contracts/govern/main.ts'
import type { OpenApiDocument } from '../../../contracts/runtime/document.ts'
import { author, id, plan, published, things } from './support.ts'

const sized = (...sizes: readonly string[]) => ({
  body: { type: 'object', properties: { size: { enum: sizes } } },
})
const before = published(things(sized('s', 'm', 'l')))
const after = things(sized('s', 'm'))

/** What somebody who depends on it writes about the only open finding. */
function consent({ open, digest }: Plan, more: Partial<Approval> = {}) {
  expect(open).toHaveLength(1)
  const approval = {
    fingerprint: open[0]?.fingerprint ?? '',
    baseDigest: before[0]?.digest ?? '',
    revisionDigest: digest,
    decision: 'approve',
    approver: 'maria@strata.example',
    approverRole: 'owner:shop',
    reason: 'nobody orders l',
    expires: '2027-03-31',
    finding: 'POST /things, body',
    ...more,
  } as const
  return [{ ...approval, file: 'approvals/1.1.json' }]
}

test('a break that was agreed to goes live, and is recorded', () => {
  const refused = plan(after, before)
  expect(refused).toMatchObject({ outcome: 'refused', verdict: 'breaking', exceptions: [] })
  expect(plan(after, before, { approvals: consent(refused) })).toMatchObject({
    outcome: 'publish',
    verdict: 'breaking',
    revision: '1.1',
    refusals: [],
    exceptions: [refused.open[0]?.fingerprint],
  })
})

const faults: readonly (readonly [what: string, approval: Partial<Approval>, why: RegExp])[] = [
  ['the author', { approver: author.toUpperCase() }, /who wrote the change: somebody else has to agree/],
  [
    'nobody who depends on it',
    { approverRole: 'owner:mobile-app' },
    /it takes owner:process\/desk\/v1 or owner:shop/,
  ],
  ['somebody whose consent is over', { expires: '2026-11-25' }, /expired on 2026-11-25: ask again/],
  ['somebody for ever', { expires: 'never' }, /no date it expires on/],
  ['somebody without a reason', { reason: ' ' }, /gives no reason/],
  [
    'somebody who saw another text',
    { revisionDigest: 'sha256:00' },
    /another text of the contract: ask again/,
  ],
  ['somebody who saw another baseline', { baseDigest: 'sha256:00' }, /another revision: ask again/],
  ['somebody who refused', { decision: 'reject' }, /is a refusal by maria@strata.example: nobody orders l/],
]
test.each(faults)('%s cannot let it through', (_, fault, why) => {
  const { outcome, refusals } = plan(after, before, { approvals: consent(plan(after, before), fault) })
  expect([outcome, refusals[0]]).toEqual(['refused', expect.stringMatching(why)])
})

test('an approval that approves nothing fails', () => {
  const approvals = consent(plan(after, before))
  const mended = things(sized('s', 'm', 'l', 'xl'))
  expect(plan(mended, before).outcome).toBe('publish')
  expect(plan(mended, before, { approvals }).refusals).toEqual([
    'approvals/1.1.json approves something that is not found any more: delete it',
  ])
})

test('consent to one break is none to another', () => {
  const approvals = consent(plan(after, before))
  const worse = things({
    ...sized('s', 'm'),
    parameters: [{ name: 'by', in: 'query', required: true, schema: true }],
  })
  const { open, refusals } = plan(worse, before, { approvals })
  expect(open.map(({ rule }) => rule)).toContain('parameter-required')
  expect(refusals[0]).toMatch(/another text/)
})

test('what may get lost is a risk that somebody has to accept', () => {
  const named: OpenApiDocument = things({
    reply: { type: 'object', properties: { name: { type: 'string' } } },
  })
  const silent = things({ reply: { type: 'object', properties: {} } })
  const old = published(named)
  const refused = plan(silent, old)
  expect(refused).toMatchObject({
    outcome: 'refused',
    verdict: 'compatible',
    refusals: [expect.stringMatching(/^it is a risk for clients of 1.0 .*npx strata approve/s)],
  })
  const approvals = consent(refused, { baseDigest: old[0]?.digest ?? '' })
  expect(plan(silent, old, { approvals }).outcome).toBe('publish')
})

test('what was agreed to once is not asked again while the consent lasts', () => {
  const first = plan(after, before)
  const approvals = consent(first)
  const [one, two] = published(things(sized('s', 'm', 'l')), after)
  if (!one || !two) throw new Error('both are published')
  const revisions = [one, { ...two, exceptions: [first.open[0]?.fingerprint ?? ''] }]
  const more = things({ ...sized('s', 'm'), parameters: [{ name: 'by', in: 'query', schema: true }] })
  expect(plan(more, revisions, { approvals })).toMatchObject({ outcome: 'publish', exceptions: [] })
  const later = { approvals, now: Date.parse('2027-04-01T00:00:00Z') }
  expect(plan(more, revisions, later)).toMatchObject({ outcome: 'refused', open: [{ against: ['1.0'] }] })
  // Going further in the same direction is another break.
  const further = plan(things(sized('s')), revisions, { approvals })
  expect(further.open.map(({ against }) => against)).toEqual([['1.0'], ['1.1']])
  expect(id).toBe(further.id)
})

test('when nobody depends on it, its owner agrees', () => {
  const approvals = consent(plan(after, before), { approverRole: `owner:${id}` })
  expect(plan(after, before, { approvals, dependants: [] }).outcome).toBe('publish')
  expect(plan(after, before, { approvals }).outcome).toBe('refused')
})
