/** What may go live as the next revision of a version, and what may not. */
import { expect, test } from 'vitest'
import type { Parts } from '../support.ts'
import { plan, published, things } from './support.ts'

const reply = (properties: object, required: readonly string[] = []): Parts => ({
  reply: { type: 'object', required, properties },
})
const text = { type: 'string', maxLength: 20 }

test('what nobody relies on yet is published as 1.0', () => {
  expect(plan(things(), [])).toMatchObject({ outcome: 'publish', revision: '1.0', verdict: 'compatible' })
})

test('a compatible change goes live in the same major version', () => {
  const before = published(things(reply({ name: text })))
  const { outcome, revision, document } = plan(things(reply({ name: text, size: text })), before)
  expect([outcome, revision, document.info.version]).toEqual(['publish', '1.1', '1.1.0'])
})

test('another wording is nothing to publish', () => {
  const before = published(things(reply({ name: text })))
  const reworded = things(reply({ name: { ...text, description: 'How it is called.' } }), {
    description: 'All about things.',
  })
  expect(plan(reworded, before)).toMatchObject({ outcome: 'unchanged', revision: '1.0' })
})

test('a break is refused, with a message that shows it and the way out', () => {
  const before = published(things(reply({ name: text }, ['name'])))
  const { outcome, refusals, findings } = plan(things(reply({ name: text })), before)
  expect(outcome).toBe('refused')
  expect(refusals).toEqual([
    expect.stringMatching(/^it breaks clients of 1\.0\..*npx strata new system\/things\/v2 --from v1\n/s),
  ])
  expect(findings).toMatchObject([{ verdict: 'breaking', witness: {}, against: ['1.0'] }])
})

test('a change is compared with every revision somebody may still rely on', () => {
  const one = things({ body: { type: 'object', properties: { size: { enum: ['s', 'm', 'l'] } } } })
  const two = things({ body: { type: 'object', properties: { size: { enum: ['s', 'm'] } } } })
  const three = things({
    body: { type: 'object', properties: { size: { enum: ['s', 'm'] }, colour: text } },
  })
  // 1.1 got in with somebody's consent; it is no licence for what comes after.
  expect(plan(three, published(two)).verdict).toBe('compatible')
  const { outcome, findings, against } = plan(three, published(one, two))
  expect([outcome, against]).toEqual(['refused', ['1.0', '1.1']])
  expect(findings.filter(({ verdict }) => verdict === 'breaking')).toMatchObject([
    { witness: { size: 'l' }, against: ['1.0'] },
  ])
})

test('what cannot be proved is refused too', () => {
  const before = published(things({ body: { type: 'string', pattern: '^(?=a)[a-z]+$' } }))
  const after = things({ body: { type: 'string', pattern: '^(?=b)[a-z]+$' } })
  expect(plan(after, before)).toMatchObject({ outcome: 'refused' })
})

test('nothing is published that nobody owns', () => {
  expect(plan(things({}, { 'x-owner': { team: 'things' } }), [])).toMatchObject({
    outcome: 'refused',
    refusals: ['nobody owns it: add contact, oncall to info.x-owner'],
  })
})

test('what it uses is published before it, or with it', () => {
  const desk = things({}, { 'x-uses': { crm: 'backend/crm/v1', stock: 'system/stock/v1' } })
  expect(plan(desk, []).refusals).toEqual([
    'it uses system/stock/v1, which is not published: publish that with it',
  ])
  expect(plan(desk, [], { statusOf: () => 'active' }).outcome).toBe('publish')
})

test('a draft that is published is active, in its file too', () => {
  const { document, edits } = plan(things({}, { 'x-lifecycle': { status: 'draft' } }), [])
  expect(document.info['x-lifecycle']).toEqual({ status: 'active' })
  expect(edits).toContainEqual({ keys: ['info', 'x-lifecycle', 'status'], value: 'active' })
})
