/** Events go through a log while those who tell of them, and the log itself, are killed; then the effects are counted. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { CloudEvent } from '../../../gateway/hub/cloud-event.ts'
import type { LogDriver } from '../../../gateway/hub/log/driver.ts'
import { openLog } from '../../../gateway/hub/log/open.ts'
import { Packer } from '../../../gateway/hub/parcel.ts'
import { openLetters } from '../../../gateway/hub/write-letter.ts'
import { openDriver } from '../../../gateway/store/open.ts'
import { createSealer } from '../../../gateway/store/seal.ts'
import { freePort } from '../../support/free-port.ts'
import { Effects, type Verdict } from './effects.ts'
import { DATA_KEY, thingHappened } from './fixture.ts'
import { type Mortal, redis, worker } from './mortal.ts'

export interface Profile {
  readonly events: number
  readonly keys: number
  readonly workers: number
  readonly workerKills: number
  readonly redisKills: number
  /** Of requests to the subscriber's backend, those that fail. */
  readonly faulty: number
  readonly leaseMs: number
}

export interface Result extends Verdict {
  readonly events: number
  readonly workerKills: number
  readonly redisKills: number
  readonly letters: number
  readonly seconds: number
}

const BATCH = 50
/** Nothing new for so long: what is missing is lost. */
const PATIENCE_MS = 60_000

export async function run(profile: Profile, onProgress: (text: string) => void = () => {}): Promise<Result> {
  const directory = mkdtempSync(join(tmpdir(), 'strata-hub-'))
  const effects = new Effects(profile.faulty)
  const port = await freePort()
  const storeUrl = `redis://127.0.0.1:${port}`
  const database = redis(port, directory)
  const store = openDriver(storeUrl)
  const log = openLog(storeUrl, store)
  const env = {
    NODE_ENV: 'test',
    STORE_URL: storeUrl,
    DATA_KEY,
    SERVICE_KEY: DATA_KEY,
    LEASE_MS: String(profile.leaseMs),
    PUBLIC_PORT: '0',
    INTERNAL_PORT: '0',
    EFFECTS_URL: await effects.listen(),
    LOG_LEVEL: 'silent',
  }
  const workers = Array.from({ length: profile.workers }, () => worker(directory, env))
  const startedAt = performance.now()
  try {
    // Who subscribes later is not told of what was before.
    await insist(() => log.enlist('system/taker/v1:take', 'thing-happened'))
    const publishing = publish(log, profile)
    const faults = kill(effects, profile, workers, database, onProgress)
    await Promise.all([publishing, faults])
    await untilQuiet(effects, profile.events, onProgress)
    const letters = await insist(() => openLetters(log))
    const { events, workerKills, redisKills } = profile
    const seconds = Math.round((performance.now() - startedAt) / 1000)
    return { events, workerKills, redisKills, ...effects.judge(events), letters: letters.length, seconds }
  } finally {
    await Promise.all(workers.map((one) => one.end()))
    await log.close()
    await store.close()
    await database.end()
    effects.close()
    rmSync(directory, { recursive: true, force: true })
  }
}

/** As a producer does that was not answered: the same again, until it is. */
async function publish(log: LogDriver, { events, keys }: Profile): Promise<void> {
  const packer = new Packer(createSealer([DATA_KEY]))
  for (let from = 0; from < events; from += BATCH) {
    const parcels = Array.from({ length: Math.min(BATCH, events - from) }, (_, index) => {
      const number = from + index
      return packer.pack(thingHappened, eventOf(`K${number % keys}`, number))
    })
    await insist(() => log.append(parcels))
  }
}

/** Evenly over the events: a slow machine has as many. */
async function kill(
  effects: Effects,
  { events, workerKills, redisKills }: Profile,
  workers: readonly Mortal[],
  database: Mortal,
  onProgress: (text: string) => void,
): Promise<void> {
  const moments = [
    ...Array.from({ length: workerKills }, (_, index) => ({
      at: (index + 0.5) / workerKills,
      kind: 'worker',
    })),
    ...Array.from({ length: redisKills }, (_, index) => ({
      at: (index + 0.7) / (redisKills + 1),
      kind: 'redis',
    })),
  ].sort((a, b) => a.at - b.at)
  let victim = 0
  for (const { at, kind } of moments) {
    while (effects.count < at * events) await pause(5)
    onProgress(`${effects.count} of ${events} events, killing ${kind}`)
    await (kind === 'redis' ? database : (workers[victim++ % workers.length] as Mortal)).kill()
  }
}

async function untilQuiet(
  effects: Effects,
  expected: number,
  onProgress: (text: string) => void,
): Promise<void> {
  let seen = -1
  let since = performance.now()
  while (effects.count < expected && performance.now() - since < PATIENCE_MS) {
    if (effects.count !== seen) {
      seen = effects.count
      since = performance.now()
    }
    onProgress(`${effects.count} of ${expected} events`)
    await pause(200)
  }
}

async function insist<Result>(act: () => Promise<Result>): Promise<Result> {
  for (;;)
    try {
      return await act()
    } catch {
      await pause(50)
    }
}

const eventOf = (key: string, number: number): CloudEvent => ({
  specversion: '1.0',
  id: `${key}-${number}`,
  source: '/chaos',
  type: thingHappened.id,
  time: new Date().toISOString(),
  subject: key,
  datacontenttype: 'application/json',
  dataschema: '',
  data: { key, number },
})
