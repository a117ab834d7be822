/** A flow: the same steps in both topologies, spoken to over HTTP as its users do. */
import { randomUUID } from 'node:crypto'
import { request } from 'undici'
import { afterAll, afterEach, beforeAll, describe } from 'vitest'
import type { Fault } from '../../gateway/sandbox/faults.ts'
import type { ErpAccess } from './erp-client.ts'
import { type Strata, startStrata, type Topology, topologies } from './topologies.ts'

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  // biome-ignore lint/suspicious/noExplicitAny: a test says what it expects of a body, and nothing else
  readonly body: any
}

export interface Flow {
  /** Calls an API by its id, such as `experience/mobile/v1`, as a registered consumer. */
  get(path: string, consumer: string, customerId?: string): Promise<Answer>
  /** Sends a body under an idempotency key. @param key default: a new one */
  post(path: string, body: unknown, consumer: string, customerId?: string, key?: string): Promise<Answer>
  /** Lets a sandbox misbehave until the end of the test. */
  fault(backend: 'crm' | 'erp', fault: Fault): Promise<void>
  readonly strata: Strata
}

/**
 * @param erp a real ERP to use instead of the sandbox, known when the flow starts
 * @param env settings of every process, known then too
 */
export function describeFlow(
  name: string,
  steps: (flow: Flow, topology: Topology) => void,
  erp: () => Promise<ErpAccess | undefined> = async () => undefined,
  env: () => Readonly<Record<string, string>> = () => ({}),
): void {
  describe.each(topologies)(`${name}, %s`, (topology) => {
    let strata: Strata
    beforeAll(async () => {
      strata = await startStrata(topology, await erp(), { env: env() })
    })
    afterAll(() => strata?.stop())
    afterEach(async () => {
      for (const url of Object.values(strata.sandboxes))
        await request(`${url}/__faults`, { method: 'DELETE' })
    })
    steps(
      flowOf(() => strata),
      topology,
    )
  })
}

function flowOf(strata: () => Strata): Flow {
  const call = async (
    method: 'GET' | 'POST',
    path: string,
    body: unknown,
    consumer: string,
    customerId?: string,
    key?: string,
  ) => {
    const layer = path.split('/')[0] as keyof Strata['urlOf']
    const headers: Record<string, string> = {
      authorization: `Bearer ${await strata().token(consumer, customerId)}`,
    }
    if (method === 'POST')
      Object.assign(headers, { 'idempotency-key': key ?? randomUUID(), 'content-type': 'application/json' })
    const reply = await request(`${strata().urlOf[layer]}/${path}`, {
      method,
      headers,
      body: body === undefined ? null : JSON.stringify(body),
    })
    const text = await reply.body.text()
    return {
      status: reply.statusCode,
      headers: reply.headers,
      body: text === '' ? undefined : JSON.parse(text),
    }
  }
  return {
    get: (path, consumer, customerId) => call('GET', path, undefined, consumer, customerId),
    post: (path, body, consumer, customerId, key) => call('POST', path, body, consumer, customerId, key),
    async fault(backend, fault) {
      const { statusCode, body } = await request(`${strata().sandboxes[backend]}/__faults`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(fault),
      })
      if (statusCode !== 201) throw new Error(`the sandbox does not know this fault: ${await body.text()}`)
      await body.dump()
    },
    get strata() {
      return strata()
    },
  }
}
