/** What was published of a contract, as its file says. */
import type { Owner } from '../../contract.ts'
import type { OpenApiDocument } from '../../runtime/document.ts'
import type { Loaded } from '../load.ts'
import { toComparable } from './comparable.ts'

export interface Revision {
  readonly id: string
  /** The major version and what was published before in it: `1.0`, `1.1`. Nobody types it. */
  readonly revision: string
  /** Of the promise alone: another wording has the same. */
  readonly digest: string
  readonly publishedAt: string
  readonly publishedBy: string
  /** Who wrote what is new in it. */
  readonly authors: readonly string[]
  readonly owner: Owner
  /** Fingerprints of the breaks and risks that were let through, each with its approval on record. */
  readonly exceptions: readonly string[]
  readonly document: OpenApiDocument
}

/** What is promised is offered to others; backends promise us, and the gateway comes with its own API. */
export const isPublishable = (id: string): boolean => /^(system|process|experience|events)\//.test(id)

/** For comparing. */
export const loadRevision = ({ id, revision, document }: Revision): Loaded =>
  toComparable(id, document, `${id} ${revision}`)

export const majorOf = (id: string): number => Number(id.slice(id.lastIndexOf('/v') + 2))

/** As people sort versions: `1.10` comes after `1.9`. */
export const byRevision = (a: { revision: string }, b: { revision: string }): number =>
  minorOf(a.revision) - minorOf(b.revision)

export const nextRevision = (id: string, latest: Revision | undefined): string =>
  `${majorOf(id)}.${latest ? minorOf(latest.revision) + 1 : 0}`

const minorOf = (revision: string) => Number(revision.split('.')[1])
