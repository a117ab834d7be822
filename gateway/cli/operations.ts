/** `strata operations`: requests that go on without their caller, and those an operator has to settle. */
import { defineCommand } from 'citty'
import type { Operation, OperationList, Resolution } from '#contracts/admin'
import { askAdmin, connection } from './admin-client.ts'
import { Mistake } from './mistake.ts'
import { table } from './table.ts'

const json = { type: 'boolean', description: 'print it as JSON' } as const
const id = { type: 'positional', required: true, description: 'OP-…, from the list' } as const

const list = defineCommand({
  meta: { name: 'list', description: 'list operations that are parked, and those that go on' },
  args: {
    state: { type: 'string', description: 'parked or pending (default: both)' },
    limit: { type: 'string', description: 'at most so many (default: 100)' },
    json,
    ...connection,
  },
  async run({ args: { state, limit = '100', json, ...connection } }) {
    const query = new URLSearchParams({ limit, ...(state && { state }) })
    const { items } = await askAdmin<OperationList>(`/operations?${query}`, connection)
    console.log(json ? JSON.stringify(items) : tableOf(items))
  },
})

const show = defineCommand({
  meta: { name: 'show', description: 'show one operation with its steps' },
  args: { id, json, ...connection },
  async run({ args: { id, json, ...connection } }) {
    const operation = await askAdmin<Operation>(pathOf(id), connection)
    console.log(json ? JSON.stringify(operation) : detailsOf(operation))
  },
})

const resolve = defineCommand({
  meta: { name: 'resolve', description: 'settle an operation' },
  args: {
    id,
    retry: { type: 'boolean', description: 'go on now; what is in doubt did not act' },
    abandon: { type: 'boolean', description: 'take back what was done' },
    completed: { type: 'boolean', description: 'it was carried out' },
    note: { type: 'string', description: 'what the decision rests on; goes to the log' },
    json,
    ...connection,
  },
  async run({ args: { id, json, note, retry, abandon, completed, ...connection } }) {
    const path = pathOf(id)
    const decision = only({ retry, abandon, completed })
    if (!note?.trim()) throw new Mistake('say what the decision rests on: --note "…"')
    const body: Resolution = { decision, note }
    const operation = await askAdmin<Operation>(`${path}/resolve`, connection, body)
    console.log(json ? JSON.stringify(operation) : `${outcomes[decision]}\n\n${detailsOf(operation)}`)
  },
})

export const operations = defineCommand({
  meta: { name: 'operations', description: 'see and settle what goes on without its caller' },
  subCommands: { list, show, resolve },
})

type Decision = Resolution['decision']

const outcomes: Readonly<Record<Decision, string>> = {
  retry: 'It goes on.',
  abandon: 'It is given up.',
  completed: 'It is settled.',
}

/** @throws Mistake unless one decision was made */
function only(flags: Readonly<Record<Decision, boolean | undefined>>): Decision {
  const [decision, ...others] = (Object.keys(flags) as Decision[]).filter((flag) => flags[flag])
  if (!decision || others.length) throw new Mistake('decide: --retry, --abandon or --completed, one of them')
  return decision
}

/** @throws Mistake when it is no id */
function pathOf(id: string): string {
  if (/^OP-[\w-]{32}$/.test(id)) return `/operations/${id}`
  throw new Mistake(`${id} names no operation: strata operations list shows the ids`)
}

function tableOf(items: readonly Operation[]): string {
  if (items.length === 0) return 'Nothing is open.'
  const headings = ['operation', 'state', 'api', 'what', 'owner', 'consumer', 'since', 'tries', 'next', 'why']
  const rows = items.map((one) => [
    one.operationId,
    one.state,
    one.api,
    one.operation,
    one.owner,
    one.consumer,
    one.createdAt,
    one.attempts,
    one.nextAttemptAt ?? '-',
    one.reason ?? '-',
  ])
  return table(headings, rows)
}

function detailsOf({ steps, ...operation }: Operation): string {
  const lines = Object.entries({
    operation: operation.operationId,
    asks: `${operation.api} ${operation.operation}`,
    by: operation.consumer,
    owner: operation.owner,
    state: operation.state,
    why: operation.reason,
    since: operation.createdAt,
    tries: operation.attempts,
    next: operation.nextAttemptAt,
  }).flatMap(([name, value]) => (value === undefined ? [] : [`${name.padEnd(9)}  ${value}`]))
  const rows = steps.map(({ step, state }) => [step, state])
  return [...lines, ...(rows.length ? ['', table(['step', 'state'], rows)] : [])].join('\n')
}
