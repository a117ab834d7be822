/** `strata dlq`: events that could not be delivered; why, and what becomes of them. */
import { readFileSync } from 'node:fs'
import { defineCommand } from 'citty'
import type {
  CauseList,
  Letter,
  LetterCorrection,
  LetterCount,
  LetterList,
  LetterSelection,
} from '#contracts/admin'
import { askAdmin, connection } from './admin-client.ts'
import { Mistake } from './mistake.ts'
import { table } from './table.ts'

const json = { type: 'boolean', description: 'print it as JSON' } as const
const id = { type: 'positional', required: true, description: 'DL-…, from the list' } as const
const note = { type: 'string', description: 'what it rests on; kept with the letter' } as const
const filter = {
  subscription: { type: 'string', description: 'only those of this subscription' },
  event: { type: 'string', description: 'only events of this type, as events/order-placed/v1' },
  reason: { type: 'string', description: 'only those with this reason, as contract-violation' },
  owner: { type: 'string', description: 'only those this team answers for' },
  key: { type: 'string', description: 'only events with this key' },
} as const

const list = defineCommand({
  meta: { name: 'list', description: 'list dead letters that are not done with' },
  args: {
    state: { type: 'string', description: 'new, held, queued, replayed or discarded' },
    ...filter,
    causes: { type: 'boolean', description: 'grouped by cause' },
    limit: { type: 'string', description: 'at most so many (default: 100)' },
    json,
    ...connection,
  },
  async run({ args }) {
    if (args.causes) {
      const { items } = await askAdmin<CauseList>('/dead-letters/causes', args)
      console.log(args.json ? JSON.stringify(items) : causesOf(items))
      return
    }
    const { state, limit = '100' } = args
    const query = new URLSearchParams({ limit, ...(state && { state }), ...chosen(args) })
    const { items } = await askAdmin<LetterList>(`/dead-letters?${query}`, args)
    console.log(args.json ? JSON.stringify(items) : tableOf(items))
  },
})

const show = defineCommand({
  meta: { name: 'show', description: 'show a dead letter with all that is known' },
  args: { id, json, ...connection },
  async run({ args }) {
    const letter = await askAdmin<Letter>(pathOf(args.id), args)
    console.log(args.json ? JSON.stringify(letter) : detailsOf(letter))
  },
})

const edit = defineCommand({
  meta: { name: 'edit', description: 'correct the data of an event; its contract has to hold' },
  args: {
    id,
    merge: { type: 'string', description: 'JSON Merge Patch of the data, or @file' },
    note,
    json,
    ...connection,
  },
  async run({ args }) {
    if (!args.merge) throw new Mistake(`say what changes: --merge '{"status":"shipped"}'`)
    const body: LetterCorrection = { change: readChange(args.merge), note: noteOf(args.note) }
    const letter = await askAdmin<Letter>(`${pathOf(args.id)}/correct`, args, body)
    console.log(
      args.json
        ? JSON.stringify(letter)
        : `It is corrected. Deliver it: strata dlq replay ${letter.letterId}`,
    )
  },
})

/** `replay` and `discard` mean the same letters. */
const changing = (name: 'replay' | 'discard', description: string, done: string) =>
  defineCommand({
    meta: { name, description },
    args: {
      id: { ...id, required: false, description: 'DL-…; without it, all the filters leave' },
      ...filter,
      all: { type: 'boolean', description: 'all of them, when there is no other filter' },
      'dry-run': { type: 'boolean', description: 'only say how many' },
      note,
      json,
      ...connection,
    },
    async run({ args }) {
      const conditions = { ...chosen(args), ...(args.id && { letterIds: [idOf(args.id)] }) }
      if (Object.keys(conditions).length === 0 && !args.all)
        throw new Mistake('say which: an id, a filter such as --reason, or --all')
      const dryRun = args['dry-run'] === true
      const note = dryRun ? 'dry run' : noteOf(args.note ?? (name === 'replay' ? 'replayed' : undefined))
      const body = { ...conditions, dryRun, note } as LetterSelection
      const count = await askAdmin<LetterCount>(`/dead-letters/${name}`, args, body)
      const { matched, changed } = count
      const text = dryRun ? `${matched} would be ${done}.` : `${changed} of ${matched} ${done}.`
      console.log(args.json ? JSON.stringify(count) : text)
    },
  })

export const dlq = defineCommand({
  meta: { name: 'dlq', description: 'see and settle events that could not be delivered' },
  subCommands: {
    list,
    show,
    edit,
    replay: changing('replay', 'deliver dead letters again, to who did not get them', 'queued'),
    discard: changing('discard', 'give dead letters up', 'discarded'),
  },
})

type Filter = { readonly [Name in keyof typeof filter]?: string | undefined }

const chosen = ({ subscription, event, reason, owner, key }: Filter) => ({
  ...(subscription && { subscription }),
  ...(event && { event }),
  ...(reason && { reason }),
  ...(owner && { owner }),
  ...(key && { key }),
})

/** @throws Mistake when it is no id */
function idOf(id: string): string {
  if (/^DL-[\w-]{22}$/.test(id)) return id
  throw new Mistake(`${id} names no dead letter: strata dlq list shows the ids`)
}

const pathOf = (id: string) => `/dead-letters/${idOf(id)}`

function noteOf(note: string | undefined): string {
  if (!note?.trim()) throw new Mistake('say what it rests on: --note "…"')
  return note
}

function readChange(text: string): LetterCorrection['change'] {
  try {
    return JSON.parse(text.startsWith('@') ? readFileSync(text.slice(1), 'utf8') : text)
  } catch (error) {
    throw new Mistake(`--merge is no JSON: ${(error as Error).message}`)
  }
}

function tableOf(items: LetterList['items']): string {
  if (items.length === 0) return 'There are no dead letters.'
  const headings = [
    'letter',
    'state',
    'subscription',
    'event',
    'key',
    'owner',
    'since',
    'reason',
    'what happened',
  ]
  return table(
    headings,
    items.map((one) => [
      one.letterId,
      one.state,
      one.subscription,
      one.event.type,
      one.key,
      one.owner,
      one.at,
      one.reason,
      one.message,
    ]),
  )
}

function causesOf(items: CauseList['items']): string {
  if (items.length === 0) return 'There are no dead letters.'
  return table(
    ['letters', 'held', 'subscription', 'owner', 'since', 'reason', 'what happened', 'for example'],
    items.map((one) => [
      one.letters,
      one.held,
      one.subscription,
      one.owner,
      one.oldestAt,
      one.reason,
      one.message,
      one.example,
    ]),
  )
}

function detailsOf(letter: Letter): string {
  const { event, differences, attempts, audit, data } = letter
  const lines = Object.entries({
    letter: letter.letterId,
    state: letter.state,
    for: letter.subscription,
    event: `${event.type} ${event.id} of ${event.source}`,
    key: letter.key,
    owner: letter.owner,
    since: letter.at,
    reason: `${letter.reason}, at ${letter.stage}`,
    what: letter.message,
    held: letter.held,
    trace: letter.traceId,
    data: data === undefined ? undefined : JSON.stringify(data),
  }).flatMap(([name, value]) => (value === undefined ? [] : [`${name.padEnd(7)}  ${value}`]))
  const sections = [
    differences.length
      ? table(
          ['where', 'must', 'is'],
          differences.map((one) => [one.pointer || '/', one.expected, one.actual]),
        )
      : '',
    attempts.length
      ? table(
          ['tried', 'ms', 'came to'],
          attempts.map((one) => [one.at, one.durationMs, one.error]),
        )
      : '',
    audit.length
      ? table(
          ['then', 'who', 'what', 'note'],
          audit.map((one) => [one.at, one.who, one.what, one.note ?? '']),
        )
      : '',
  ].filter((section) => section !== '')
  return [lines.join('\n'), ...sections].join('\n\n')
}
