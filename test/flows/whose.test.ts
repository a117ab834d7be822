/** Whose it is: nobody reads or changes what belongs to somebody else, whatever ids he knows (OWASP API1). */
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { seed } from '../../gateway/sandbox/seed/main.ts'
import { describeFlow, type Flow } from '../support/flow.ts'

const [mine, others] = seed.customers
  .filter(({ billing }) => billing === 'active')
  .map(({ customerId }) => customerId) as [string, string]
const cart = { lines: [{ sku: 'WID-001', quantity: 1 }] }
const newcomer = {
  legalName: 'Sophies Buchladen GmbH',
  displayName: 'Sophies Buchladen',
  email: 'laden@sophie.example',
  phone: '+49 40 5550 188',
  address: { street: 'Gasse 9', city: 'Bremen', postalCode: '28195', country: 'DE' },
  contact: { firstName: 'Sophie', lastName: 'Ahlers', email: 'sophie.ahlers@sophie.example' },
}

/** Who asks, and for whom. */
type Asker = readonly [consumer: string, customerId?: string]

interface Kind {
  /** Makes one that belongs to the owner. @returns where it is read */
  make(flow: Flow, key: string): Promise<string>
  readonly owner: Asker
  /** What each of the others gets, who knows where it is. */
  readonly strangers: readonly (readonly [Asker, number])[]
}

const placeOrder = async (flow: Flow, api: string, key: string) => {
  const { status, headers } = await flow.post(
    `experience/storefront/${api}/checkout`,
    cart,
    'storefront-web',
    mine,
    key,
  )
  expect(status).toBe(201)
  return (headers.location as string).slice(1)
}

const kinds: Readonly<Record<string, Kind>> = {
  'an order': {
    make: (flow, key) => placeOrder(flow, 'v1', key),
    owner: ['storefront-web', mine],
    strangers: [
      [['storefront-web', others], 404],
      [['storefront-web'], 403],
      [['mobile-app', mine], 403],
      [['partner-portal', mine], 403],
      [['order-desk', mine], 403],
      [['ops', mine], 403],
    ],
  },
  'an order in another version': {
    make: (flow, key) => placeOrder(flow, 'v2', key),
    owner: ['storefront-web', mine],
    strangers: [
      [['storefront-web', others], 404],
      [['mobile-app', mine], 403],
    ],
  },
  'an order on the phone': {
    async make(flow, key) {
      return (await placeOrder(flow, 'v1', key)).replace('storefront', 'mobile')
    },
    owner: ['mobile-app', mine],
    strangers: [
      [['mobile-app', others], 404],
      [['mobile-app'], 403],
      [['storefront-web', mine], 403],
    ],
  },
  'an operation that goes on': {
    async make(flow, key) {
      await flow.fault('erp', { kind: 'status', status: 503, match: 'party.party.create', times: 100 })
      const path = 'experience/partner-portal/v1/customers'
      const accepted = await flow.post(path, newcomer, 'partner-portal', undefined, key)
      expect(accepted.status).toBe(202)
      return (accepted.headers.location as string).slice(1)
    },
    owner: ['partner-portal'],
    strangers: [
      [['partner-portal', mine], 404],
      [['storefront-web', mine], 403],
      [['order-desk'], 403],
    ],
  },
  'an invoice': {
    make: async () => `experience/partner-portal/v1/invoices?customerId=${mine}`,
    owner: ['partner-portal'],
    strangers: [
      [['storefront-web', mine], 403],
      [['mobile-app', mine], 403],
      [['order-desk'], 403],
    ],
  },
  'a customer': {
    make: async () => `experience/partner-portal/v1/customers/${mine}`,
    owner: ['partner-portal'],
    strangers: [
      [['storefront-web', mine], 403],
      [['mobile-app', mine], 403],
      [['order-desk'], 403],
    ],
  },
  'the home of a customer': {
    make: async () => 'experience/mobile/v1/home',
    owner: ['mobile-app', mine],
    strangers: [
      [['mobile-app'], 403],
      [['mobile-app', 'CUS-01JNEXM65RKRZB6RDDNAB7ZZZZ'], 404],
      [['storefront-web', mine], 403],
    ],
  },
}

describeFlow('whose it is', (flow) => {
  for (const [name, { make, owner, strangers }] of Object.entries(kinds))
    test(`${name} is shown to whom it belongs, and to nobody else`, async () => {
      const path = await make(flow, randomUUID())
      expect((await flow.get(path, ...owner)).status).toBe(200)
      for (const [asker, status] of strangers) {
        const answer = await flow.get(path, ...asker)
        expect([asker, answer.status]).toEqual([asker, status])
        // No more is told of what is somebody else's than of what there is not.
        if (status === 404) expect(answer.body).not.toHaveProperty('owner')
      }
    })

  test('an answer is given again to who got it, and to nobody else', async () => {
    const key = randomUUID()
    const ask = (version: string, customerId: string) =>
      flow.post(`experience/storefront/${version}/checkout`, cart, 'storefront-web', customerId, key)
    const first = await ask('v1', mine)
    const other = await ask('v1', others)
    expect([first.status, other.status]).toEqual([201, 201])
    expect(other.body.orderId).not.toBe(first.body.orderId)
    expect(other.headers['idempotency-replayed']).toBeUndefined()
    expect((await ask('v1', mine)).headers['idempotency-replayed']).toBe('true')
  })

  test('who an order is for is who is signed in, whatever the request says', async () => {
    const body = { ...cart, customerId: others }
    const refused = await flow.post('experience/storefront/v1/checkout', body, 'storefront-web', mine)
    expect(refused.body).toMatchObject({
      type: '/problems/validation-failed',
      errors: [{ pointer: '#/customerId' }],
    })
  })
})
