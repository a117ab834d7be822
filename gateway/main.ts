/** From settings to a running process: the sandboxes stand in for backends that are not configured. */
import { randomBytes } from 'node:crypto'
import { apis, backends, events } from './apis.gen.ts'
import { type Config, hostsLayer } from './config.ts'
import { type Gateway, startGateway } from './gateway.ts'
import { hostedApis } from './hosting.ts'
import { readWebhooks } from './hub/webhooks/read.ts'
import { readConsumers } from './security/consumers.ts'
import { createLog, type Log } from './telemetry/log.ts'

export interface Running {
  readonly gateway: Gateway
  /** As it was used: with the addresses of the sandboxes. */
  readonly config: Config
  readonly log: Log
  /** URLs of the embedded sandboxes, by backend. */
  readonly sandboxes: Readonly<Record<string, string>>
  close(): Promise<void>
}

/** @throws ConfigError when the settings cannot be used; nothing is left open then */
export async function run(
  settings: Config,
  log: Log = createLog({ level: settings.logLevel }),
): Promise<Running> {
  // Sandboxes would be started in vain.
  hostedApis(settings, apis)
  const { config, sandboxes, closeSandboxes } = await withSandboxes(settings)
  try {
    const gateway = await startGateway({
      webhooks: readWebhooks(),
      config,
      apis,
      backends,
      events,
      consumers: readConsumers(),
      log,
    })
    const { publicUrl, internalUrl, hosted } = gateway
    log.info({ publicUrl, internalUrl, hosted, sandboxes, node: process.version }, 'ready')
    return {
      gateway,
      config,
      log,
      sandboxes,
      async close() {
        await gateway.close()
        await closeSandboxes()
      },
    }
  } catch (error) {
    await closeSandboxes()
    throw error
  }
}

async function withSandboxes(config: Config) {
  const sandboxes: Record<string, string> = {}
  const closers: (() => Promise<void>)[] = []
  let { crm, erp } = config
  if (hostsLayer(config.serve, 'system') && !config.production && !(crm && erp)) {
    const [{ startCrmSandbox }, { startErpSandbox }, { seed }] = await Promise.all([
      import('./sandbox/crm/main.ts'),
      import('./sandbox/erp/main.ts'),
      import('./sandbox/seed/main.ts'),
    ])
    const secret = () => randomBytes(18).toString('base64url')
    if (!crm) {
      const app = { clientId: 'strata', clientSecret: secret() }
      const sandbox = await startCrmSandbox({ seed, apiVersion: config.crmApiVersion, ...app })
      crm = { url: sandbox.url, ...app }
      sandboxes.crm = sandbox.url
      closers.push(() => sandbox.close())
    }
    if (!erp) {
      const user = { user: 'strata', password: secret() }
      const sandbox = await startErpSandbox({ seed, ...user })
      erp = { url: sandbox.url, rpcPath: `/${sandbox.database}/`, ...user }
      sandboxes.erp = sandbox.url
      closers.push(() => sandbox.close())
    }
  }
  return {
    config: { ...config, crm, erp },
    sandboxes,
    closeSandboxes: async () => void (await Promise.all(closers.map((close) => close()))),
  }
}
