/** Both ways to run Strata: every layer in one process, and one process for each layer. Flow tests run in both. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { developmentIssuer } from '../../gateway/security/issuer.ts'

export type Topology = 'one process' | 'one process per layer'
export const topologies: readonly Topology[] = ['one process', 'one process per layer']

export interface Strata {
  readonly publicUrl: string
  /** Where each layer answers: `process` and `system`. */
  readonly urlOf: Readonly<Record<'experience' | 'process' | 'system', string>>
  readonly sandboxes: Readonly<Record<'crm' | 'erp', string>>
  token(consumer: string, customerId?: string): Promise<string>
  /** Everything the processes logged so far. */
  log(): readonly LogLine[]
  stop(): Promise<void>
}

export interface LogLine {
  readonly level?: string
  readonly msg?: string
  readonly [field: string]: unknown
}

const shim = join(import.meta.dirname, '../../gateway/cli/strata.mjs')

/** @param env settings for every process, such as `CRM_URL` */
export async function startStrata(topology: Topology, env: Record<string, string> = {}): Promise<Strata> {
  const directory = mkdtempSync(join(tmpdir(), 'strata-'))
  const started: Started[] = []
  const begin = async (own: Record<string, string>) => {
    const process = await startProcess(directory, { ...env, ...own })
    started.push(process)
    return process.ready
  }
  try {
    if (topology === 'one process') {
      const all = await begin({})
      return strata(directory, started, { experience: all, process: all, system: all })
    }
    const system = await begin({ STRATA_SERVE: 'system' })
    const process = await begin({ STRATA_SERVE: 'process', SYSTEM_URL: system.internalUrl })
    const experience = await begin({ STRATA_SERVE: 'experience', PROCESS_URL: process.internalUrl })
    return strata(directory, started, { experience, process, system })
  } catch (error) {
    await Promise.all(started.map(({ stop }) => stop()))
    throw error
  }
}

interface Ready {
  readonly publicUrl?: string
  readonly internalUrl: string
  readonly sandboxes: Strata['sandboxes']
}

interface Started {
  readonly ready: Ready
  readonly lines: readonly LogLine[]
  stop(): Promise<void>
}

async function startProcess(directory: string, env: Record<string, string>): Promise<Started> {
  const child = spawn(process.execPath, [shim, 'start', '--quiet'], {
    cwd: directory,
    env: { ...process.env, PUBLIC_PORT: '0', INTERNAL_PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines: LogLine[] = []
  let errors = ''
  child.stderr.on('data', (chunk) => {
    errors += chunk
  })
  const ready = await new Promise<Ready>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (text) => {
      const line = parse(text)
      lines.push(line)
      if (line.msg === 'ready') resolve(line as unknown as Ready)
    })
    child.once('exit', (code) => reject(new Error(`strata start ended with ${code}: ${errors}`)))
  })
  return { ready, lines, stop: () => stopChild(child) }
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}

function strata(
  directory: string,
  started: readonly Started[],
  ready: Record<'experience' | 'process' | 'system', Ready>,
): Strata {
  const { experience, process, system } = ready
  const issuer = developmentIssuer(join(directory, '.strata'))
  return {
    publicUrl: experience.publicUrl ?? '',
    urlOf: {
      experience: experience.publicUrl ?? '',
      process: process.internalUrl,
      system: system.internalUrl,
    },
    sandboxes: system.sandboxes,
    token: async (consumer, customerId) =>
      (await issuer).issue({ consumer, ...(customerId === undefined ? {} : { customerId }) }, 'strata'),
    log: () => started.flatMap(({ lines }) => lines),
    async stop() {
      await Promise.all(started.map((one) => one.stop()))
      rmSync(directory, { recursive: true, force: true })
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
