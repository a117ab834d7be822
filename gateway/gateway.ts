/** One process of Strata: the layers hosted here, on their ports, with what they reach. */
import type { Api, ContractId } from '../contracts/contract.ts'
import type { EventContract } from '../contracts/runtime/event.ts'
import type { ContractData } from '../contracts/runtime/load.ts'
import { type AdminState, adminApi } from './admin/api.ts'
import { overviewOf } from './admin/apis.ts'
import { circuitAlerts } from './alerting/circuits.ts'
import { deadLetterAlerts } from './alerting/dead-letters.ts'
import { type Config, ConfigError } from './config.ts'
import { Deadlines } from './deadlines.ts'
import { cache } from './hop/policies/cache.ts'
import { coalesce } from './hop/policies/coalesce.ts'
import { Pools } from './hop/pools.ts'
import { httpJson } from './hop/transports/http-json.ts'
import { layer } from './hop/transports/layer.ts'
import { salesforce } from './hop/transports/salesforce.ts'
import type { Transport } from './hop/transports/transport.ts'
import { tryton } from './hop/transports/tryton.ts'
import { Upstreams } from './hop/upstreams.ts'
import { hostedApis, layerUrl } from './hosting.ts'
import { hubApi } from './hub/api.ts'
import { Hub } from './hub/hub.ts'
import type { Webhook } from './hub/webhooks/read.ts'
import { Idempotency } from './idempotency/idempotency.ts'
import { composeLayers, type Service } from './layers.ts'
import { clientAddress } from './security/client-address.ts'
import type { Consumers } from './security/consumers.ts'
import type { Identity } from './security/identity.ts'
import { keptKey } from './security/kept-file.ts'
import { openSecurity, type Security } from './security/security.ts'
import { Admission } from './serve/admission.ts'
import { door } from './serve/door.ts'
import { createHost, type HostOptions } from './serve/host.ts'
import { Live } from './serve/live.ts'
import { type Listening, listen, whyNotListening } from './serve/server.ts'
import { openTallies } from './store/tallies/open.ts'
import type { Log } from './telemetry/log.ts'
import { openTelemetry, type Telemetry } from './telemetry/telemetry.ts'
import { type Certificates, clientContextOf, readCertificates, type TlsFiles } from './tls.ts'
import { Usage } from './usage/usage.ts'
import { openWatch, type Watch } from './watch.ts'

export interface GatewayOptions {
  readonly config: Config
  readonly apis: readonly Api[]
  readonly backends: readonly ContractData[]
  /** What can be published. */
  readonly events: readonly EventContract[]
  /** Outside parties that are told of it. @default nobody */
  readonly webhooks?: readonly Webhook[]
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

/** What a gateway lets go of in the end, and when its start fails. */
class Resources {
  readonly deadlines = new Deadlines()
  admission: Admission | undefined
  readonly pools = new Pools()
  readonly ports: Listening[] = []
  idempotency: Idempotency | undefined
  hub: Hub | undefined
  security: Security | undefined
  usage: Usage | undefined
  watch: Watch | undefined
  telemetry: Telemetry | undefined
  live: Live | undefined
  closing = false

  async close(limitMs: number): Promise<void> {
    this.closing = true
    this.idempotency?.stop()
    this.hub?.stop()
    this.live?.close()
    await Promise.all(this.ports.map((port) => port.close(limitMs)))
    await this.watch?.close()
    await this.usage?.close()
    await this.hub?.close()
    await this.idempotency?.close()
    await this.security?.close()
    await Promise.all([this.pools.close(), this.telemetry?.close()])
    this.admission?.close()
  }
}

/** @throws ConfigError when the settings cannot be used; nothing is left open then */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const resources = new Resources()
  try {
    return await openGateway(options, resources)
  } catch (error) {
    await resources.close(0)
    throw error
  }
}

async function openGateway(options: GatewayOptions, resources: Resources): Promise<Gateway> {
  const { config, apis, backends, events, consumers, log } = options
  const { deadlines, pools, ports } = resources
  const admission = new Admission(config.production)
  resources.admission = admission
  const hosted = hostedApis(config, apis)
  const certificates = certificatesOf(config)
  const storeUrl = config.storeUrl ?? `sqlite:${config.stateDirectory}/strata.db`
  const dataKeys = (await keptKey(config.dataKey, config, 'data.key')).split(',')
  const idempotency = openIdempotency(config, storeUrl, dataKeys, deadlines, log)
  resources.idempotency = idempotency
  const usage = new Usage({
    tallies: openTallies(storeUrl),
    sealer: idempotency.sealer,
    every: config.observeEvery,
    log,
  })
  resources.usage = usage
  const address = clientAddress(config.trustedProxies)
  const security = await openSecurity({ config, storeUrl, consumers, clientAddress: address, log })
  resources.security = security
  const { authorise, identity } = security
  const contracts = [...backends, ...apis.map(({ contract }) => contract)]
  const contractOf = (id: string) => contracts.find((contract) => contract.id === id)
  const watch = openWatch({ config, storeUrl, contracts, usage, sealer: idempotency.sealer, log })
  resources.watch = watch
  const { alerting, drift } = watch
  const upstreams = new Upstreams({
    onChange: circuitAlerts(alerting, contractOf, log),
    overrides: config.backendPolicies,
  })
  const shared = { cache: cache(), coalescing: coalesce() }
  const hub = new Hub({
    storeUrl,
    store: idempotency.store.driver,
    sealer: idempotency.sealer,
    events,
    contracts,
    webhooks: (options.webhooks ?? []).flatMap((webhook) => {
      const target = config.webhook(webhook.id)
      return target ? [[webhook, target] as const] : []
    }),
    allowed: { loopback: config.webhookLoopback && !config.production },
    onLetters: deadLetterAlerts(alerting, (team) =>
      [...contracts, ...events, ...(options.webhooks ?? [])]
        .map(({ owner }) => owner)
        .find((owner) => owner.team === team),
    ),
    leaseMs: config.leaseMs,
    deadlines,
    log,
  })
  resources.hub = hub
  const telemetry = await openTelemetry({ config, upstreams, shared, log })
  resources.telemetry = telemetry
  telemetry.metrics.observe(...hub.metrics)
  const adminState: AdminState = {
    upstreams,
    shared,
    operations: idempotency.operations,
    letters: hub.desk,
    usage,
    contractOf,
    contracts,
    hosted: new Set(hosted.map(({ contract }) => contract.id)),
    traffic: telemetry.traffic,
    alerting,
    drift,
    reconciler: watch.reconciler,
    keys: security.apiKeys,
    consumers,
    audit: security.audit,
    traces: telemetry.traces,
    log,
  }
  const admin = adminApi(adminState)
  const live = new Live({ read: () => overviewOf(adminState), log })
  resources.live = live
  const services = [
    ...composeLayers({
      apis: [...hosted, admin, hubApi(hub.intake, consumers)],
      contracts,
      transportOf: (contract) => transportOf(contract, config, pools, identity, deadlines, certificates),
      log,
      metrics: telemetry.metrics,
      records: idempotency.records,
      publisher: hub.publisher,
      upstreams,
      shared,
      usage,
      drift,
    }).values(),
  ]
  const edge = {
    deadlines,
    admission,
    authorise,
    consumers,
    bodyBytesMax: config.bodyBytesMax,
    requests: telemetry.requests,
    usage,
  }
  const isPublic = ({ api }: Service) => api.contract.layer === 'experience'
  const open = async (
    setting: PortSetting,
    own: readonly Service[],
    internal: Pick<HostOptions, 'notReady' | 'metrics' | 'events' | 'console'> = {},
  ) => {
    const isPublicPort = setting === 'PUBLIC_PORT'
    const port = isPublicPort ? config.publicPort : config.internalPort
    const hosts = isPublicPort ? config.publicHosts : config.internalHosts
    const checkRequest = door({
      hosts: hosts && new Set(hosts.map((name) => name.toLowerCase())),
      clientAddress: address,
    })
    const host = createHost({ services: own, checkRequest, ...edge, ...internal })
    try {
      const listening = await listen(host, {
        port,
        address: config.bindAddress,
        connectionsMax: config.connectionsMax,
        tls: tlsOf(config, isPublicPort),
        isBehind: () => admission.isBehind,
      })
      ports.push(listening)
      return listening.url
    } catch (cause) {
      throw new ConfigError([whyNotListening(cause, setting, port, config.bindAddress)], { cause })
    }
  }
  const publicUrl = services.some(isPublic) ? await open('PUBLIC_PORT', services.filter(isPublic)) : undefined
  const internalUrl = await open(
    'INTERNAL_PORT',
    services.filter((service) => !isPublic(service)),
    {
      notReady: () => (resources.closing ? ['shutting down'] : idempotency.notReady),
      metrics: telemetry.exposition,
      events,
      console: { admin: admin.contract, live },
    },
  )
  await Promise.all([idempotency.start(), security.start()])
  hub.start(services)
  await watch.start(services, idempotency.operations)
  return {
    publicUrl,
    internalUrl,
    hosted: hosted.map(({ contract }) => contract.id),
    close: () => resources.close(config.shutdownMs),
  }
}

function openIdempotency(
  { leaseMs, production }: Config,
  storeUrl: string,
  dataKeys: readonly string[],
  deadlines: Deadlines,
  log: Log,
): Idempotency {
  try {
    return new Idempotency({ storeUrl, dataKeys, leaseMs, production, deadlines, log })
  } catch (cause) {
    throw new ConfigError([`STORE_URL: ${(cause as Error).message}`], { cause })
  }
}

/** @throws ConfigError */
function certificatesOf({ tls }: Config): Certificates | undefined {
  try {
    return tls && readCertificates(tls)
  } catch (cause) {
    throw new ConfigError([(cause as Error).message], { cause })
  }
}

/** Certificates of clients are asked for where only those come who belong to the deployment. */
const tlsOf = ({ tls }: Config, isPublicPort: boolean): TlsFiles | undefined =>
  tls && isPublicPort ? { ...tls, clientCaFile: undefined } : tls

type PortSetting = 'PUBLIC_PORT' | 'INTERNAL_PORT'

/** The way to what is not hosted here. */
function transportOf(
  contract: ContractData,
  config: Config,
  pools: Pools,
  identity: Identity,
  deadlines: Deadlines,
  certificates: Certificates | undefined,
): Transport {
  if (contract.layer !== 'backend') {
    const url = required(layerUrl(contract.layer, config), contract)
    return layer({ pool: pools.of(url, certificates && clientContextOf(certificates)), identity })
  }
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

function required<Value>(value: Value | undefined, { id, layer }: ContractData): Value {
  if (value !== undefined) return value
  const setting = layer === 'backend' ? 'its URL and credentials' : `${layer.toUpperCase()}_URL`
  throw new ConfigError([`${id} is not hosted here, and nothing says where it is: set ${setting}`])
}
