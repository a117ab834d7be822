/** Which APIs this process hosts, and whether it knows where the others are that they use. */
import type { Api, ContractId, Layer } from '../contracts/contract.ts'
import type { ContractData } from '../contracts/runtime/load.ts'
import { type Config, ConfigError } from './config.ts'

const layers: readonly Layer[] = ['experience', 'process', 'system']

/** @throws ConfigError */
export function hostedApis(config: Config, apis: readonly Api[]): readonly Api[] {
  const known: readonly string[] = [...layers, ...apis.map(({ contract }) => contract.id)]
  const unknown = config.serve.filter((item) => item !== 'all' && !known.includes(item))
  if (unknown.length)
    throw new ConfigError([
      `STRATA_SERVE: ${unknown.join(', ')} does not exist: use all, or of ${known.join(', ')}`,
    ])
  const hosted = apis.filter(({ contract }) => hosts(config.serve, contract))
  if (hosted.length === 0) throw new ConfigError([`STRATA_SERVE: ${config.serve.join(', ')} has no API`])
  const mistakes = (['process', 'system'] as const).flatMap((layer) => {
    const missing = usedElsewhere(hosted, layer)
    return missing.length && layerUrl(layer, config) === undefined
      ? `${layer.toUpperCase()}_URL: needed for ${missing.join(', ')}, used but not hosted here`
      : []
  })
  if (mistakes.length) throw new ConfigError(mistakes)
  return hosted
}

/** Where the APIs of a layer are that are not hosted here. */
export const layerUrl = (layer: Layer, { processUrl, systemUrl }: Config): string | undefined =>
  layer === 'process' ? processUrl : layer === 'system' ? systemUrl : undefined

/** A draft is hosted only where it is asked for by its name. */
const hosts = (serve: readonly string[], { id, layer, lifecycle }: ContractData): boolean =>
  serve.includes(id) || (lifecycle.status !== 'draft' && (serve.includes('all') || serve.includes(layer)))

function usedElsewhere(hosted: readonly Api[], layer: Layer): readonly ContractId[] {
  const here = new Set(hosted.map(({ contract }) => contract.id))
  const used = new Set(hosted.flatMap(({ contract }) => Object.values(contract.uses)))
  return [...used].filter((id) => id.startsWith(`${layer}/`) && !here.has(id))
}
