/**
 * An event as it is kept: sealed, with no more in the open than it takes to keep it in order. Events of one topic with
 * the same key are in the same partition.
 */
import { crc32 } from 'node:zlib'
import type { EventContract } from '../../contracts/runtime/event.ts'
import { derive } from '../call.ts'
import type { Event } from '../store/driver.ts'
import type { Sealer } from '../store/seal.ts'
import type { CloudEvent } from './cloud-event.ts'

export interface Parcel {
  /** The same for the same event of the same source, however often it comes. */
  readonly id: string
  readonly topic: string
  readonly partition: number
  /** Sealed. */
  readonly data: string
}

export const PARTITIONS = 16
const ID_CHARACTERS = 32

export class Packer {
  readonly #sealer: Sealer

  constructor(sealer: Sealer) {
    this.#sealer = sealer
  }

  pack({ topic }: Pick<EventContract, 'topic'>, event: CloudEvent): Parcel {
    const id = parcelIdOf(event)
    const partition = partitionOf(event.subject)
    return { id, topic, partition, data: this.seal(id, 'event', JSON.stringify(event)) }
  }

  /** @throws SealBroken */
  unpack({ id, data }: Pick<Parcel, 'id' | 'data'>): CloudEvent {
    return JSON.parse(this.unseal(id, 'event', data)) as CloudEvent
  }

  seal(id: string, part: string, text: string): string {
    return Buffer.from(this.#sealer.seal(Buffer.from(text), { id, part })).toString('base64url')
  }

  unseal(id: string, part: string, sealed: string): string {
    return Buffer.from(this.#sealer.open(Buffer.from(sealed, 'base64url'), { id, part })).toString()
  }
}

export const partitionOf = (key: string): number => crc32(key) % PARTITIONS

export const parcelIdOf = ({ source, id }: Pick<CloudEvent, 'source' | 'id'>): string =>
  derive('event', source, id).toString('base64url').slice(0, ID_CHARACTERS)

/** A parcel on its way through the outbox of the store. */
export const toOutbox = ({ id, topic, partition, data }: Parcel): Event => ({
  id,
  data: `${topic} ${partition} ${data}`,
})

export function fromOutbox({ id, data: text }: Event): Parcel {
  const [topic = '', partition, data = ''] = text.split(' ')
  return { id, topic, partition: Number(partition), data }
}
