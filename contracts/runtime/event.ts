/** The contract of an event as the gateway works with it: read once at start-up, its schema compiled on demand. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Owner } from '../contract.ts'
import type { Compatibility, EventId } from '../event.ts'
import type { Json, OpenApiDocument } from './document.ts'
import { type Schema, schemasOf } from './schema.ts'

export interface EventContract {
  readonly id: EventId
  /** What all versions share: `order-placed`. */
  readonly topic: string
  readonly version: string
  readonly title: string
  readonly owner: Owner
  /** JSON Pointer to the member of the data by which events keep their order. */
  readonly key: string
  /** How long events are kept for who comes late. */
  readonly retentionMs: number
  readonly compatibility: Compatibility
  /** How subscribers of an earlier version get this one. */
  readonly downgrade: Downgrade | undefined
  /** Of the data. */
  readonly schema: Schema
  readonly document: OpenApiDocument
}

export interface Downgrade {
  readonly to: EventId
  /** A template of the data; see `mapping.ts`. */
  readonly data: Json
}

/** What a contract says in `info.x-event`. */
interface Declared {
  readonly key: string
  readonly retention?: number
  readonly compatibility?: Compatibility
  readonly downgrade?: Downgrade
}

export const DATA = '#/components/schemas/Data'
const WEEK_SECONDS = 7 * 86_400

/** @param directory folder of the generated module */
export function loadEvent(id: EventId, directory: string): EventContract {
  const file = join(directory, `${id.slice(id.lastIndexOf('/') + 1)}.json`)
  return toEvent(id, JSON.parse(readFileSync(file, 'utf8')))
}

export function toEvent(id: EventId, document: OpenApiDocument): EventContract {
  const { info } = document
  const declared = info['x-event'] as unknown as Declared
  return {
    id,
    topic: id.split('/')[1] as string,
    version: info.version,
    title: info.title,
    owner: info['x-owner'] as unknown as Owner,
    key: declared.key,
    retentionMs: (declared.retention ?? WEEK_SECONDS) * 1000,
    compatibility: declared.compatibility ?? 'FULL_TRANSITIVE',
    downgrade: declared.downgrade,
    get schema() {
      return schemasOf(document).at(DATA, 'reply')
    },
    document,
  }
}
