/** Composes the layers hosted here, from the bottom up: each API gets the clients its contract names, and nothing else. */
import type { Api, ContractId, Layer } from '../contracts/contract.ts'
import type { ContractData } from '../contracts/runtime/load.ts'
import type { Sentinel } from './drift/sentinel.ts'
import { type ClientClass, clientClass } from './hop/client.ts'
import { direct, outside, remote, served } from './hop/hop.ts'
import { compose, type Policy, type Send, type Shared, type Surroundings, type Target } from './hop/policy.ts'
import type { Transport } from './hop/transports/transport.ts'
import type { Upstreams } from './hop/upstreams.ts'
import type { Publisher } from './hub/publisher.ts'
import type { Records } from './idempotency/records.ts'
import { unlessEnded } from './lifecycle/ending.ts'
import { cacheControl } from './serve/cache-control.ts'
import { type ContextClass, contextClass, type FindOperation } from './serve/context.ts'
import { gathering } from './serve/gather.ts'
import { type Sender, serveOperation } from './serve/operation.ts'
import { partialWhereDeclared } from './serve/partial.ts'
import type { Log } from './telemetry/log.ts'
import type { Metrics } from './telemetry/metrics/metrics.ts'
import type { Usage } from './usage/usage.ts'

/** An API with its operations ready to be called. */
export interface Service {
  readonly api: Api
  /** For clients, who are told what is wrong with their requests. */
  readonly operations: Readonly<Record<string, Send>>
  /** For the layer above in this process. */
  readonly inside: Readonly<Record<string, Send>>
  /** What it can call, as `crm.listAccounts`. */
  calls(call: string): Send
}

export interface LayerOptions {
  /** The APIs hosted in this process. */
  readonly apis: readonly Api[]
  /** Every contract that can be used: backends, and all APIs wherever they are hosted. */
  readonly contracts: readonly ContractData[]
  /** How to reach what is not hosted here. */
  transportOf(contract: ContractData): Transport
  readonly log: Log
  readonly metrics: Metrics
  readonly upstreams: Upstreams
  readonly records: Records
  readonly publisher: Publisher
  readonly shared: Shared
  readonly usage: Usage
  readonly drift: Sentinel
}

const rank: Readonly<Record<Layer, number>> = { backend: 0, system: 1, process: 2, experience: 3, admin: 4 }

export function composeLayers({
  apis,
  contracts,
  transportOf,
  log,
  metrics,
  upstreams,
  records,
  publisher,
  shared,
  usage,
  drift,
}: LayerOptions): ReadonlyMap<ContractId, Service> {
  const known = new Map(contracts.map((contract) => [contract.id, contract]))
  const services = new Map<ContractId, Service>()
  const owners = new Map(contracts.map(({ owner }) => [owner.team, owner]))
  const surroundingsOf = (from: ContractId): Surroundings => ({
    from,
    metrics,
    log,
    ownerOf: (team: string) => owners.get(team),
    upstreams,
    drift,
    ...shared,
  })

  const reach = (from: ContractId, id: ContractId): Used => {
    const contract = known.get(id)
    if (!contract) throw new Error(`${id} is used, but no contract has this id`)
    const hosted = services.get(id)
    const surroundings = surroundingsOf(from)
    const [policies, sendOf] = hosted
      ? viaService(hosted, surroundings)
      : viaTransport(contract, transportOf(contract), surroundings)
    const sends = mapValues(contract.operations, (operation) =>
      compose(policies, { contract, operation }, sendOf(operation.id)),
    )
    return { contract, sends }
  }

  for (const api of apis.toSorted((a, b) => rank[a.contract.layer] - rank[b.contract.layer])) {
    const { contract } = api
    const uses = mapValues(contract.uses, (id) => reach(contract.id, id))
    const find: FindOperation = (operationId, caller) => records.sagas.find(operationId, contract.id, caller)
    const contexts = mapValues(contract.operations, (operation) => {
      const target = { contract, operation }
      const clients = mapValues(uses, (used, name) => clientFor(target, name, used))
      return gathering(contextClass(clients, find, publisher.of(target)), target)
    })
    const observers = mapValues(contract.operations, (operation) =>
      usage.reads.observerOf({ contract, operation }),
    )
    const keep = { ofLayers: Object.values(contract.uses).some((id) => hasOpaque(known.get(id))) }
    const serve = (sender: Sender, policies: readonly Policy[]) =>
      mapValues(contract.operations, (operation, id) => {
        const Context = contexts[id] as ContextClass
        const observer = observers[id]
        const options = { Context, records, keep, policies: served(shared), sender, observer }
        return compose(policies, { contract, operation }, serveOperation(api, operation, options))
      })
    services.set(contract.id, {
      api,
      operations: serve('client', [cacheControl]),
      inside: serve('layer', [usage.counted, unlessEnded]),
      calls: (call) => callOf(uses, call),
    })
  }
  return services
}

/** An API as those reach it who use it. */
interface Used {
  readonly contract: ContractData
  readonly sends: Readonly<Record<string, Send>>
}

function callOf(uses: Readonly<Record<string, Used>>, call: string): Send {
  const [client = '', operation = ''] = call.split('.')
  const send = uses[client]?.sends[operation]
  if (!send) throw new Error(`${call} is no call of this API`)
  return send
}

const clientFor = (caller: Target, name: string, { contract, sends }: Used): ClientClass =>
  clientClass(
    contract,
    mapValues(contract.operations, (operation, id) =>
      partialWhereDeclared(caller, name)({ contract, operation }, sends[id] as Send),
    ),
  )

type Route = readonly [readonly Policy[], (operation: string) => Send]

const viaService = ({ inside }: Service, surroundings: Surroundings): Route => [
  direct(surroundings),
  (operation) => inside[operation] as Send,
]

const viaTransport = (contract: ContractData, transport: Transport, surroundings: Surroundings): Route => [
  (contract.layer === 'backend' ? outside : remote)(surroundings),
  (id) =>
    transport.send({ contract, operation: contract.operations[id] as ContractData['operations'][string] }),
]

/** Whether it does some things again each time it is asked. */
const hasOpaque = (contract: ContractData | undefined): boolean =>
  contract?.layer === 'backend' &&
  Object.values(contract.operations).some(({ effect }) => effect === 'opaque')

const mapValues = <Value, Result>(
  values: Readonly<Record<string, Value>>,
  map: (value: Value, key: string) => Result,
) => Object.fromEntries(Object.entries(values).map(([key, value]) => [key, map(value, key)]))
