/** Tries requests in a thread of its own: a contract from outside may be as slow and large as it likes. */
import { parentPort, workerData } from 'node:worker_threads'
import { type Trial, tryRequests } from './trial.ts'

parentPort?.postMessage(tryRequests(workerData as Trial))
