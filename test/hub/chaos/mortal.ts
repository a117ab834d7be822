/** Processes that are killed without warning and started again at once. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

export class Mortal {
  readonly #spawn: () => ChildProcess
  #child: ChildProcess
  #isOver = false

  constructor(spawn: () => ChildProcess) {
    this.#spawn = spawn
    this.#child = this.#begin()
  }

  async kill(): Promise<void> {
    const child = this.#child
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }

  async end(): Promise<void> {
    this.#isOver = true
    await this.kill()
  }

  #begin(): ChildProcess {
    const child = this.#spawn()
    child.once('exit', () => {
      if (!this.#isOver) this.#child = this.#begin()
    })
    return child
  }
}

/** A Redis that loses nothing it acknowledged. */
export const redis = (port: number, dir: string) =>
  new Mortal(() => {
    const settings = {
      port,
      dir,
      save: '',
      appendonly: 'yes',
      appendfsync: 'always',
      'maxmemory-policy': 'noeviction',
    }
    const flags = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)])
    return spawn('redis-server', flags, { stdio: 'ignore' })
  })

export const worker = (cwd: string, env: Readonly<Record<string, string>>) =>
  new Mortal(() =>
    spawn(process.execPath, [join(import.meta.dirname, 'worker.ts')], {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    }),
  )
