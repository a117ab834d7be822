/** Both ways to run Strata: every layer in one process, and one process for each layer. Flow tests run in both. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { developmentIssuer } from '../../gateway/security/issuer.ts'
import { type Backends, startBackends } from './backends.ts'
import type { ErpAccess } from './erp-client.ts'

export type Topology = 'one process' | 'one process per layer'
export const topologies: readonly Topology[] = ['one process', 'one process per layer']

export interface Strata {
  readonly publicUrl: string
  /** Where each layer answers: `process` and `system`. */
  readonly urlOf: Readonly<Record<'experience' | 'process' | 'system', string>>
  /** Of every process there is. */
  readonly internalUrls: readonly string[]
  readonly sandboxes: Backends['sandboxes']
  /** Past Strata, to see what is really stored. */
  readonly erp: ErpAccess
  token(consumer: string, customerId?: string): Promise<string>
  /** Everything the processes logged so far. */
  log(): readonly LogLine[]
  /** Kills the process that hosts a layer, without warning, and starts another one in its place. */
  crash(layer: 'experience' | 'process' | 'system'): Promise<void>
  stop(): Promise<void>
}

export interface LogLine {
  readonly level?: string
  readonly msg?: string
  readonly [field: string]: unknown
}

const shim = join(import.meta.dirname, '../../gateway/cli/strata.mjs')

/** What stands between the systems, and how Strata is set up for it. */
export interface Wiring {
  /** The URL at which a system is found by those who call it. @default its own */
  via?(system: System, url: string): Promise<string>
  /** Settings of every process. */
  readonly env?: Readonly<Record<string, string>>
}

export type System = 'crm' | 'erp' | 'process' | 'system'

/** @param real an ERP to use instead of the sandbox */
export async function startStrata(
  topology: Topology,
  real?: ErpAccess,
  { via = async (_, url) => url, env = {} }: Wiring = {},
): Promise<Strata> {
  const directory = mkdtempSync(join(tmpdir(), 'strata-'))
  const backends = await startBackends(real, via)
  const started: Started[] = []
  const begin = async (own: Record<string, string>) => {
    const process = await startProcess(directory, { ...backends.env, ...env, ...own })
    started.push(process)
    return process.ready
  }
  const stop = async () => {
    await Promise.all(started.map((one) => one.stop()))
    await backends.close()
    rmSync(directory, { recursive: true, force: true })
  }
  try {
    return {
      ...strata(directory, started, await beginLayers(topology, begin, via)),
      sandboxes: backends.sandboxes,
      erp: backends.erp,
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

type Layers = Readonly<Record<'experience' | 'process' | 'system', Ready>>

async function beginLayers(
  topology: Topology,
  begin: (env: Record<string, string>) => Promise<Ready>,
  via: NonNullable<Wiring['via']>,
): Promise<Layers> {
  if (topology === 'one process') {
    const all = await begin({})
    return { experience: all, process: all, system: all }
  }
  const system = await begin({ STRATA_SERVE: 'system' })
  const process = await begin({
    STRATA_SERVE: 'process',
    SYSTEM_URL: await via('system', system.internalUrl),
  })
  const experience = await begin({
    STRATA_SERVE: 'experience',
    PROCESS_URL: await via('process', process.internalUrl),
  })
  return { experience, process, system }
}

interface Ready {
  readonly publicUrl?: string
  readonly internalUrl: string
}

interface Started {
  readonly ready: Ready
  /** Everything it wrote, line by line. */
  readonly lines: readonly string[]
  stop(): Promise<void>
  crash(): Promise<void>
}

async function startProcess(
  directory: string,
  env: Record<string, string>,
  lines: string[] = [],
): Promise<Started> {
  const child = spawn(process.execPath, [shim, 'start', '--quiet'], {
    cwd: directory,
    env: { ...process.env, PUBLIC_PORT: '0', INTERNAL_PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let errors = ''
  child.stderr.on('data', (chunk) => {
    errors += chunk
  })
  const ready = await new Promise<Ready>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (text) => {
      lines.push(text)
      if (text.includes('"ready"')) resolve(parse(text) as unknown as Ready)
    })
    child.once('exit', (code) => reject(new Error(`strata start ended with ${code}: ${errors}`)))
  })
  let current: Started | undefined
  return {
    ready,
    lines,
    stop: () => current?.stop() ?? stopChild(child),
    async crash() {
      if (current) return current.crash()
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
      current = await startProcess(directory, { ...env, ...portsOf(ready) }, lines)
    },
  }
}

/** Who comes after a process answers where it did. */
const portsOf = ({ publicUrl, internalUrl }: Ready) => ({
  INTERNAL_PORT: new URL(internalUrl).port,
  ...(publicUrl && { PUBLIC_PORT: new URL(publicUrl).port }),
})

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}

function strata(directory: string, started: readonly Started[], { experience, process, system }: Layers) {
  const issuer = developmentIssuer(join(directory, '.strata'))
  return {
    publicUrl: experience.publicUrl ?? '',
    urlOf: {
      experience: experience.publicUrl ?? '',
      process: process.internalUrl,
      system: system.internalUrl,
    },
    internalUrls: started.map(({ ready }) => ready.internalUrl),
    token: async (consumer: string, customerId?: string) =>
      (await issuer).issue({ consumer, ...(customerId === undefined ? {} : { customerId }) }, 'strata'),
    log: () => started.flatMap(({ lines }) => lines.map(parse)),
    async crash(layer: keyof Layers) {
      const host = { experience, process, system }[layer]
      await started.find(({ ready }) => ready === host)?.crash()
    },
  }
}

function parse(text: string): LogLine {
  try {
    return JSON.parse(text) as LogLine
  } catch {
    return { msg: text }
  }
}
