/** The inner layers of a Strata of its own, spoken to as the layer above does. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { request } from 'undici'
import { afterAll, afterEach } from 'vitest'
import { readConfig } from '../../gateway/config.ts'
import { run } from '../../gateway/main.ts'
import type { Fault } from '../../gateway/sandbox/faults.ts'
import { createIdentity } from '../../gateway/security/identity.ts'
import { createLog } from '../../gateway/telemetry/log.ts'
import { startBackends } from '../support/backends.ts'
import type { ErpAccess } from '../support/erp-client.ts'

interface Answer {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: a test says what it expects of a body, and nothing else
  readonly body: any
}

interface CallOptions {
  readonly body?: unknown
  readonly key?: string
  readonly timeoutMs?: number
}

export interface Layers {
  /** @param path such as `system/erp/v1/products` */
  call(method: 'GET' | 'POST' | 'PUT' | 'PATCH', path: string, options?: CallOptions): Promise<Answer>
  /** Lets a sandbox misbehave until the end of the test. */
  fault(backend: 'crm' | 'erp', fault: Fault): Promise<void>
  clearFaults(): Promise<void>
  /** Past Strata, to see what is really stored. */
  readonly erp: ErpAccess
}

const serviceKey = 'made-up-for-the-tests-of-the-layers'

/** Closed when the test file ends. */
export async function startLayers(): Promise<Layers> {
  const stateDirectory = mkdtempSync(join(tmpdir(), 'strata-layers-'))
  const backends = await startBackends()
  const settings = {
    NODE_ENV: 'test',
    PUBLIC_PORT: '0',
    INTERNAL_PORT: '0',
    SERVICE_KEY: serviceKey,
    ...backends.env,
  }
  const { gateway, close } = await run(
    { ...readConfig(settings), stateDirectory },
    createLog({ level: 'silent' }),
  )
  const faultsOf = (backend: 'crm' | 'erp') => `${backends.sandboxes[backend]}/__faults`
  const clearFaults = async () => {
    for (const backend of ['crm', 'erp'] as const) await request(faultsOf(backend), { method: 'DELETE' })
  }
  afterEach(clearFaults)
  afterAll(async () => {
    await close()
    await backends.close()
    rmSync(stateDirectory, { recursive: true })
  })
  const identity = createIdentity(Buffer.from(serviceKey))

  return {
    clearFaults,
    erp: backends.erp,
    async call(method, path, { body, key, timeoutMs } = {}) {
      const layer = path.split('/')[0] as 'process' | 'system'
      const reply = await request(`${gateway.internalUrl}/${path}`, {
        method,
        headers: {
          authorization: `Bearer ${await identity.prove(layer, { consumer: 'order-desk' })}`,
          'content-type': 'application/json',
          ...(key && { 'idempotency-key': key }),
          ...(timeoutMs && { 'request-timeout-ms': String(timeoutMs) }),
        },
        body: body === undefined ? null : JSON.stringify(body),
      })
      const text = await reply.body.text()
      return { status: reply.statusCode, body: text === '' ? undefined : JSON.parse(text) }
    },
    async fault(backend, fault) {
      const { statusCode, body } = await request(faultsOf(backend), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(fault),
      })
      await body.dump()
      if (statusCode !== 201) throw new Error(`the sandbox does not know the fault ${JSON.stringify(fault)}`)
    },
  }
}
