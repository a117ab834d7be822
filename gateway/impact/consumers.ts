/** Whose calls would end where something breaks. */
import type { ContractData } from '../../contracts/runtime/load.ts'
import { type AffectedApi, type AffectedConsumer, layers, type Seen } from './affected.ts'

/** Whoever calls the lowest operations that would break: their calls end there, whatever they show of the answer. */
export async function consumersOf(
  api: ContractData,
  apis: readonly AffectedApi[],
  isField: boolean,
  seen: Seen,
): Promise<readonly AffectedConsumer[]> {
  const touching = apis.filter(({ verdict }) => verdict === 'reads' || verdict === 'copies')
  const lowest = Math.min(...touching.map(({ api }) => layers.indexOf(api.split('/')[0] ?? '')))
  const hit = isField
    ? touching.filter(({ api }) => layers.indexOf(api.split('/')[0] ?? '') === lowest)
    : [{ api: api.id, operations: Object.keys(api.operations) }]
  const used = await Promise.all(
    hit.map(async ({ api, operations }) =>
      (await seen.usage(api)).filter(({ operation }) => operations.includes(operation)),
    ),
  )
  return [...Map.groupBy(used.flat(), ({ consumer }) => consumer)]
    .map(([consumer, own]) => ({
      consumer,
      callsPerDay: own.reduce((sum, { callsPerDay }) => sum + callsPerDay, 0),
      calls: own.reduce((sum, { calls }) => sum + calls, 0),
      lastSeen:
        own
          .map(({ lastSeen }) => lastSeen)
          .sort()
          .at(-1) ?? '',
    }))
    .sort((a, b) => b.callsPerDay - a.callsPerDay)
}
