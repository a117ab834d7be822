/** `strata keys`: API keys of consumers that cannot sign in. */
import { defineCommand } from 'citty'
import type { Key, KeyList, KeyRequest, KeyRevocation, KeyRotation, NewKey } from '#contracts/admin'
import { askAdmin, connection } from './admin-client.ts'
import { Mistake } from './mistake.ts'
import { table } from './table.ts'

const json = { type: 'boolean', description: 'print it as JSON' } as const
const id = { type: 'positional', required: true, description: 'strata_…, how the key begins' } as const

const list = defineCommand({
  meta: { name: 'list', description: 'list all keys that ever were' },
  args: { consumer: { type: 'string', description: 'only those of this consumer' }, json, ...connection },
  async run({ args: { consumer, json, ...connection } }) {
    const query = consumer === undefined ? '' : `?${new URLSearchParams({ consumer })}`
    const { items } = await askAdmin<KeyList>(`/keys${query}`, connection)
    console.log(json ? JSON.stringify(items) : tableOf(items))
  },
})

const create = defineCommand({
  meta: { name: 'create', description: 'make a key, and print it for the only time' },
  args: {
    consumer: { type: 'positional', required: true, description: 'id in contracts/consumers.yaml' },
    label: { type: 'string', description: 'what it is for' },
    days: { type: 'string', description: 'how long it is taken (default: until it is revoked)' },
    json,
    ...connection,
  },
  async run({ args: { consumer, label, days, json, ...connection } }) {
    if (!label?.trim()) throw new Mistake('say what the key is for: --label "…"')
    const body: KeyRequest = { consumer, label, ...(days && { expiresInDays: numberOf('days', days) }) }
    const made = await askAdmin<NewKey>('/keys', connection, body)
    console.log(json ? JSON.stringify(made) : made.key)
  },
})

const rotate = defineCommand({
  meta: { name: 'rotate', description: 'make a key in place of another, which is taken for a while longer' },
  args: {
    id,
    overlap: { type: 'string', description: 'seconds the old key is still taken (default: 86400)' },
    json,
    ...connection,
  },
  async run({ args: { id, overlap = '86400', json, ...connection } }) {
    const body: KeyRotation = { overlapSeconds: numberOf('overlap', overlap) }
    const made = await askAdmin<NewKey>(`${pathOf(id)}/rotate`, connection, body)
    console.log(json ? JSON.stringify(made) : made.key)
  },
})

const revoke = defineCommand({
  meta: { name: 'revoke', description: 'make a key worthless, everywhere within a second' },
  args: { id, note: { type: 'string', description: 'why; goes to the audit log' }, json, ...connection },
  async run({ args: { id, note, json, ...connection } }) {
    if (!note?.trim()) throw new Mistake('say why: --note "…"')
    const body: KeyRevocation = { note }
    const key = await askAdmin<Key>(`${pathOf(id)}/revoke`, connection, body)
    console.log(json ? JSON.stringify(key) : `${key.keyId} is worthless now.`)
  },
})

export const keys = defineCommand({
  meta: { name: 'keys', description: 'API keys of consumers that cannot sign in' },
  subCommands: { list, create, rotate, revoke },
})

function numberOf(name: string, text: string): number {
  if (/^\d{1,7}$/.test(text)) return Number(text)
  throw new Mistake(`--${name} has to be a whole number`)
}

/** @throws Mistake when it is no id */
function pathOf(id: string): string {
  const [prefix] = /^strata_[\w-]{8}/.exec(id) ?? []
  if (prefix) return `/keys/${prefix}`
  throw new Mistake('this is no API key: strata keys list shows how they begin')
}

function tableOf(items: readonly Key[]): string {
  if (items.length === 0) return 'There are no keys.'
  const rows = items.map((one) => [
    one.keyId,
    one.consumer,
    one.label,
    one.state,
    one.createdAt,
    one.revokedAt ?? one.expiresAt ?? '-',
  ])
  return table(['key', 'consumer', 'what for', 'state', 'made', 'until'], rows)
}
