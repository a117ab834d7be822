/** Real Redis servers of a test, on free ports and in directories of their own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'

export interface RedisServer {
  readonly port: number
  readonly url: string
  readonly directory: string
  /** Ends it without notice, or lets it stand still and go on. */
  signal(name: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): Promise<void>
  /** On the same port, with the data it kept. */
  start(): Promise<void>
  stop(): Promise<void>
}

/** What a store demands. */
const durable = ['--appendonly', 'yes', '--appendfsync', 'everysec', '--maxmemory-policy', 'noeviction']

export async function startRedis(settings: readonly string[] = []): Promise<RedisServer> {
  const port = await freePort()
  const directory = mkdtempSync(join(tmpdir(), 'strata-redis-'))
  let child: ChildProcess | undefined
  const start = async () => {
    child = spawn(
      'redis-server',
      [
        '--port',
        String(port),
        '--bind',
        '127.0.0.1',
        '--dir',
        directory,
        '--save',
        '',
        ...durable,
        ...settings,
      ],
      { stdio: 'ignore' },
    )
    const failed = once(child, 'exit').then(() => Promise.reject(new Error('redis-server did not start')))
    await Promise.race([answering(port), failed])
    failed.catch(() => {})
  }
  const signal = async (name: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT') => {
    const running = child
    if (!running) return
    const ended = name === 'SIGKILL' ? once(running, 'exit') : undefined
    running.kill(name)
    await ended
    if (ended) child = undefined
  }
  await start()
  return {
    port,
    url: `redis://127.0.0.1:${port}`,
    directory,
    signal,
    start,
    async stop() {
      await signal('SIGKILL')
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** Ready, with its data loaded. */
async function answering(port: number): Promise<void> {
  const client = new Redis({ host: '127.0.0.1', port, retryStrategy: () => 20, maxRetriesPerRequest: null })
  client.on('error', () => {})
  try {
    await client.ping()
  } finally {
    client.disconnect()
  }
}
