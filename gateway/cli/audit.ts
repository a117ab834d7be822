/** `strata audit`: what operators did. */
import { defineCommand } from 'citty'
import type { AuditEntry, AuditList } from '#contracts/admin'
import { askAdmin, connection } from './admin-client.ts'
import { table } from './table.ts'

const list = defineCommand({
  meta: { name: 'list', description: 'list what operators did, the newest first' },
  args: {
    limit: { type: 'string', description: 'at most so many (default: 100)' },
    json: { type: 'boolean', description: 'print it as JSON' },
    ...connection,
  },
  async run({ args: { limit = '100', json, ...connection } }) {
    const { items } = await askAdmin<AuditList>(`/audit?${new URLSearchParams({ limit })}`, connection)
    console.log(json ? JSON.stringify(items) : tableOf(items))
  },
})

export const audit = defineCommand({
  meta: { name: 'audit', description: 'see what operators did' },
  subCommands: { list },
})

function tableOf(items: readonly AuditEntry[]): string {
  if (items.length === 0) return 'Nobody did anything.'
  const rows = items.map(({ at, operator, action, target, request, status }) => [
    at,
    operator,
    action,
    Object.values(target).join(' ') || '-',
    status === undefined ? 'not known' : String(status),
    request === undefined ? '-' : JSON.stringify(request),
  ])
  return table(['when', 'who', 'what', 'to', 'ended with', 'asked for'], rows)
}
