/** The product's APIs with another life cycle, or another contract, than they have today. */
import type { Api, ContractId } from '../../contracts/contract.ts'
import type { Json } from '../../contracts/runtime/document.ts'
import { toContract } from '../../contracts/runtime/load.ts'
import { apis } from '../../gateway/apis.gen.ts'

export const DAY_MS = 86_400_000

/** @param days from now */
export const instantIn = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString()

/** All APIs; those that are named have this `x-lifecycle`. */
export const apisWith = (lifecycles: Readonly<Record<string, Json>>): readonly Api[] =>
  apis.map((api) => {
    const lifecycle = lifecycles[api.contract.id]
    return lifecycle === undefined ? api : withLifecycle(api, lifecycle)
  })

const withLifecycle = ({ contract, ...api }: Api, lifecycle: Json): Api => ({
  ...api,
  contract: toContract(contract.id as ContractId, {
    ...contract.document,
    info: { ...contract.document.info, 'x-lifecycle': lifecycle },
  }),
})
