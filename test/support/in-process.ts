/** Both topologies inside the test's own process, for APIs that differ from the product's: each gateway on ports of its own. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { request } from 'undici'
import type { Api } from '../../contracts/contract.ts'
import { backends as contracts, events } from '../../gateway/apis.gen.ts'
import { readConfig } from '../../gateway/config.ts'
import { type Gateway, startGateway } from '../../gateway/gateway.ts'
import type { Fault } from '../../gateway/sandbox/faults.ts'
import { readConsumers } from '../../gateway/security/consumers.ts'
import { developmentIssuer } from '../../gateway/security/issuer.ts'
import { createLog } from '../../gateway/telemetry/log.ts'
import { startBackends } from './backends.ts'
import type { Answer } from './flow.ts'
import type { Topology } from './topologies.ts'

export interface House {
  /** Where each layer answers. */
  readonly urlOf: Readonly<Record<'experience' | 'process' | 'system', string>>
  /** Of every process, the topmost last. */
  readonly internalUrls: readonly string[]
  token(consumer: string, customerId?: string): Promise<string>
  get(path: string, consumer: string, customerId?: string, headers?: Record<string, string>): Promise<Answer>
  fault(backend: 'crm' | 'erp', fault: Fault): Promise<void>
  mend(): Promise<void>
  close(): Promise<void>
}

export async function startHouse(
  topology: Topology,
  apis: readonly Api[],
  env: Readonly<Record<string, string>> = {},
): Promise<House> {
  const stateDirectory = mkdtempSync(join(tmpdir(), 'strata-house-'))
  const backends = await startBackends()
  const gateways: Gateway[] = []
  const begin = async (own: Record<string, string>) => {
    const settings = {
      NODE_ENV: 'test',
      PUBLIC_PORT: '0',
      INTERNAL_PORT: '0',
      RATE_LIMIT_FACTOR: '1000000',
      ...backends.env,
      ...env,
      ...own,
    }
    const gateway = await startGateway({
      config: { ...readConfig(settings), stateDirectory },
      apis,
      backends: contracts,
      events,
      consumers: readConsumers(),
      log: createLog({ level: 'silent' }),
    })
    gateways.push(gateway)
    return gateway
  }
  const urlOf = await beginLayers(topology, begin)
  const issuer = await developmentIssuer(stateDirectory)
  const token = (consumer: string, customerId?: string) =>
    issuer.issue({ consumer, ...(customerId && { customerId }) }, 'strata')
  return {
    urlOf,
    internalUrls: gateways.map(({ internalUrl }) => internalUrl),
    token,
    async get(path, consumer, customerId, headers = {}) {
      const reply = await request(`${urlOf[path.split('/')[0] as keyof typeof urlOf]}/${path}`, {
        headers: { ...headers, authorization: `Bearer ${await token(consumer, customerId)}` },
      })
      return { status: reply.statusCode, headers: reply.headers, body: await reply.body.json() }
    },
    async fault(backend, fault) {
      const { body } = await request(`${backends.sandboxes[backend]}/__faults`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(fault),
      })
      await body.dump()
    },
    async mend() {
      for (const url of Object.values(backends.sandboxes))
        await (await request(`${url}/__faults`, { method: 'DELETE' })).body.dump()
    },
    async close() {
      await Promise.all(gateways.map((gateway) => gateway.close()))
      await backends.close()
      rmSync(stateDirectory, { recursive: true, force: true })
    },
  }
}

async function beginLayers(topology: Topology, begin: (env: Record<string, string>) => Promise<Gateway>) {
  if (topology === 'one process') {
    const { publicUrl, internalUrl } = await begin({})
    return { experience: publicUrl ?? '', process: internalUrl, system: internalUrl }
  }
  const system = await begin({ STRATA_SERVE: 'system' })
  const process = await begin({ STRATA_SERVE: 'process', SYSTEM_URL: system.internalUrl })
  const { publicUrl } = await begin({ STRATA_SERVE: 'experience', PROCESS_URL: process.internalUrl })
  return { experience: publicUrl ?? '', process: process.internalUrl, system: system.internalUrl }
}
