/** A subscriber whose answers the test decides, told from a log by as many processes as the test starts. */
import { vi } from 'vitest'
import type { CloudEvent } from '../../gateway/hub/cloud-event.ts'
import { Consumer } from '../../gateway/hub/consumer.ts'
import type { Letter } from '../../gateway/hub/letter.ts'
import type { LogDriver } from '../../gateway/hub/log/driver.ts'
import type { Outcome } from '../../gateway/hub/outcome.ts'
import { Packer } from '../../gateway/hub/parcel.ts'
import type { Subscription } from '../../gateway/hub/subscription.ts'
import { openLetters } from '../../gateway/hub/write-letter.ts'
import { createSealer } from '../../gateway/store/seal.ts'
import { createLog } from '../../gateway/telemetry/log.ts'

export const packer = new Packer(createSealer(['k'.repeat(43)]))
const owner = { team: 'listeners', contact: 'listeners@strata.example', oncall: 'https://strata.example' }
/** One second of the back-off. */
const UNIT_MS = 1
const log = createLog({ level: 'silent' })

export interface Listener {
  readonly topic: string
  readonly onPoison?: Subscription['onPoison']
  readonly leaseMs?: number
  hear(event: CloudEvent, generation: number): Outcome | Promise<Outcome>
}

export interface Telling {
  readonly consumer: Consumer
  close(): Promise<void>
}

/** One process that tells the listener. */
export function tell(
  driver: LogDriver,
  { topic, onPoison = 'hold-key', leaseMs = 10_000, hear }: Listener,
): Telling {
  const subscription: Subscription = {
    id: `listener of ${topic}`,
    topic,
    owner,
    onPoison,
    concurrency: 8,
    deliver: async (event, generation) => hear(event, generation),
  }
  const consumer = new Consumer({ driver, packer, subscription, leaseMs, log, unitMs: UNIT_MS })
  consumer.start()
  const reviewing = setInterval(async () => {
    const askedAt = performance.now()
    const open = await openLetters(driver)
    consumer.letterbox.review(open, askedAt)
  }, 10)
  return {
    consumer,
    async close() {
      clearInterval(reviewing)
      await consumer.close()
    },
  }
}

export const eventOf = (topic: string, key: string, number: number): CloudEvent => ({
  specversion: '1.0',
  id: `${key}-${number}`,
  source: '/test',
  type: `events/${topic}/v1`,
  time: '2026-03-09T08:15:00.000Z',
  subject: key,
  datacontenttype: 'application/json',
  dataschema: `/events/${topic}/v1/schema.json`,
  data: { key, number },
})

export const append = (driver: LogDriver, topic: string, events: readonly CloudEvent[]): Promise<void> =>
  driver.append(events.map((event) => packer.pack({ topic }, event)))

export const until = (condition: () => unknown): Promise<unknown> =>
  vi.waitUntil(condition, { timeout: 10_000, interval: 5 })

export async function lettersOf(driver: LogDriver, topic: string): Promise<readonly Letter[]> {
  const open = await openLetters(driver)
  return open.filter(({ lane }) => lane.topic === topic)
}
