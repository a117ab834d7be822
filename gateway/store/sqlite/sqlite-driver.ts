/** Records in one file, for one machine: nothing to install, and durable. A thread of its own owns the file. */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { Guard } from '../guard.ts'
import type { Driver } from '../store.ts'
import { StoreUnavailable } from '../unavailable.ts'
import { wallTime } from '../wall-time.ts'
import type { Call, Request, Response } from './request.ts'
import type { Writes } from './writes.ts'

export interface SqliteOptions {
  /** A call that takes longer has failed; a disk may be much slower than a network. @default 2000 */
  readonly answerMs?: number
  /** For tests: other time than that of the system. */
  readonly clock?: () => number
}

/** @throws StoreUnavailable if the file cannot be opened */
export async function sqliteDriver(
  file: string,
  { answerMs = 2_000, clock = wallTime() }: SqliteOptions = {},
): Promise<Driver> {
  const ask = await startThread(file)
  const guard = new Guard({ answerMs, failureOf: () => undefined })
  const call = <Name extends keyof Writes>(name: Name, ...args: Parameters<Writes[Name]>) =>
    guard.run(() => ask(name, args) as Promise<ReturnType<Writes[Name]>>)
  return {
    apply: (id, name, command) => call('apply', clock(), id, { name, ...command } as never) as never,
    read: (id) => call('read', clock(), id),
    due: (limit) => call('due', clock(), limit),
    parked: (limit) => call('parked', clock(), limit),
    outbox: {
      partitions: 1,
      read: (_partition, after, limit) => call('published', after, limit),
      trim: (_partition, position) => call('trim', position),
    },
    // Committed is on the disk.
    suspect: () => false,
    readiness: () =>
      guard
        .run(() => ask('ready', []))
        .then(
          () => [],
          (error: Error) => [error.message],
        ),
    async close() {
      await ask('close', []).catch(() => {})
    },
  }
}

type Ask = (call: Call, args: readonly unknown[]) => Promise<unknown>

async function startThread(file: string): Promise<Ask> {
  const thread = new Worker(new URL('./thread.ts', import.meta.url), { workerData: { file } })
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  let ticket = 0
  let ended: StoreUnavailable | undefined
  const end = (cause: unknown) => {
    const message = cause instanceof Error ? cause.message : 'it was closed'
    ended ??= new StoreUnavailable('unreachable', `SQLite: ${file}: ${message}`, { cause })
    for (const { reject } of waiting.values()) reject(ended)
    waiting.clear()
    return ended
  }
  thread.on('message', (responses: readonly Response[]) => {
    for (const response of responses) settle(response, waiting)
    if (!waiting.size) thread.unref()
  })
  thread.on('error', end)
  thread.on('exit', end)
  await Promise.race([
    once(thread, 'online'),
    once(thread, 'exit').then(() => Promise.reject(end(undefined))),
  ])
  // It keeps a process from ending only while somebody waits for an answer.
  thread.unref()
  return function ask(call, args) {
    if (ended) return Promise.reject(ended)
    const answer = Promise.withResolvers<unknown>()
    if (!waiting.size) thread.ref()
    waiting.set(++ticket, answer)
    thread.postMessage({ ticket, call, args } satisfies Request)
    return answer.promise
  }
}

function settle(response: Response, waiting: Map<number, PromiseWithResolvers<unknown>>): void {
  const answer = waiting.get(response.ticket)
  waiting.delete(response.ticket)
  if ('value' in response) answer?.resolve(response.value)
  else {
    const { message, reason } = response.failure
    answer?.reject(reason ? new StoreUnavailable(reason, message) : new Error(message))
  }
}
