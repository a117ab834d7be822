/** `strata impact`: who is hit when an API version, or a field of it, goes away, and whom a new contract would refuse. */
import { defineCommand } from 'citty'
import type { Reads, TrialResult, Usage } from '#contracts/admin'
import { NotComparable } from '../../contracts/govern/main.ts'
import type { ContractData } from '../../contracts/runtime/load.ts'
import type { Seen } from '../impact/affected.ts'
import { fieldsNamed, fieldsOf, similarNames } from '../impact/fields.ts'
import { impactOf } from '../impact/impact.ts'
import { impactText } from '../impact/text.ts'
import { type Trial, trialOf, trialText } from '../impact/trial-text.ts'
import { askAdmin, connection, NoAnswer } from './admin-client.ts'
import { load } from './baseline.ts'
import { apiContracts } from './contracts.ts'
import { Mistake } from './mistake.ts'
import { table } from './table.ts'

export const impact = defineCommand({
  meta: {
    name: 'impact',
    description:
      'who is hit when an API version, or a field of it, goes away; whom a new contract would refuse',
  },
  args: {
    id: { type: 'positional', description: 'the API version, such as system/erp/v1', required: true },
    field: {
      type: 'string',
      description: 'a field of its replies: a name, a path such as billing.state, or a pointer',
    },
    against: {
      type: 'string',
      description: 'a new contract, by id or file: which of the requests that really come would it refuse?',
    },
    days: { type: 'string', description: 'how many days of calls are counted (default: 30, most 90)' },
    json: { type: 'boolean', description: 'print it as JSON' },
    ...connection,
  },
  async run({ args: { id, field, against, days = '30', json, ...connection } }) {
    const contracts = apiContracts()
    const api = find(contracts, id)
    const ask = await asking(connection, daysOf(days))
    if (against !== undefined) {
      if (!ask) throw new Mistake('requests are kept by a running gateway: start it, or name it with --url')
      const trial = await tryOn(api, against, ask)
      console.log(json ? JSON.stringify(trial) : trialText(trial, { table }))
      return
    }
    const wanted = field === undefined ? undefined : { name: field, fields: fieldsIn(api, field) }
    const found = await impactOf(api, wanted, contracts, ask)
    console.log(json ? JSON.stringify(found) : impactText(found, { table, now: Date.now() }))
  },
})

interface Asking extends Seen {
  check(api: string, document: object): Promise<TrialResult>
}

/** `undefined` when no gateway runs, and none was named. */
async function asking(
  { url, token }: { readonly url?: string | undefined; readonly token?: string | undefined },
  days: number,
): Promise<Asking | undefined> {
  const ask = <Answer>(path: string, body?: object) => askAdmin<Answer>(path, { url, token }, body)
  const usage = async (api: string) => (await ask<Usage>(`/usage?api=${api}&days=${days}`)).items
  try {
    await usage('system/none/v1')
  } catch (error) {
    if (error instanceof NoAnswer && url === undefined) return undefined
    throw error
  }
  return {
    days,
    usage,
    reads: async (api) => (await ask<Reads>(`/reads?api=${api}`)).items,
    check: (api, document) => ask<TrialResult>('/samples/check', { api, document }),
  }
}

async function tryOn({ id }: ContractData, against: string, ask: Asking): Promise<Trial> {
  const { root: document } = await load(against).catch((error: unknown) => {
    throw error instanceof NotComparable ? new Mistake(error.message) : error
  })
  const { items } = await ask.check(id, document as object)
  return trialOf(id, against, ask.days, items, await ask.usage(id))
}

function find(contracts: readonly ContractData[], id: string): ContractData {
  const found = contracts.find((contract) => contract.id === id)
  if (found) return found
  throw new Mistake(`there is no ${id}: contracts/ has ${contracts.map((one) => one.id).join(', ')}`)
}

function fieldsIn(api: ContractData, name: string) {
  const all = fieldsOf(api)
  const found = fieldsNamed(all, name)
  if (found.length) return found
  const similar = similarNames(all, name)
  const hint = similar.length
    ? `: did you mean ${similar.join(', ')}?`
    : `; npx strata diff shows its contract`
  throw new Mistake(`no reply of ${api.id} has a field ${name}${hint}`)
}

function daysOf(text: string): number {
  const days = Number(text)
  if (Number.isInteger(days) && days >= 1 && days <= 90) return days
  throw new Mistake('--days must be a whole number from 1 to 90')
}
