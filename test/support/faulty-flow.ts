/** Flows with a fault proxy before each system, in both topologies: what users see of faults, and what backends see of users. */
import { request } from 'undici'
import { afterAll, afterEach, beforeAll, describe } from 'vitest'
import type { Fault as SandboxFault } from '../../gateway/sandbox/faults.ts'
import { seed } from '../../gateway/sandbox/seed/main.ts'
import { type Ask, asking, type Question } from './asking.ts'
import { type FaultProxy, startFaultProxy } from './fault-proxy.ts'
import {
  type LogLine,
  type Strata,
  type System,
  startStrata,
  type Topology,
  topologies,
} from './topologies.ts'

const order = seed.orders.find(({ customerId }) => customerId !== undefined)

/** Each is one call to one backend. */
export const questions = {
  /** A read of the ERP. */
  order: {
    path: `experience/storefront/v1/orders/${order?.orderId}`,
    consumer: 'storefront-web',
    customerId: order?.customerId,
  },
  /** A read of the CRM. */
  customers: { path: 'experience/partner-portal/v1/customers?limit=5', consumer: 'partner-portal' },
} as const satisfies Record<string, Question>

export interface FaultyFlow {
  readonly strata: Strata
  readonly ask: Readonly<Record<keyof typeof questions, Ask>>
  /** Before each backend, and before each layer that runs in a process of its own. */
  readonly before: Readonly<Record<'crm' | 'erp', FaultProxy> & Partial<Record<System, FaultProxy>>>
  /** Lets a sandbox misbehave until the end of the test. */
  fault(backend: 'crm' | 'erp', fault: SandboxFault): Promise<void>
  /** Ends all faults, as the end of a test does. */
  mend(): Promise<void>
  /** What the processes log about the requests they answer from now on. */
  answering(): () => readonly AccessLine[]
  /** Prints what was measured. */
  figures(what: Readonly<Record<string, unknown>>): void
}

export interface AccessLine extends LogLine {
  readonly api: string
  readonly status: number
  readonly durationMs: number
  readonly traceId: string
}

type Settings = Readonly<Record<string, string>>

/** @param env settings of every process */
export function describeFaults(
  name: string,
  steps: (flow: FaultyFlow, topology: Topology) => void,
  env: Settings | ((topology: Topology) => Settings) = {},
): void {
  // Both topologies at the same time: most of what a fault takes is waiting.
  describe.concurrent.each(topologies)(`${name}, %s`, (topology) => {
    let running: Running | undefined
    const flow = flowOf(`${name}, ${topology}`, () => {
      if (!running) throw new Error('a flow runs inside tests only')
      return running
    })
    beforeAll(async () => {
      running = await start(topology, typeof env === 'function' ? env(topology) : env)
    })
    afterAll(async () => {
      await running?.strata.stop()
      await Promise.all(Object.values(running?.before ?? {}).map((proxy) => proxy.close()))
    })
    describe('in turn', { concurrent: false }, () => {
      afterEach(() => flow.mend())
      steps(flow, topology)
    })
  })
}

type Running = Pick<FaultyFlow, 'strata' | 'ask' | 'before'>

const flowOf = (title: string, running: () => Running): FaultyFlow => ({
  get strata() {
    return running().strata
  },
  get ask() {
    return running().ask
  },
  get before() {
    return running().before
  },
  async fault(backend, fault) {
    const { statusCode, body } = await request(`${running().strata.sandboxes[backend]}/__faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(fault),
    })
    await body.dump()
    if (statusCode !== 201) throw new Error(`the sandbox does not know ${JSON.stringify(fault)}`)
  },
  async mend() {
    const { before, strata } = running()
    await Promise.all(Object.values(before).map((proxy) => proxy.clear()))
    for (const url of Object.values(strata.sandboxes))
      await (await request(`${url}/__faults`, { method: 'DELETE' })).body.dump()
  },
  answering() {
    const { strata } = running()
    const from = strata.log().length
    return () =>
      strata
        .log()
        .slice(from)
        .filter(({ durationMs }) => durationMs !== undefined) as never
  },
  figures: (what) => console.info(`${title}: ${JSON.stringify(what)}`),
})

async function start(topology: Topology, env: Settings): Promise<Running> {
  const before: Partial<Record<System, FaultProxy>> = {}
  const via = async (system: System, url: string) => {
    before[system] = await startFaultProxy(url, { seed: 1 })
    return before[system].url
  }
  const strata = await startStrata(topology, undefined, { via, env })
  const asks = Object.entries(questions).map(
    async ([name, question]) => [name, await asking(strata, question)] as const,
  )
  const ask = Object.fromEntries(await Promise.all(asks)) as FaultyFlow['ask']
  return { strata, ask, before: before as FaultyFlow['before'] }
}
