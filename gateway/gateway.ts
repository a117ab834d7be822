/** One process of Strata: the layers hosted here, on their ports, with what they reach. */
import { randomBytes } from 'node:crypto'
import type { Api, ContractId } from '../contracts/contract.ts'
import type { ContractData } from '../contracts/runtime/load.ts'
import type { Config } from './config.ts'
import { Deadlines } from './deadlines.ts'
import { Pools } from './hop/pools.ts'
import { httpJson } from './hop/transports/http-json.ts'
import { layer } from './hop/transports/layer.ts'
import { salesforce } from './hop/transports/salesforce.ts'
import type { Transport } from './hop/transports/transport.ts'
import { tryton } from './hop/transports/tryton.ts'
import { Upstreams } from './hop/upstreams.ts'
import { composeLayers, type Service } from './layers.ts'
import { authoriser, remoteKeys } from './security/authorise.ts'
import type { Consumers } from './security/consumers.ts'
import { createIdentity, type Identity } from './security/identity.ts'
import { DEVELOPMENT_ISSUER, developmentIssuer } from './security/issuer.ts'
import { keptFile } from './security/kept-file.ts'
import { createHost } from './serve/host.ts'
import { type Listening, listen } from './serve/server.ts'
import { createAccessLog } from './telemetry/access-log.ts'
import type { Log } from './telemetry/log.ts'

export interface GatewayOptions {
  readonly config: Config
  readonly apis: readonly Api[]
  readonly backends: readonly ContractData[]
  readonly consumers: Consumers
  readonly log: Log
}

export interface Gateway {
  /** Origin of the experience APIs; `undefined` when none is hosted here. */
  readonly publicUrl: string | undefined
  readonly internalUrl: string
  readonly hosted: readonly ContractId[]
  /** Finishes what is in flight, then lets go of every port and connection. */
  close(): Promise<void>
}

export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const { config, apis, backends, consumers, log } = options
  const deadlines = new Deadlines()
  const pools = new Pools()
  const identity = createIdentity(await serviceKey(config))
  const hosted = apis.filter(({ contract }) => hosts(config.serve, contract))
  if (hosted.length === 0)
    throw new Error(`STRATA_SERVE=${config.serve.join(',')} names no API: use all, a layer, or contract ids`)
  const services = [
    ...composeLayers({
      apis: hosted,
      contracts: [...backends, ...apis.map(({ contract }) => contract)],
      transportOf: (contract) => transportOf(contract, config, pools, identity, deadlines),
      log,
      upstreams: new Upstreams({
        onChange: (change) => log.warn(change, 'circuit breaker'),
        overrides: config.backendPolicies,
      }),
    }).values(),
  ]
  const authorise = authoriser(
    config.auth
      ? { issuer: config.auth.issuer, audience: config.audience, keys: remoteKeys(config.auth.jwksUrl) }
      : {
          issuer: DEVELOPMENT_ISSUER,
          audience: config.audience,
          keys: (await developmentIssuer(config.stateDirectory)).keys,
        },
    identity,
    consumers,
  )
  const edge = { deadlines, authorise, bodyBytesMax: config.bodyBytesMax, accessLog: createAccessLog(log) }
  let closing = false
  const isPublic = ({ api }: Service) => api.contract.layer === 'experience'
  const ports: Listening[] = []
  const open = async (own: readonly Service[], port: number, notReady?: () => readonly string[]) => {
    const listening = await listen(
      createHost({ services: own, ...edge, ...(notReady && { notReady }) }),
      port,
      config.bindAddress,
    )
    ports.push(listening)
    return listening.url
  }
  const publicUrl = services.some(isPublic)
    ? await open(services.filter(isPublic), config.publicPort)
    : undefined
  const internalUrl = await open(
    services.filter((service) => !isPublic(service)),
    config.internalPort,
    () => (closing ? ['shutting down'] : []),
  )
  return {
    publicUrl,
    internalUrl,
    hosted: hosted.map(({ contract }) => contract.id),
    async close() {
      closing = true
      await Promise.all(ports.map((port) => port.close(config.shutdownMs)))
      deadlines.close()
      await pools.close()
    },
  }
}

const hosts = (serve: readonly string[], { id, layer }: ContractData): boolean =>
  serve.includes('all') || serve.includes(layer) || serve.includes(id)

/** The way to what is not hosted here. */
function transportOf(
  contract: ContractData,
  config: Config,
  pools: Pools,
  identity: Identity,
  deadlines: Deadlines,
): Transport {
  if (contract.layer !== 'backend')
    return layer({ pool: pools.of(required(layerUrl(contract, config), contract)), identity })
  const { crm, erp } = config
  switch (contract.transport) {
    case 'salesforce':
      return salesforce(
        { ...required(crm, contract), apiVersion: config.crmApiVersion },
        contract,
        pools,
        deadlines,
      )
    case 'tryton':
      return tryton(required(erp, contract), contract, pools, deadlines)
    case 'http-json':
      return httpJson(baseOf(required(config.backendUrl(contract.id), contract), pools))
  }
}

const baseOf = (url: string, pools: Pools) => ({
  pool: pools.of(url),
  prefix: new URL(url).pathname.replace(/\/$/, ''),
})

const layerUrl = ({ layer }: ContractData, { processUrl, systemUrl }: Config) =>
  layer === 'process' ? processUrl : layer === 'system' ? systemUrl : undefined

function required<Value>(value: Value | undefined, { id, layer }: ContractData): Value {
  if (value !== undefined) return value
  const setting = layer === 'backend' ? 'its URL and credentials' : `${layer.toUpperCase()}_URL`
  throw new Error(`${id} is not hosted here, and nothing says where it is: set ${setting}`)
}

async function serviceKey({ serviceKey, production, stateDirectory }: Config): Promise<Uint8Array> {
  if (serviceKey !== undefined) return Buffer.from(serviceKey)
  if (production) throw new Error('SERVICE_KEY is required in production')
  return Buffer.from(
    await keptFile(stateDirectory, 'service.key', () => randomBytes(32).toString('base64url')),
  )
}
