/** A Redis that keeps what it acknowledged, as far as a second (`everysec`), and is killed in good and in bad moments. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { keepBusy } from './busy-disk.ts'

const LOOK_MS = 2
/** For a moment that may not come. */
const LOOK_MS_MAX = 10_000

export class StoreServer {
  readonly #directory: string
  readonly #port: number
  #child: ChildProcess
  #closing = false

  constructor(directory: string, port: number) {
    this.#directory = directory
    this.#port = port
    this.#child = this.#spawn()
  }

  /** It is started again at once. */
  async kill(): Promise<void> {
    const child = this.#child
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }

  /** @returns whether the moment came */
  async killWhileFsyncIsPending(): Promise<boolean> {
    const client = new Redis(this.#port)
    client.on('error', () => {})
    const calm = keepBusy(join(this.#directory, 'busy'))
    const until = performance.now() + LOOK_MS_MAX
    try {
      while (performance.now() < until) {
        const info = await client.info('persistence')
        if (info.includes('aof_pending_bio_fsync:1')) {
          await this.kill()
          return true
        }
        await pause(LOOK_MS)
      }
      return false
    } finally {
      client.disconnect()
      await calm()
    }
  }

  async stop(forMs: number): Promise<void> {
    const child = this.#child
    child.kill('SIGSTOP')
    await pause(forMs)
    child.kill('SIGCONT')
  }

  async close(): Promise<void> {
    this.#closing = true
    await this.kill()
  }

  #spawn(): ChildProcess {
    const settings = {
      port: this.#port,
      dir: this.#directory,
      appendonly: 'yes',
      appendfsync: 'everysec',
      'maxmemory-policy': 'noeviction',
      save: '',
    }
    const child = spawn(
      'redis-server',
      Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]),
      { stdio: 'ignore' },
    )
    child.once('exit', () => {
      if (!this.#closing) this.#child = this.#spawn()
    })
    return child
  }
}
