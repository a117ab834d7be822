/** Two gateways with all layers in each, one Redis, and backends that outlive them: they live in this process. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { developmentIssuer } from '../../gateway/security/issuer.ts'
import { startBackends } from '../support/backends.ts'
import type { ErpAccess } from '../support/erp-client.ts'
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy.ts'
import { freePort } from '../support/free-port.ts'
import type { CrmAccess } from './effects.ts'
import { LEASE_MS } from './profile.ts'
import { Replica } from './replica.ts'
import { StoreServer } from './store-server.ts'
import type { Wish } from './wishes.ts'

export interface Scene {
  readonly replicas: readonly Replica[]
  readonly store: StoreServer
  /** Past all proxies. */
  readonly storeUrl: string
  /** Before what the gateways talk to. */
  readonly proxies: Readonly<Record<'redis' | 'crm' | 'erp', FaultProxy>>
  readonly erp: ErpAccess
  readonly crm: CrmAccess
  tokenOf(wish: Wish): Promise<string>
  close(): Promise<void>
}

/** @param onLog is told what the gateways complain about */
export async function startScene(seed: number, onLog: (line: string) => void): Promise<Scene> {
  const directory = mkdtempSync(join(tmpdir(), 'strata-chaos-'))
  const storePort = await freePort()
  const store = new StoreServer(directory, storePort)
  const redis = await startFaultProxy(`http://127.0.0.1:${storePort}`, { seed })
  const before: Partial<Record<'crm' | 'erp', FaultProxy>> = {}
  const backends = await startBackends(undefined, async (system, url) => {
    const proxy = await startFaultProxy(url, { seed: seed + 1 })
    before[system] = proxy
    return proxy.url
  })
  const proxies = { redis, ...(before as Record<'crm' | 'erp', FaultProxy>) }
  const issuer = await developmentIssuer(join(directory, '.strata'))
  const env = {
    ...backends.env,
    NODE_ENV: 'test',
    // Started a hundred times: compiled once.
    NODE_COMPILE_CACHE: join(directory, 'compiled'),
    STORE_URL: redis.url.replace('http', 'redis'),
    DATA_KEY: randomBytes(32).toString('base64url'),
    SERVICE_KEY: randomBytes(32).toString('base64url'),
    LEASE_MS: String(LEASE_MS),
  }
  const replicas: Replica[] = []
  for (let count = 0; count < 2; count++) {
    const ports = { publicPort: await freePort(), internalPort: await freePort() }
    replicas.push(new Replica({ directory, ...ports, env, onLog }))
  }
  await Promise.all(replicas.map((replica) => replica.untilReady()))
  await replicas[0]?.restart()
  const tokens = new Map<string, Promise<string>>()
  return {
    replicas,
    store,
    storeUrl: `redis://127.0.0.1:${storePort}`,
    proxies,
    erp: backends.erp,
    crm: {
      url: backends.sandboxes.crm,
      clientId: backends.env.CRM_CLIENT_ID as string,
      clientSecret: backends.env.CRM_CLIENT_SECRET as string,
    },
    tokenOf({ consumer, customerId }) {
      const name = `${consumer} ${customerId}`
      const token =
        tokens.get(name) ??
        issuer.issue({ consumer, ...(customerId !== undefined && { customerId }) }, 'strata')
      tokens.set(name, token)
      return token
    },
    async close() {
      await Promise.all(replicas.map((replica) => replica.close()))
      await Promise.all([store.close(), ...Object.values(proxies).map((proxy) => proxy.close())])
      await backends.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}
