/** Processes under measurement: started, asked for their processor time, stopped. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

export interface Measured {
  readonly url: string
  /** Processor time used so far by all threads, in microseconds. */
  cpuMicros(): Promise<number>
  stop(): Promise<void>
}

/** @param file relative to this folder */
export async function start(file: string, env: Readonly<Record<string, string>> = {}): Promise<Measured> {
  const child: ChildProcess = fork(join(import.meta.dirname, file), {
    env: { ...process.env, NODE_ENV: 'test', RATE_LIMIT_FACTOR: '1000000', ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const [{ url }] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`${file} ended with ${code}`))),
  ])) as [{ url: string }]
  return {
    url,
    async cpuMicros() {
      child.send('cpu')
      const [{ cpu }] = (await once(child, 'message')) as [{ cpu: NodeJS.CpuUsage }]
      return cpu.user + cpu.system
    },
    async stop() {
      if (child.exitCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    },
  }
}
