/** Only what a contract declares can be missing from an answer, and only because a system failed. */
import { describe, expect, expectTypeOf, test } from 'vitest'
import type { Handlers } from '../../contracts/contract.ts'
import type { Defaults, Operations, Parts, Uses } from '../../contracts/generated/process/customer-360/v1.ts'
import { Call } from '../../gateway/call.ts'
import type { Send, Target } from '../../gateway/hop/policy.ts'
import { Problem, type ProblemOptions } from '../../gateway/problem.ts'
import { contextClass } from '../../gateway/serve/context.ts'
import { gathering } from '../../gateway/serve/gather.ts'
import { partialWhereDeclared } from '../../gateway/serve/partial.ts'

const optional = { crm: ['crm.getAccount'], erp: ['erp.getParty'] }
const target = {
  contract: { id: 'process/customer-360/v1' },
  operation: { id: 'getOverview', optional },
} as unknown as Target
const Plain = contextClass(
  {},
  async () => undefined,
  () => undefined,
)
const Context = gathering(Plain, target)

type Ask = (clients: object) => unknown
interface Gatherer {
  gather(asks: Record<string, Ask>): Promise<{ parts: Record<string, unknown>; sources: readonly object[] }>
}

function gather(asks: Record<string, Ask>, call = new Call(performance.now() + 1_000)) {
  return (new Context(call) as unknown as Gatherer).gather(asks)
}
const failing = (slug: Problem['slug'], options?: ProblemOptions) => () => {
  throw new Problem(slug, 'no', options)
}
const ok = async () => 'here'

test('all parts, asked at once', async () => {
  const order: string[] = []
  const asks = Object.fromEntries(
    ['crm', 'erp'].map((name) => [
      name,
      async () => {
        order.push(`${name} asked`)
        await new Promise(setImmediate)
        order.push(`${name} answered`)
        return name
      },
    ]),
  )
  expect(await gather(asks)).toMatchObject({ parts: { crm: 'crm', erp: 'erp' } })
  expect(order.slice(0, 2)).toEqual(['crm asked', 'erp asked'])
})

test.each([
  'upstream-unavailable',
  'overloaded',
  'contract-broken',
  'upstream-auth-failed',
  'deadline-exceeded',
] as const)('a part is missing for %s', async (slug) => {
  const call = new Call(performance.now() + 1_000)
  const answer = await gather({ crm: ok, erp: failing(slug) }, call)
  expect(answer.parts).toEqual({ crm: 'here', erp: undefined })
  expect(answer.sources).toMatchObject([
    { system: 'crm', state: 'ok' },
    { system: 'erp', state: 'unavailable' },
  ])
  expect(call.degraded).toEqual(new Set(['erp']))
})

test.each([
  ['a refusal', failing('forbidden')],
  ['a mistake of ours', failing('internal-error')],
  ['a mistake in the handler', () => (undefined as unknown as string).length],
])('no part is missing for %s', async (_, erp) => {
  await expect(gather({ crm: ok, erp })).rejects.toThrow()
})

test('when all fail, so does the answer', async () => {
  const failed = gather({ crm: failing('contract-broken'), erp: failing('overloaded') })
  await expect(failed).rejects.toMatchObject({ slug: 'contract-broken' })
})

test('every declared part has to be asked for, and no other', async () => {
  for (const asks of [{ crm: ok }, { crm: ok, hr: ok }, { crm: ok, erp: ok, hr: ok }])
    await expect(gather(asks as Record<string, Ask>)).rejects.toThrow('has to ask for crm, erp')
})

test('a source is as old as what it knows', async () => {
  const crm = (clients: object) => {
    ;(clients as { born(at: number): void }).born(performance.now() - 60_000)
    return 'old'
  }
  class Base extends Plain {
    readonly #call: Call
    constructor(call: Call) {
      super(call)
      this.#call = call
    }
    born(at: number) {
      this.#call.noteBorn(at)
    }
  }
  const own = new (gathering(Base, target))(new Call(performance.now() + 1_000)) as unknown as Gatherer
  const [old, fresh] = (await own.gather({ crm, erp: ok })).sources as readonly { asOf: string }[]
  expect(Date.now() - Date.parse(old?.asOf ?? '')).toBeGreaterThanOrEqual(60_000)
  expect(Date.now() - Date.parse(fresh?.asOf ?? '')).toBeLessThan(1_000)
})

test('an operation whose answer is always whole has nothing to gather', () => {
  const { contract, operation } = target
  expect(gathering(Plain, { contract, operation: { ...operation, optional: undefined } })).toBe(Plain)
})

describe('who may be given an answer that lacks parts', () => {
  const next: Send = async () => ({ status: 200 })
  const used = { contract: { id: 'process/customer-360/v1' }, operation: { id: 'getOverview', optional } }
  const whole = { ...used, operation: { id: 'getOverview' } }
  const callerOf = (parts?: object) =>
    ({
      contract: { id: 'experience/mobile/v1', owner: { team: 'mobile-apps' } },
      operation: { id: 'getHome', optional: parts },
    }) as unknown as Target
  const through = (caller: Target, target: object) =>
    partialWhereDeclared(caller, 'customers')(target as Target, next)

  test('who says the same of its own', () => {
    expect(through(callerOf({ crm: ['customers.getOverview'] }), used)).toBe(next)
    expect(through(callerOf(), whole)).toBe(next)
  })

  test.each([[undefined], [{ crm: ['others.getOverview'] }], [{ crm: ['customers.getOther'] }]])(
    'nobody else: %j',
    async (parts) => {
      await expect(through(callerOf(parts), used)({}, new Call(0))).rejects.toMatchObject({
        slug: 'internal-error',
        message: expect.stringContaining('getHome asks customers.getOverview, whose answer may lack parts'),
        owner: { team: 'mobile-apps' },
      })
    },
  )
})

/** Never run: what is said here, the compiler checks. */
describe('the compiler', () => {
  type Handler = Handlers<Operations, Uses, Defaults, Parts>['getOverview']
  type Served = Parameters<Handler>[1]
  const params = { customerId: 'CUS-01JNEXM65RKRZB6RDDNAB7ZAQH' }

  const typed = async (context: Served) => {
    const { parts, sources } = await context.gather({
      crm: ({ crm }) => crm.getAccount({ params }),
      erp: ({ erp }) => erp.getParty({ params }),
    })
    // @ts-expect-error a part may be missing
    parts.crm.status
    await context.gather({
      crm: ({ crm }) => crm.getAccount({ params }),
      // @ts-expect-error not among the calls of the part
      erp: ({ erp }) => erp.listInvoices({ query: {} }),
    })
    await context.gather({
      // @ts-expect-error the part of one system does not come from another
      crm: ({ erp }) => erp.getParty({ params }),
      erp: ({ erp }) => erp.getParty({ params }),
    })
    // @ts-expect-error a declared part cannot be forgotten
    await context.gather({ crm: ({ crm }) => crm.getAccount({ params }) })
    await context.gather({
      crm: ({ crm }) => crm.getAccount({ params }),
      erp: ({ erp }) => erp.getParty({ params }),
      // @ts-expect-error what is not declared cannot be done without
      contacts: () => context.crm.getContact({ params: { ...params, contactId: 'CON-1' } }),
    })
    return sources
  }

  test('knows what can be missing', () => {
    expectTypeOf(typed).returns.resolves.toExtend<
      readonly { readonly system: 'crm' | 'erp'; readonly state: 'ok' | 'unavailable' }[]
    >()
  })
})
