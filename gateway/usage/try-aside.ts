/** Tries requests beside the work of this process, with limits that hold. */
import { Worker } from 'node:worker_threads'
import type { Trial, Tried } from './trial.ts'

/** The contract cannot be tried. */
export class NotTriable extends Error {
  override readonly name = 'NotTriable'
}

const LIMIT_MS = 20_000
const MEMORY_MB = 256

/** @throws NotTriable */
export function tryAside(trial: Trial): Promise<readonly Tried[]> {
  const worker = new Worker(new URL('./trial-worker.ts', import.meta.url), {
    workerData: trial,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  })
  return new Promise<readonly Tried[]>((resolve, reject) => {
    const timer = setTimeout(() => reject(new NotTriable('It takes too long.')), LIMIT_MS)
    const end = (act: () => void) => {
      clearTimeout(timer)
      act()
    }
    worker.once('message', (tried: readonly Tried[]) => end(() => resolve(tried)))
    worker.once('error', (error: Error) => end(() => reject(new NotTriable(error.message.slice(0, 400)))))
    worker.once('exit', () => end(() => reject(new NotTriable('It takes too much memory.'))))
  }).finally(() => void worker.terminate())
}
