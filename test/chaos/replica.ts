/** A gateway process that is there again as soon as it is gone, on the same ports. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { Pool } from 'undici'

export interface ReplicaOptions {
  readonly directory: string
  readonly publicPort: number
  readonly internalPort: number
  readonly env: Readonly<Record<string, string>>
  /** What it complains about. */
  onLog(line: string): void
}

const shim = join(import.meta.dirname, '../../gateway/cli/strata.mjs')
const LOOK_MS = 50

export class Replica {
  readonly pool: Pool
  readonly #options: ReplicaOptions
  #child: ChildProcess
  #closing = false

  constructor(options: ReplicaOptions) {
    this.#options = options
    this.pool = new Pool(`http://127.0.0.1:${options.publicPort}`, { connections: 256, pipelining: 1 })
    this.#child = this.#spawn()
  }

  async untilReady(): Promise<void> {
    const url = `http://127.0.0.1:${this.#options.internalPort}/readyz`
    while (!this.#closing)
      try {
        const { ok } = await fetch(url, { signal: AbortSignal.timeout(2_000) })
        if (ok) return
      } catch {
        await pause(LOOK_MS)
      }
  }

  /** Ends in order, and comes back: an end in order keeps what was compiled. */
  async restart(): Promise<void> {
    const ended = once(this.#child, 'exit')
    this.#child.kill('SIGTERM')
    await ended
    await this.untilReady()
  }

  kill(): void {
    this.#child.kill('SIGKILL')
  }

  async stop(forMs: number): Promise<void> {
    const child = this.#child
    child.kill('SIGSTOP')
    await pause(forMs)
    child.kill('SIGCONT')
  }

  async close(): Promise<void> {
    this.#closing = true
    const child = this.#child
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    }
    await this.pool.destroy()
  }

  #spawn(): ChildProcess {
    const { directory, publicPort, internalPort, env, onLog } = this.#options
    const child = spawn(process.execPath, [shim, 'start', '--quiet'], {
      cwd: directory,
      env: {
        ...process.env,
        RATE_LIMIT_FACTOR: '1000000',
        ...env,
        PUBLIC_PORT: String(publicPort),
        INTERNAL_PORT: String(internalPort),
        LOG_LEVEL: 'error',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    createInterface({ input: child.stdout }).on('line', onLog)
    createInterface({ input: child.stderr }).on('line', onLog)
    child.once('exit', () => {
      if (!this.#closing) this.#child = this.#spawn()
    })
    return child
  }
}
