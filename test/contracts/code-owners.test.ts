/** What is generated for the platform where changes are reviewed: who has to look, and what they are told. */
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { codeOwners } from '../../contracts/generate/code-owners.ts'
import { pullRequestCheck } from '../../contracts/generate/pull-request-check.ts'
import type { OpenApiDocument } from '../../contracts/runtime/document.ts'

const owned = (team: string, uses: object = {}) =>
  ({
    info: { 'x-owner': { team, contact: `${team}@strata.example` }, 'x-uses': uses },
  }) as never as OpenApiDocument

const contracts = new Map([
  ['admin', owned('platform')],
  ['backend/till/v1', owned('tills')],
  ['system/till/v1', owned('tills', { till: 'backend/till/v1' })],
  ['system/till/v2', owned('counters', { till: 'backend/till/v1' })],
  ['process/sales/v1', owned('sales', { till: 'system/till/v1' })],
])
const shop = { id: 'shop', owner: { contact: 'shop@strata.example' }, uses: ['process/sales/v1'] }

test('changes go to owners, and approvals to who depends on it', () => {
  expect(codeOwners(contracts, [shop]).split('\n').slice(2)).toEqual([
    '* platform@strata.example',
    '/contracts/backend/till/ tills@strata.example',
    '/contracts/process/sales/ sales@strata.example',
    '/contracts/published/process/sales/ sales@strata.example',
    '/process-apis/sales/ sales@strata.example',
    '/contracts/system/till/ counters@strata.example',
    '/contracts/published/system/till/ counters@strata.example',
    '/system-apis/till/ counters@strata.example',
    '/contracts/published/process/sales/v1/approvals/ shop@strata.example',
    '/contracts/published/system/till/v1/approvals/ sales@strata.example shop@strata.example',
    '',
  ])
})

test('a pull request is told what changes, and held while something is not published', () => {
  const workflow = parse(pullRequestCheck(['process', 'system']))
  expect(workflow.on.pull_request.paths).toContain('contracts/process/**')
  expect(workflow.permissions).toEqual({ contents: 'read', 'pull-requests': 'write' })
  const commands = workflow.jobs.diff.steps.flatMap(({ run }: { run?: string }) => run ?? [])
  expect(commands.join('\n')).toMatch(
    /strata diff --all --against "git:\$BASE" --markdown.*strata publish --check/s,
  )
  // What a branch is called is never pasted into a script.
  expect(commands.join('\n')).not.toContain('${{')
})
