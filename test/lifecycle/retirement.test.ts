/** A version goes only when nobody is left who would notice, or whoever is left has agreed. */
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { UsedOperation } from '../../contracts/generated/admin.ts'
import { markRetired } from '../../gateway/lifecycle/mark-retired.ts'
import { retirementOf } from '../../gateway/lifecycle/retirement.ts'
import { toConsumer } from '../../gateway/security/consumers.ts'
import { apisWith, instantIn } from './support.ts'

const shop = 'experience/storefront/v1'
const shopIn = (lifecycle: Readonly<Record<string, string>>) =>
  apisWith({ [shop]: { status: 'deprecated', deprecated: '2026-01-01T00:00:00Z', ...lifecycle } }).map(
    ({ contract }) => contract,
  )
const over = { sunset: instantIn(-1), successor: 'experience/storefront/v2' }
const team = (id: string) => ({ team: id, contact: `${id}@strata.example` })
const common = { description: 'A front end.', plan: 'standard' }
const consumers = new Map(
  [
    toConsumer({ ...common, id: 'web', owner: team('web'), uses: [shop] }),
    toConsumer({
      ...common,
      id: 'kiosk',
      owner: team('kiosk'),
      uses: [{ api: shop, consent: { by: 'ana@strata.example', on: '2026-10-01' } }],
    }),
    toConsumer({ ...common, id: 'elsewhere', owner: team('elsewhere'), uses: ['experience/mobile/v1'] }),
  ].map((consumer) => [consumer.id, consumer]),
)
const calls = (consumer: string, count = 12): UsedOperation => ({
  operation: 'getOrder',
  consumer,
  calls: count,
  callsPerDay: count / 14,
  firstSeen: instantIn(-100),
  lastSeen: instantIn(-0.01),
})
const known: readonly string[] = [
  shop,
  'system/crm/v1',
  'process/customer-360/v1',
  'process/customer-onboarding/v1',
]
const judge = (lifecycle: Readonly<Record<string, string>>, usage: readonly UsedOperation[], id = shop) => {
  const contracts = shopIn(lifecycle).filter((one) => known.includes(one.id))
  const contract = contracts.find((one) => one.id === id)
  if (!contract) throw new Error(id)
  return retirementOf(contract, contracts, consumers, usage, Date.now())
}

test.each<[string, ReturnType<typeof judge>, string, readonly string[]]>([
  ['nobody calls', judge(over, []), 'retirable', []],
  ['who called has stopped', judge(over, [calls('web', 0)]), 'retirable', []],
  ['who calls has agreed', judge(over, [calls('kiosk')]), 'retirable', []],
  ['who calls something else that is made with it', judge(over, [calls('elsewhere')]), 'retirable', []],
  [
    'somebody calls',
    judge(over, [calls('web'), calls('kiosk')]),
    'in use',
    ['web still calls it (web@strata.example), and has not agreed.'],
  ],
  [
    'somebody nobody knows calls',
    judge(over, [calls('anonymous')]),
    'in use',
    ['anonymous still calls it, and has not agreed.'],
  ],
  [
    'it is promised still',
    judge({ sunset: instantIn(1) }, []),
    'in use',
    ['until then it was promised to be there.'],
  ],
  ['nothing says when it ends', judge({}, []), 'in use', ['It has no sunset']],
  ['it is gone already', judge({ ...over, status: 'retired' }, [calls('web')]), 'retired', []],
  [
    'an API above uses it',
    judge(over, [], 'system/crm/v1'),
    'in use',
    ['It has no sunset', 'process/customer-360/v1 uses it', 'process/customer-onboarding/v1 uses it'],
  ],
])('%s', (_, { verdict, reasons }, want, said) => {
  expect(verdict).toBe(want)
  expect(reasons).toHaveLength(said.length)
  for (const [index, part] of said.entries()) expect(reasons[index]).toContain(part)
})

test('retiring changes one word of the contract', () => {
  const directory = mkdtempSync(join(tmpdir(), 'strata-retire-'))
  const file = join(directory, 'v1.yaml')
  const source = join(import.meta.dirname, `../../contracts/${shop}.yaml`)
  cpSync(source, file)
  markRetired(file)
  const [before, after] = [source, file].map((path) => readFileSync(path, 'utf8'))
  rmSync(directory, { recursive: true })
  expect(after).toBe(before?.replace('status: deprecated', 'status: retired'))
  expect(after).not.toBe(before)
})
