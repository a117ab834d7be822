/** The command line as a person or an orchestrator runs it: a process with an environment, an exit code and two streams. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { afterAll, afterEach } from 'vitest'

export const root = join(import.meta.dirname, '../..')
const directory = mkdtempSync(join(tmpdir(), 'strata-cli-'))
const running = new Set<Run>()

afterEach(async () => {
  for (const run of running) await run.kill()
})
afterAll(() => rmSync(directory, { recursive: true, force: true }))

export interface Ready {
  readonly publicUrl?: string
  readonly internalUrl: string
  readonly sandboxes: Readonly<Record<string, string>>
}

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export class Run {
  out = ''
  err = ''
  readonly child: ChildProcess
  /** When the process and whoever holds its streams are gone. */
  readonly ended: Promise<Ended>

  constructor(command: string, args: readonly string[], env: Readonly<Record<string, string>>, cwd: string) {
    this.child = spawn(command, args, {
      cwd,
      // A group of its own, so that what it leaves behind can be ended too.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH}`,
        HOME: directory,
        PUBLIC_PORT: '0',
        INTERNAL_PORT: '0',
        ...env,
      },
    })
    this.child.stdout?.on('data', (chunk) => {
      this.out += chunk
    })
    this.child.stderr?.on('data', (chunk) => {
      this.err += chunk
    })
    this.ended = once(this.child, 'close').then(([code]) => {
      running.delete(this)
      return { code: code as number | null, out: this.out, err: this.err }
    })
    running.add(this)
  }

  /** What the process says when it serves. */
  async ready(): Promise<Ready> {
    await this.says('"msg":"ready"')
    const line = this.out.split('\n').find((text) => text.includes('"msg":"ready"'))
    return JSON.parse(line as string) as Ready
  }

  async says(text: string, limitMs = 10_000): Promise<void> {
    const endsAt = performance.now() + limitMs
    while (!this.out.includes(text)) {
      if (performance.now() > endsAt || !running.has(this))
        throw new Error(`never said ${text}: ${this.out}${this.err}`)
      await after(10)
    }
  }

  /** Ends it with everything it started. */
  async kill(): Promise<void> {
    try {
      process.kill(-(this.child.pid as number), 'SIGKILL')
    } catch {}
    await this.ended
  }
}

/** `strata …` in an empty folder, with nothing set but what is given. */
export const strata = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Run =>
  strataUnder(process.execPath, args, env)

/** The same, started by another Node. */
export const strataUnder = (
  node: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Run => new Run(node, [join(root, 'gateway/cli/strata.mjs'), ...args], env, directory)

/** `npm start` in the checkout. */
export const npmStart = (env: Readonly<Record<string, string>> = {}): Run =>
  new Run('npm', ['start'], env, root)
