/** `strata alerts`: what owners were told, and what is kept from them for a while. */
import { defineCommand } from 'citty'
import type { Alert, AlertList, Silence, SilenceList, SilenceRequest } from '#contracts/admin'
import { askAdmin, connection } from './admin-client.ts'
import { Mistake } from './mistake.ts'
import { table } from './table.ts'

const json = { type: 'boolean', description: 'print it as JSON' } as const

const list = defineCommand({
  meta: { name: 'list', description: 'list alerts, the latest first' },
  args: {
    state: { type: 'string', description: 'open or resolved (default: both)' },
    owner: { type: 'string', description: 'only those of this team' },
    limit: { type: 'string', description: 'at most so many (default: 100)' },
    json,
    ...connection,
  },
  async run({ args: { state, owner, limit = '100', json, ...connection } }) {
    const query = new URLSearchParams({ limit, ...(state && { state }), ...(owner && { owner }) })
    const { items } = await askAdmin<AlertList>(`/alerts?${query}`, connection)
    console.log(json ? JSON.stringify(items) : tableOf(items))
  },
})

const silence = defineCommand({
  meta: { name: 'silence', description: 'keep alerts from their owner for a while' },
  args: {
    api: { type: 'string', description: 'alerts about this contract' },
    owner: { type: 'string', description: 'alerts for this team' },
    kind: { type: 'string', description: 'alerts of this kind, such as drift' },
    subject: { type: 'string', description: 'alerts about this part of the contract, as the list has it' },
    minutes: { type: 'string', description: 'how long (default: 60)' },
    note: { type: 'string', description: 'why' },
    json,
    ...connection,
  },
  async run({ args: { api, owner, kind, subject, minutes = '60', note, json, ...connection } }) {
    const what = Object.entries({ api, owner, kind, subject }).filter(([, value]) => value !== undefined)
    if (what.length === 0) throw new Mistake('say what to keep quiet: --api, --owner, --kind or --subject')
    if (!note?.trim()) throw new Mistake('say why nobody should be told: --note "…"')
    const body: SilenceRequest = { ...Object.fromEntries(what), minutes: Number(minutes), note }
    const made = await askAdmin<Silence>('/silences', connection, body)
    console.log(json ? JSON.stringify(made) : silencesOf([made]))
  },
})

const silences = defineCommand({
  meta: { name: 'silences', description: 'list what is kept quiet now' },
  args: { json, ...connection },
  async run({ args: { json, ...connection } }) {
    const { items } = await askAdmin<SilenceList>('/silences', connection)
    console.log(json ? JSON.stringify(items) : silencesOf(items))
  },
})

const unsilence = defineCommand({
  meta: { name: 'unsilence', description: 'end a silence' },
  args: {
    id: { type: 'positional', required: true, description: 'SIL-…, from silences' },
    json,
    ...connection,
  },
  async run({ args: { id, json, ...connection } }) {
    if (!/^SIL-[\w-]{22}$/.test(id))
      throw new Mistake(`${id} names no silence: strata alerts silences has the ids`)
    const ended = await askAdmin<Silence>(`/silences/${id}/end`, connection, {})
    console.log(json ? JSON.stringify(ended) : 'Alerts are told again.')
  },
})

export const alerts = defineCommand({
  meta: { name: 'alerts', description: 'see what owners were told, and keep it quiet for a while' },
  subCommands: { list, silence, silences, unsilence },
})

function tableOf(items: readonly Alert[]): string {
  if (items.length === 0) return 'Nobody had to be told anything.'
  const headings = ['alert', 'state', 'kind', 'owner', 'told', 'times', 'since', 'last', 'what']
  const rows = items.map((one) => [
    one.id,
    one.state,
    one.kind,
    one.owner,
    one.delivery,
    one.times,
    one.firstAt,
    one.lastAt,
    one.summary,
  ])
  return table(headings, rows)
}

function silencesOf(items: readonly Silence[]): string {
  if (items.length === 0) return 'Nothing is kept quiet.'
  const rows = items.map((one) => [
    one.silenceId,
    [one.kind, one.api, one.owner, one.subject].filter(Boolean).join(', '),
    one.until,
    one.by,
    one.note,
  ])
  return table(['silence', 'of', 'until', 'by', 'why'], rows)
}
