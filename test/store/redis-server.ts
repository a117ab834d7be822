/** Redis servers as they are deployed: several that form a cluster, a primary with a sentinel, one behind TLS. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { freePort } from '../support/free-port.ts'

/** True where Redis is installed, or has to be: `REQUIRE_REDIS=1` turns its absence into a failure. */
export const hasRedis =
  process.env.REQUIRE_REDIS === '1' || spawnSync('redis-server', ['--version']).status === 0

export interface Server {
  readonly port: number
  readonly directory: string
  ask(...command: readonly (string | number)[]): Promise<unknown>
  kill(): void
  stop(): Promise<void>
}

export interface ServerOptions {
  readonly port?: number
  readonly settings?: Readonly<Record<string, string | number>>
  /** Lines of a file that the server may rewrite, in place of settings. */
  readonly file?: readonly string[]
  readonly flags?: readonly string[]
  readonly client?: ClientOptions
}

/** Keeps what it acknowledges, as production does. @returns once it answers */
export async function startServer(options: ServerOptions = {}): Promise<Server> {
  const directory = mkdtempSync(join(tmpdir(), 'strata-redis-'))
  const port = options.port ?? (await freePort())
  const child = spawn('redis-server', argumentsOf(options, directory, port), { stdio: 'ignore' })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const server: Server = {
    port,
    directory,
    ask: (...command) => ask(port, options.client, command),
    kill: () => void child.kill('SIGKILL'),
    async stop() {
      child.kill('SIGKILL')
      await ended
      rmSync(directory, { recursive: true, force: true })
    },
  }
  await untilAnswering(server, child)
  return server
}

function argumentsOf(
  { settings = {}, file, flags = [] }: ServerOptions,
  directory: string,
  port: number,
): readonly string[] {
  if (file) {
    const path = join(directory, 'redis.conf')
    writeFileSync(path, [`port ${port}`, `dir ${directory}`, ...file].join('\n'))
    return [path, ...flags]
  }
  const usual = { port, dir: directory, save: '', appendonly: 'yes', 'maxmemory-policy': 'noeviction' }
  const all = Object.entries({ ...usual, ...settings })
  return [...all.flatMap(([name, value]) => [`--${name}`, String(value)]), ...flags]
}

/** How a server is reached that does not let everybody in. */
interface ClientOptions {
  readonly tls: { readonly ca: string; readonly servername: string }
  readonly password: string
}

async function ask(
  port: number,
  options: ClientOptions | undefined,
  [name = '', ...rest]: readonly (string | number)[],
): Promise<unknown> {
  const client = new Redis(port, '127.0.0.1', { ...options, retryStrategy: () => null })
  client.on('error', () => {})
  try {
    return await client.call(String(name), ...rest)
  } finally {
    client.disconnect()
  }
}

async function untilAnswering(server: Server, child: ChildProcess): Promise<void> {
  while (child.exitCode === null)
    try {
      await server.ask('PING')
      return
    } catch {
      await pause(50)
    }
  throw new Error(`redis-server ended with ${child.exitCode}`)
}
