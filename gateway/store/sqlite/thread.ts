/**
 * The thread that owns the file, so that nobody else waits for the disk. Whatever was asked while it was writing is one
 * transaction: under load many writes share one fsync, and a single one waits for nobody.
 */
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import { openDatabase } from './database.ts'
import type { Request, Response } from './request.ts'
import { writesIn } from './writes.ts'

const PURGE_MS = 30_000
/** More in one transaction gains nothing and keeps the first one waiting. */
const BATCH = 256

const port = parentPort
if (!port) throw new Error('this is the entry of a thread')

const database = openDatabase(workerData.file)
const writes = writesIn(database)
let purgedAt = 0

port.on('message', (first: Request) => {
  const batch = [first]
  while (batch.length < BATCH) {
    const next = receiveMessageOnPort(port)
    if (!next) break
    batch.push(next.message)
  }
  port.postMessage(answer(batch))
  if (batch.some(({ call }) => call === 'close')) {
    database.close()
    port.close()
  }
})

function answer(batch: readonly Request[]): readonly Response[] {
  try {
    database.exec('BEGIN IMMEDIATE')
    const answers = batch.map((request) => ({ ticket: request.ticket, value: run(request) }))
    if (Date.now() - purgedAt > PURGE_MS) {
      purgedAt = Date.now()
      writes.purge(purgedAt)
    }
    database.exec('COMMIT')
    return answers
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK')
    // One of them may be to blame; the others shall not pay for it.
    if (batch.length > 1) return batch.flatMap((request) => answer([request]))
    return batch.map(({ ticket }) => ({ ticket, failure: failureOf(error) }))
  }
}

function run({ call, args }: Request): unknown {
  if (call === 'close') return undefined
  if (call === 'ready') return void database.exec("DELETE FROM writes WHERE id = ''")
  return (writes[call] as (...args: readonly unknown[]) => unknown)(...args)
}

// https://sqlite.org/rescode.html
const reasons: Readonly<Record<number, 'slow' | 'full' | 'unreachable'>> = {
  5: 'slow', // BUSY
  6: 'slow', // LOCKED
  8: 'full', // READONLY
  10: 'unreachable', // IOERR
  11: 'unreachable', // CORRUPT
  13: 'full', // FULL
  14: 'unreachable', // CANTOPEN
  26: 'unreachable', // NOTADB
}

function failureOf(error: unknown) {
  const { message, errcode } = error as Error & { errcode?: number }
  return {
    message: `SQLite: ${message}`,
    reason: errcode === undefined ? undefined : reasons[errcode & 0xff],
  }
}
