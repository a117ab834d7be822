/** Contracts of the fixtures, read by the code that reads those of the product. */
import { join } from 'node:path'
import type { ContractId } from '../../contracts/contract.ts'
import { bundleContract } from '../../contracts/generate/bundle.ts'
import type { Json } from '../../contracts/runtime/document.ts'
import { type ContractData, toContract } from '../../contracts/runtime/load.ts'
import { type Route, route } from '../../contracts/runtime/route.ts'

export const repository = join(import.meta.dirname, '../..')
export const fixtures = join(import.meta.dirname, 'fixtures')

/** Bundles a contract of a fixture tree. */
export async function fixtureContract(tree: string, id: ContractId): Promise<ContractData> {
  const root = join(fixtures, tree)
  const document = await bundleContract(join(root, 'contracts', `${id}.yaml`), root)
  if (!('openapi' in document)) throw new Error(JSON.stringify(document))
  return toContract(id, document)
}

/** What the generated module of a contract exports as `routes()`. */
export const routesOf = (contract: ContractData): Record<string, Route> =>
  Object.fromEntries(Object.keys(contract.operations).map((id) => [id, route(contract, id)]))

/** The contract whose every corner is a hard one. */
export const workshop = () => fixtureContract('workshop', 'system/workshop/v1')

/** A repair order that uses every part of its schema. */
export const repairOrder = {
  owner: { kind: 'fleet', company: 'Couriers of Gent', vat: 'BE0123456789', size: 40 },
  jobs: [
    { code: 'TY-100', minutes: 30, price: '12.50', discount: 19.99, warranty: true },
    { code: 'BR-220', minutes: 45, price: '40' },
  ],
  currency: 'CHF',
  pickUp: { street: 'Veldstraat 8', unit: null, town: 'Gent', country: 'BE', spot: [51.05, 3.72] },
  bringBack: { street: 'Korenlei 1', town: 'Gent', country: 'BE' },
  remarks: 'Ring twice.',
  wantedAt: '2026-03-14T09:30:00+01:00',
  frame: { name: 'frame', parts: [{ name: 'fork', parts: [{ name: 'bearing' }] }, { name: 'saddle' }] },
  pin: '4711',
  stickers: ['frame', 'fork'],
  labels: { 's-colour': 'red', 'n-gears': 8 },
  extras: { basket: true, bell: 'brass', lights: 2 },
} as const satisfies Json
