/** A wish is the same wish in every version of an API: what is made under its key is made once. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ContractData } from '../../../contracts/runtime/load.ts'
import { apis } from '../../../gateway/apis.gen.ts'
import { Call } from '../../../gateway/call.ts'
import { stepKey } from '../../../gateway/hop/step-key.ts'
import { firstVersionOf } from '../../../gateway/idempotency/first-version.ts'
import { keyOf, wishOf } from '../../../gateway/idempotency/wish.ts'

const contractOf = (id: string) => apis.find(({ contract }) => contract.id === id)?.contract as ContractData
const caller = { consumer: 'storefront-web', customerId: 'CUS-01JNEXM65RKRZB6RDDNAB7ZAQH' }
const request = { params: {}, query: {}, body: { lines: [{ sku: 'WID-001', quantity: 3 }] } }

/** A checkout through one version of the web shop, and the order it places through one version of the process. */
async function keysOf(shop: string, process: string, key = '0f8fad5b-d9cb-469f-a165-70867728950e') {
  const [above, below] = [contractOf(shop), contractOf(process)]
  const wish = wishOf(key, caller, above, above.operations.checkout as never, request)
  const call = new Call(performance.now() + 1_000, undefined, keyOf(wish))
  const target = { contract: below, operation: below.operations.placeOrder as never }
  const step = stepKey(target, async (_, { key }) => ({ status: 200, body: key }))
  return { record: wish.id, key: call.key, step: (await step({}, call)).body }
}

/** Whoever changes these makes a second order of each request that is repeated over the change. */
const kept = {
  record: 'mW_ndcOaM4C50PkO1PteSMOEAiRR5BZ9',
  key: 'hDg-uZWm53MBOeCC8HA_Bg6KljF0BejW',
  step: 'Lg0dws7Erq9ff5npY96tKsv-QbEGiP_-',
}

test('v1 derives what it derived before there was a v2', async () => {
  expect(await keysOf('experience/storefront/v1', 'process/order-to-cash/v1')).toEqual(kept)
})

test('a layer that goes over to v2 below sends the same key', async () => {
  expect(await keysOf('experience/storefront/v1', 'process/order-to-cash/v2')).toEqual(kept)
})

test('a client that goes over to v2 has the same key, and a record of its own', async () => {
  const { record, ...derived } = await keysOf('experience/storefront/v2', 'process/order-to-cash/v2')
  expect({ record: kept.record, ...derived }).toEqual(kept)
  expect(record).not.toBe(kept.record)
})

test('versions and nothing else make no difference', () => {
  const name = fc.stringMatching(/^(system|process|experience)\/[a-z][a-z0-9-]{0,20}$/)
  const version = fc.integer({ min: 1, max: 99 })
  const [operation] = Object.values(contractOf('experience/storefront/v1').operations)
  const wishIn = (id: string, key: string) =>
    wishOf(key, caller, { id } as never, operation as never, request)
  fc.assert(
    fc.property(name, version, version, name, fc.uuid(), (api, one, two, other, key) => {
      const [first, second] = [wishIn(`${api}/v${one}`, key), wishIn(`${api}/v${two}`, key)]
      expect(keyOf(first)).toBe(keyOf(second))
      expect(first.id === second.id).toBe(one === two)
      expect(keyOf(wishIn(`${other}/v${one}`, key)) === keyOf(first)).toBe(other === api)
    }),
  )
})

test('what has no versions is its own first one', () => {
  expect(['admin', 'system/v2/v10', 'system/erp/v1'].map(firstVersionOf)).toEqual([
    'admin',
    'system/v2/v1',
    'system/erp/v1',
  ])
})
