/** Whether a version can be retired: nobody is left who would notice, or whoever is left has agreed. */
import type { UsedOperation } from '#contracts/admin'
import type { ContractId } from '../../contracts/contract.ts'
import type { ContractData } from '../../contracts/runtime/load.ts'
import type { Consumers } from '../security/consumers.ts'

export interface Retirement {
  readonly api: ContractId
  readonly verdict: 'retirable' | 'retired' | 'in use'
  /** What speaks against it, one sentence each. */
  readonly reasons: readonly string[]
  readonly callers: readonly Caller[]
}

export interface Caller extends UsedOperation {
  /** Calls another API, which is made with this one: that API has to move on, not the consumer. */
  readonly isIndirect?: true
  /** Who agreed for the consumer that it is gone. */
  readonly consentBy?: string
}

/** @param usage the calls of the days in which nobody may have called without having agreed */
export function retirementOf(
  contract: ContractData,
  contracts: readonly ContractData[],
  consumers: Consumers,
  usage: readonly UsedOperation[],
  now: number,
): Retirement {
  const { id, lifecycle } = contract
  const callers = usage
    .filter(({ calls }) => calls > 0)
    .map((used): Caller => {
      const consumer = consumers.get(used.consumer)
      const consent = consumer?.consents?.[id]
      const isIndirect = consumer !== undefined && !consumer.uses.includes(id)
      return { ...used, ...(isIndirect && { isIndirect }), ...(consent && { consentBy: consent.by }) }
    })
  const reasons = [
    ...(lifecycle.sunsetAt === undefined
      ? ['It has no sunset: announce one in x-lifecycle of its contract.']
      : now < lifecycle.sunsetAt
        ? [
            `Its sunset is ${new Date(lifecycle.sunsetAt).toISOString()}: until then it was promised to be there.`,
          ]
        : []),
    ...contracts
      .filter((one) => one.lifecycle.status !== 'retired' && Object.values(one.uses).includes(id))
      .map(
        (one) =>
          `${one.id} uses it (${one.owner.team}): move its x-uses to ${lifecycle.successor ?? 'another version'}.`,
      ),
    ...[
      ...Map.groupBy(
        callers.filter(({ consentBy, isIndirect }) => !consentBy && !isIndirect),
        ({ consumer }) => consumer,
      ).keys(),
    ].map((consumer) => `${consumer} still calls it${contactOf(consumers, consumer)}, and has not agreed.`),
  ]
  if (lifecycle.status === 'retired') return { api: id, verdict: 'retired', reasons: [], callers }
  return { api: id, verdict: reasons.length ? 'in use' : 'retirable', reasons, callers }
}

function contactOf(consumers: Consumers, id: string): string {
  const owner = consumers.get(id)?.owner
  return owner ? ` (${owner.contact})` : ''
}
