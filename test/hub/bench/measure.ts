/** How many events a second become durable, are told, and are settled. */
import { Consumer } from '../../../gateway/hub/consumer.ts'
import type { LogDriver } from '../../../gateway/hub/log/driver.ts'
import { openLog } from '../../../gateway/hub/log/open.ts'
import { done, type Outcome } from '../../../gateway/hub/outcome.ts'
import { Packer } from '../../../gateway/hub/parcel.ts'
import { openLetters } from '../../../gateway/hub/write-letter.ts'
import type { Driver } from '../../../gateway/store/driver.ts'
import { openDriver } from '../../../gateway/store/open.ts'
import { createSealer } from '../../../gateway/store/seal.ts'
import { createLog } from '../../../gateway/telemetry/log.ts'
import { eventOf } from '../telling.ts'

export interface Load {
  readonly events: number
  /** Publishers at once, each waiting for its event to be durable. */
  readonly publishers: number
  /** Events each of them sends at once. */
  readonly batch: number
  /** Of events, those that are refused. */
  readonly poison?: number
}

export interface Rates {
  /** Durable, a second. */
  readonly published: number
  /** Durable, told and settled, a second. */
  readonly told: number
  readonly letters: number
  /** Processor time, of everything. */
  readonly cpuMs: number
}

const KEYS = 1_000
const topic = 'bench'
const silent = createLog({ level: 'silent' })

export async function measure(
  storeUrl: string,
  { events, publishers, batch, poison = 0 }: Load,
): Promise<Rates> {
  const store = openDriver(storeUrl)
  const log = openLog(storeUrl, store)
  await untilAnswering(store)
  const packer = new Packer(createSealer(['k'.repeat(43)]))
  const id = `bench of ${Math.random()}`
  await log.enlist(id, topic)
  const owner = { team: 'bench', contact: 'bench@strata.example', oncall: 'https://strata.example' }
  const refused: Outcome = { kind: 'refused', reason: 'rejected', stage: 'deliver', message: 'no' }
  const deliver = async ({ data }: { readonly data: unknown }) =>
    isPoison((data as { number: number }).number, poison) ? refused : done
  const subscription = { id, topic, owner, onPoison: 'skip', concurrency: 64, deliver } as const
  const options = { driver: log, packer, subscription, leaseMs: 15_000, log: silent }
  const consumer = new Consumer({ ...options, unitMs: 1_000 })
  consumer.start()
  const startedAt = performance.now()
  const startedCpu = process.cpuUsage()
  await publish(log, packer, { events, publishers, batch }, () => {
    for (const reader of consumer.readers) reader.wake()
  })
  const published = performance.now()
  while (consumer.settled < events) await new Promise((resolve) => setTimeout(resolve, 1))
  const told = performance.now()
  const { user, system } = process.cpuUsage(startedCpu)
  const { waiting } = await log.backlog(id, topic)
  if (waiting > 0) throw new Error(`${waiting} events are not settled`)
  const letters = (await openLetters(log)).filter(({ lane }) => lane.subscription === id).length
  await consumer.close()
  await log.close()
  await store.close()
  const perSecond = (at: number) => Math.round(events / ((at - startedAt) / 1000))
  return { published: perSecond(published), told: perSecond(told), letters, cpuMs: (user + system) / 1_000 }
}

const isPoison = (number: number, share: number) => share > 0 && number % Math.round(1 / share) === 0

async function publish(
  log: LogDriver,
  packer: Packer,
  { events, publishers, batch }: Load,
  wake: () => void,
) {
  let next = 0
  const publisher = async () => {
    while (next < events) {
      const from = next
      next += batch
      const own = Array.from({ length: Math.min(batch, events - from) }, (_, index) => from + index)
      await log.append(
        own.map((number) => packer.pack({ topic }, eventOf(topic, `K${number % KEYS}`, number))),
      )
      wake()
    }
  }
  await Promise.all(Array.from({ length: publishers }, publisher))
}

async function untilAnswering(store: Driver): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++)
    try {
      await store.load('none')
      return
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
}
