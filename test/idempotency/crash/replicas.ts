/** Two replicas of the fixture gateway on one store, of which one can be made to fail. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { developmentIssuer } from '../../../gateway/security/issuer.ts'
import type { Failpoint } from './failpoints.ts'

export const LEASE_MS = 1_000

export class Replica {
  url = ''
  readonly #directory: string
  readonly #env: Readonly<Record<string, string>>
  #child: ChildProcess | undefined
  #reached: (() => void) | undefined

  constructor(directory: string, env: Readonly<Record<string, string>>) {
    this.#directory = directory
    this.#env = env
  }

  async start(): Promise<void> {
    const child = spawn(
      process.execPath,
      ['--import', join(import.meta.dirname, 'failpoints.ts'), join(import.meta.dirname, 'replica.ts')],
      {
        cwd: this.#directory,
        env: { ...process.env, ...this.#env },
        stdio: ['ignore', 'inherit', 'inherit', 'pipe', 'ipc'],
      },
    )
    this.#child = child
    ;(child.stdio[3] as Readable).on('data', () => this.#reached?.())
    const [message] = await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(() => Promise.reject(new Error('the replica did not start'))),
    ])
    this.url = (message as { url: string }).url
  }

  /** @returns a promise of the moment it is reached */
  async arm(failpoint: Failpoint): Promise<{ readonly reached: Promise<void> }> {
    const reached = new Promise<void>((resolve) => {
      this.#reached = resolve
    })
    const armed = once(this.#child as ChildProcess, 'message')
    this.#child?.send(failpoint)
    await armed
    return { reached }
  }

  signal(signal: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): void {
    this.#child?.kill(signal)
  }

  /** Starts it again after it was killed. */
  async revive(): Promise<void> {
    if (this.#child?.signalCode === null) await once(this.#child, 'exit')
    await this.start()
  }

  async stop(): Promise<void> {
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }
}

export interface Replicas {
  readonly victim: Replica
  readonly other: Replica
  readonly token: string
  stop(): Promise<void>
}

export async function startReplicas(storeUrl: string, worksUrl: string): Promise<Replicas> {
  const directory = mkdtempSync(join(tmpdir(), 'strata-crash-'))
  const issuer = await developmentIssuer(join(directory, '.strata'))
  const env = {
    NODE_ENV: 'test',
    PUBLIC_PORT: '0',
    INTERNAL_PORT: '0',
    LOG_LEVEL: process.env.CRASH_LOG ?? 'silent',
    LEASE_MS: String(LEASE_MS),
    NODE_COMPILE_CACHE: join(tmpdir(), 'strata-crash-compiled'),
    STORE_URL: storeUrl,
    WORKS_URL: worksUrl,
    DATA_KEY: 'd'.repeat(43),
    SERVICE_KEY: 's'.repeat(43),
  }
  const victim = new Replica(directory, env)
  const other = new Replica(directory, env)
  await victim.start()
  await other.start()
  return {
    victim,
    other,
    token: await issuer.issue({ consumer: 'order-desk' }, 'strata'),
    async stop() {
      await Promise.all([victim.stop(), other.stop()])
      rmSync(directory, { recursive: true, force: true })
    },
  }
}
