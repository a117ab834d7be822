/** `strata retire`: ends a version for good, once nobody is left who calls it, or whoever is left has agreed. */
import { join } from 'node:path'
import { defineCommand } from 'citty'
import type { Usage } from '#contracts/admin'
import { agoOf } from '../impact/text.ts'
import { markRetired } from '../lifecycle/mark-retired.ts'
import { type Retirement, retirementOf } from '../lifecycle/retirement.ts'
import { readConsumers } from '../security/consumers.ts'
import { askAdmin, connection } from './admin-client.ts'
import { apiContracts, root } from './contracts.ts'
import { Mistake } from './mistake.ts'
import { table } from './table.ts'

export const retire = defineCommand({
  meta: {
    name: 'retire',
    description: 'end a version for good; refused while anybody calls it without having agreed',
  },
  args: {
    id: { type: 'positional', description: 'the API version, such as system/erp/v1', required: true },
    check: { type: 'boolean', description: 'only tell who is left; exits with 1 when anybody is' },
    days: {
      type: 'string',
      description: 'nobody may have called it for so many days (default: 14, most 90)',
    },
    json: { type: 'boolean', description: 'print it as JSON' },
    ...connection,
  },
  async run({ args: { id, check, days = '14', json, ...connection } }) {
    const contracts = apiContracts()
    const contract = contracts.find((one) => one.id === id)
    if (!contract)
      throw new Mistake(`there is no ${id}: contracts/ has ${contracts.map((one) => one.id).join(', ')}`)
    const { items } = await askAdmin<Usage>(`/usage?api=${id}&days=${days}`, connection)
    const found = retirementOf(contract, contracts, readConsumers(), items, Date.now())
    const isDone = !check && found.verdict === 'retirable'
    if (isDone) markRetired(join(root, 'contracts', `${id}.yaml`))
    console.log(json ? JSON.stringify(found) : textOf(found, days, isDone))
    if (found.verdict === 'in use') process.exitCode = 1
  },
})

function textOf({ api, verdict, reasons, callers }: Retirement, days: string, isDone: boolean): string {
  const now = Date.now()
  const rows = callers.map(({ consumer, operation, callsPerDay, lastSeen, consentBy, isIndirect }) => [
    consumer,
    operation,
    agoOf(lastSeen, now),
    Math.ceil(callsPerDay * 10) / 10,
    consentBy ?? (isIndirect ? 'through a layer above' : '-'),
  ])
  return [
    outcomeOf(api, verdict, isDone),
    ...(reasons.length ? [reasons.map((reason) => `- ${reason}`).join('\n')] : []),
    rows.length
      ? table(['consumer', 'operation', 'last seen', 'calls a day', 'agreed'], rows)
      : `Nobody has called it in ${days} days.`,
    ...(reasons.some((reason) => reason.endsWith('has not agreed.'))
      ? [
          `Whoever agrees writes it into contracts/consumers.yaml: uses: [{ api: ${api}, consent: { by: …, on: … } }]`,
        ]
      : []),
  ].join('\n\n')
}

function outcomeOf(api: string, verdict: Retirement['verdict'], isDone: boolean): string {
  if (isDone) return `${api} is retired: its contract says so. Run npm run generate, and publish the change.`
  if (verdict === 'retired') return `${api} is retired.`
  return verdict === 'retirable' ? `${api} can be retired.` : `${api} cannot be retired yet:`
}
