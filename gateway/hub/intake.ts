/**
 * The door for events of systems that push them: what breaks its contract is refused before anything is taken. For
 * those who cannot correct what they sent it becomes a dead letter, which is published once it is corrected.
 */
import type { EventContract } from '../../contracts/runtime/event.ts'
import { Problem, type ProblemError } from '../problem.ts'
import { newToken } from '../store/store.ts'
import { type CloudEvent, schemaPath } from './cloud-event.ts'
import { type Letter, letterIdOf } from './letter.ts'
import type { LogDriver } from './log/driver.ts'
import { violationOf } from './outcome.ts'
import type { Packer, Parcel } from './parcel.ts'
import { keyOf } from './publisher.ts'
import { changed, failedAgain, writeLetter } from './write-letter.ts'

/** In place of a subscription: nobody was told yet. */
export const INTAKE = 'intake'

/** An event as somebody sent it: its envelope is checked, its type and data are not. */
export interface Pushed {
  readonly id: string
  readonly source: string
  readonly type: string
  readonly time?: string
  readonly data?: unknown
}

export interface IntakeOptions {
  readonly driver: LogDriver
  readonly packer: Packer
  readonly events: ReadonlyMap<string, EventContract>
  append(parcels: readonly Parcel[]): Promise<void>
}

export interface Push {
  /** Types the sender may publish. */
  readonly allowed: readonly string[]
  /** Whether what breaks its contract is kept for those who answer for it. */
  readonly isLenient: boolean
  /** Where an event stands in the request, for problems. */
  pointerOf(index: number): string
}

export class Intake {
  readonly #options: IntakeOptions

  constructor(options: IntakeOptions) {
    this.#options = options
  }

  /**
   * Resolves when all are durable.
   * @returns how many will be delivered, and the letters of the others
   * @throws Problem `event-invalid` or `forbidden`; nothing was taken then
   */
  async take(pushed: readonly Pushed[], { allowed, isLenient, pointerOf }: Push) {
    const { packer, driver } = this.#options
    const errors: ProblemError[] = []
    const parcels: Parcel[] = []
    const letters: Letter[] = []
    for (const [index, one] of pushed.entries()) {
      const contract = this.#options.events.get(one.type)
      const at = (pointer: string, detail: string) =>
        errors.push({ in: 'body', pointer: `${pointerOf(index)}${pointer}`, detail })
      if (contract && !allowed.includes(one.type)) throw forbidden(one.type)
      if (!contract) {
        at('/type', 'is no event there is a contract for')
        continue
      }
      const violation = violationOf(contract.schema, one.data, `the event is no ${contract.id}`)
      const envelope = envelopeOf(one, contract)
      if (!violation) parcels.push(packer.pack(contract, envelope))
      else if (isLenient) letters.push(this.#park(envelope, contract, violation))
      else for (const { pointer, expected } of violation.differences ?? []) at(`/data${pointer}`, expected)
    }
    if (errors.length) throw new Problem('event-invalid', 'events that break their contracts', { errors })
    await this.#options.append(parcels)
    await Promise.all(letters.map((letter) => driver.swapLetter('', letter)))
    return { taken: parcels.length, parked: letters.map(({ id }) => id) }
  }

  /** Publishes what was corrected, if it can be now. */
  async replay(letter: Letter): Promise<void> {
    const { driver, packer, events } = this.#options
    const { id, parcel, original, corrected } = letter
    const event = JSON.parse(
      corrected === undefined
        ? packer.unseal(parcel, 'event', original)
        : packer.unseal(id, 'corrected', corrected),
    ) as CloudEvent
    const contract = events.get(event.type) as EventContract
    const violation = violationOf(contract.schema, event.data, `the event is no ${contract.id}`)
    if (violation) {
      await driver.swapLetter(letter.revision, failedAgain(letter, violation))
      return
    }
    // Twice is once: the log knows its id.
    await this.#options.append([packer.pack(contract, { ...event, subject: keyOf(contract, event.data) })])
    await driver.swapLetter(letter.revision, changed(letter, 'replayed', { who: 'hub', what: 'replayed' }))
  }

  #park(event: CloudEvent, contract: EventContract, violation: Parameters<typeof writeLetter>[2]): Letter {
    const { id, partition, data } = this.#options.packer.pack(contract, event)
    const lane = { subscription: INTAKE, topic: contract.topic, partition }
    const delivery = { position: '0', id, data, at: Date.now(), deliveries: 0 }
    const item = {
      delivery,
      event,
      key: event.subject,
      isSuspect: false,
      attempts: [],
      failures: 0,
      counted: 0,
      successesSeen: 0,
    }
    return {
      ...writeLetter(lane, item, violation, contract.owner),
      id: letterIdOf(lane, id),
      revision: newToken(),
    }
  }
}

const envelopeOf = ({ id, source, type, time, data }: Pushed, contract: EventContract): CloudEvent => ({
  specversion: '1.0',
  id,
  source,
  type,
  time: time ?? new Date().toISOString(),
  subject: keyOf(contract, data ?? {}),
  datacontenttype: 'application/json',
  dataschema: schemaPath(type),
  data,
})

const forbidden = (type: string) =>
  new Problem('forbidden', `the consumer may not publish ${type}`, {
    detail: `The consumer is not registered to publish ${type}.`,
  })
