/** `strata drift`: where systems do not answer as they did, and what is normal now. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { defineCommand } from 'citty'
import type {
  DriftAccepted,
  DriftFinding,
  DriftList,
  Reconciliation,
  ReconciliationList,
} from '#contracts/admin'
import { askAdmin, connection } from './admin-client.ts'
import { Mistake } from './mistake.ts'
import { table } from './table.ts'

const json = { type: 'boolean', description: 'print it as JSON' } as const
const id = { type: 'positional', required: true, description: 'DRF-…, from the list' } as const

const list = defineCommand({
  meta: { name: 'list', description: 'list what has drifted, the latest first' },
  args: {
    state: { type: 'string', description: 'open, accepted or over (default: all)' },
    owner: { type: 'string', description: 'only those of systems of this team' },
    limit: { type: 'string', description: 'at most so many (default: 100)' },
    json,
    ...connection,
  },
  async run({ args: { state, owner, limit = '100', json, ...connection } }) {
    const query = new URLSearchParams({ limit, ...(state && { state }), ...(owner && { owner }) })
    const { items } = await askAdmin<DriftList>(`/drift?${query}`, connection)
    console.log(json ? JSON.stringify(items) : tableOf(items))
  },
})

const show = defineCommand({
  meta: { name: 'show', description: 'show one of them: before and after, and what users see of it' },
  args: { id, json, ...connection },
  async run({ args: { id, json, ...connection } }) {
    const finding = await askAdmin<DriftFinding>(pathOf(id), connection)
    console.log(json ? JSON.stringify(finding) : detailsOf(finding))
  },
})

const accept = defineCommand({
  meta: { name: 'accept', description: 'say that it is normal now; writes the file to be reviewed' },
  args: {
    id,
    note: { type: 'string', description: 'what the decision rests on; goes into the file' },
    directory: { type: 'string', description: 'the checkout that gets the file (default: this one)' },
    json,
    ...connection,
  },
  async run({ args: { id, note, directory, json, ...connection } }) {
    const path = pathOf(id)
    if (!note?.trim()) throw new Mistake('say what the decision rests on: --note "…"')
    const accepted = await askAdmin<DriftAccepted>(`${path}/accept`, connection, { note })
    const target = join(directory ?? join(import.meta.dirname, '../..'), accepted.path)
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, `${JSON.stringify(accepted.file, null, 2)}\n`)
    console.log(
      json
        ? JSON.stringify({ finding: accepted.finding, path: target })
        : `It is normal now. Have ${target} reviewed, so that it lasts.`,
    )
  },
})

const compare = defineCommand({
  meta: { name: 'compare', description: 'which records one system has and another does not' },
  args: {
    api: {
      type: 'positional',
      required: false,
      description: 'the contract that says so (default: only list them)',
    },
    name: { type: 'positional', required: false, description: 'what the contract calls it' },
    json,
    ...connection,
  },
  async run({ args: { api, name, json, ...connection } }) {
    if (api && !name) throw new Mistake('say what to compare: strata drift compare lists the names')
    if (api && name) await runComparison(api, name, connection)
    const { items } = await askAdmin<ReconciliationList>('/reconciliations', connection)
    const shown = items.filter((one) => !api || (one.api === api && one.name === name))
    console.log(json ? JSON.stringify(shown) : comparisonsOf(shown))
    if (shown.some(({ missing }) => api && missing)) process.exitCode = 1
  },
})

const LOOK_AGAIN_MS = 500
const WAIT_MS = 10 * 60_000

/** Waits for what it finds. @throws Mistake */
async function runComparison(
  api: string,
  name: string,
  connection: Parameters<typeof askAdmin>[1],
): Promise<void> {
  const { dueAt } = await askAdmin<Reconciliation>('/reconciliations/run', connection, { api, name })
  for (const endsAt = performance.now() + WAIT_MS; performance.now() < endsAt; await after(LOOK_AGAIN_MS)) {
    const { items } = await askAdmin<ReconciliationList>('/reconciliations', connection)
    const one = items.find((item) => item.api === api && item.name === name)
    if (one?.finishedAt !== undefined && one.finishedAt >= dueAt && one.state !== 'running') return
  }
  throw new Mistake('no process did it: one that serves the API has to be running')
}

export const drift = defineCommand({
  meta: { name: 'drift', description: 'see where systems do not answer as they did, and accept it' },
  subCommands: { list, show, accept, compare },
})

/** @throws Mistake when it is no id */
function pathOf(id: string): string {
  if (/^DRF-[\w-]{16}$/.test(id)) return `/drift/${id}`
  throw new Mistake(`${id} names nothing that was found: strata drift list shows the ids`)
}

function tableOf(items: readonly DriftFinding[]): string {
  if (items.length === 0) return 'All systems answer as they did.'
  const headings = [
    'finding',
    'state',
    'owner',
    'api',
    'operation',
    'where',
    'event',
    'times',
    'since',
    'now',
  ]
  const rows = items.map((one) => [
    one.findingId,
    one.state,
    one.owner,
    one.api,
    one.operation,
    one.pointer || '/',
    one.isBroken ? `${one.event} (broken)` : one.event,
    one.times,
    one.firstSeen,
    one.after,
  ])
  return table(headings, rows)
}

function detailsOf({ affected, ...finding }: DriftFinding): string {
  const lines = Object.entries({
    finding: finding.findingId,
    what: finding.summary,
    owner: finding.owner,
    before: finding.before,
    after: finding.after,
    state: finding.state,
    since: finding.firstSeen,
    last: finding.lastSeen,
    times: finding.times,
    'accepted by': finding.acceptedBy,
    because: finding.acceptedBecause,
  }).flatMap(([name, value]) => (value === undefined ? [] : [`${name.padEnd(11)}  ${value}`]))
  const rows = affected.map(({ api, operation, fields }) => [api, operation, fields.join(' ') || '-'])
  return [
    ...lines,
    ...(rows.length ? ['', table(['users see it at', 'operation', 'fields'], rows)] : []),
  ].join('\n')
}

function comparisonsOf(items: readonly Reconciliation[]): string {
  if (items.length === 0) return 'Nothing is compared.'
  const rows = items.map((one) => [
    one.api,
    one.name,
    one.owner,
    one.state,
    one.finishedAt ?? '-',
    one.checked ?? '-',
    one.missing ?? '-',
    one.reason ?? ((one.examples ?? []).slice(0, 3).join(' ') || '-'),
  ])
  return table(['api', 'what', 'owner', 'state', 'last', 'checked', 'missing', 'as'], rows)
}
