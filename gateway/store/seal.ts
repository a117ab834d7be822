/**
 * Seals what a store keeps of requests and replies: AES-256-GCM, bound to the record and to the part of it, so that
 * nothing can be read, altered or put in another place by whoever has the store.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { dataKeyOf } from './data-key.ts'

/** Where the bytes belong. */
export interface Place {
  /** Of the record. */
  readonly id: string
  /** `request`, `reply`, or the name of a step. */
  readonly part: string
}

export interface Sealer {
  seal(plain: Uint8Array, place: Place): Uint8Array
  /** @throws SealBroken */
  open(sealed: Uint8Array, place: Place): Uint8Array
}

/** Not sealed by a key that is known, not for this place, or altered. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken'
}

// version and flags (1), key id (4), salt (16), count (6), then the ciphertext and its tag (16)
const VERSION = 0x10
const DEFLATED = 0x01
const SALT_AT = 5
const COUNT_AT = 21
const TEXT_AT = 27
const TAG_BYTES = 16
/** Below that, deflating costs more than it saves. */
const DEFLATE_FROM_BYTES = 4096
const PLAIN_BYTES_MAX = 4 << 20

/** @param dataKeys secrets of 32 bytes or more: the first one seals, all of them open, so that keys can be changed */
export function createSealer(dataKeys: readonly string[]): Sealer {
  const keys = dataKeys.map(dataKeyOf)
  const [newest] = keys
  if (!newest) throw new TypeError('sealing needs a key')
  // A key of its own for each sealer: counting then is enough never to use a nonce twice.
  const salt = randomBytes(COUNT_AT - SALT_AT)
  const key = newest.forSalt(salt)
  let count = 0
  return {
    seal(plain, place) {
      const deflate = plain.length >= DEFLATE_FROM_BYTES
      const content = deflate ? deflateRawSync(plain, { level: 1 }) : plain
      const sealed = Buffer.allocUnsafe(TEXT_AT + content.length + TAG_BYTES)
      sealed[0] = deflate ? VERSION | DEFLATED : VERSION
      newest.id.copy(sealed, 1)
      salt.copy(sealed, SALT_AT)
      sealed.writeUIntBE(++count, COUNT_AT, TEXT_AT - COUNT_AT)
      const cipher = createCipheriv('aes-256-gcm', key, nonceOf(sealed))
      cipher.setAAD(boundTo(place, sealed))
      cipher.update(content).copy(sealed, TEXT_AT)
      cipher.final()
      cipher.getAuthTag().copy(sealed, TEXT_AT + content.length)
      return sealed
    },

    open(bytes, place) {
      const sealed = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
      const flags = sealed[0] ?? 0
      const known = keys.find(({ id }) => id.equals(sealed.subarray(1, SALT_AT)))
      if (sealed.length < TEXT_AT + TAG_BYTES || (flags | DEFLATED) !== (VERSION | DEFLATED) || !known)
        throw new SealBroken('not sealed by a key that is known')
      const textEnd = sealed.length - TAG_BYTES
      const cipher = createDecipheriv(
        'aes-256-gcm',
        known.forSalt(sealed.subarray(SALT_AT, COUNT_AT)),
        nonceOf(sealed),
        { authTagLength: TAG_BYTES },
      )
      cipher.setAAD(boundTo(place, sealed)).setAuthTag(sealed.subarray(textEnd))
      const content = cipher.update(sealed.subarray(TEXT_AT, textEnd))
      try {
        cipher.final()
      } catch (error) {
        throw new SealBroken(`the ${place.part} of a record was altered`, { cause: error })
      }
      return flags & DEFLATED ? inflateRawSync(content, { maxOutputLength: PLAIN_BYTES_MAX }) : content
    },
  }
}

const nonceOf = (sealed: Buffer) => Buffer.concat([zeros, sealed.subarray(COUNT_AT, TEXT_AT)])
const zeros = Buffer.alloc(12 - (TEXT_AT - COUNT_AT))

const boundTo = ({ id, part }: Place, sealed: Buffer) =>
  Buffer.concat([sealed.subarray(0, SALT_AT), Buffer.from(JSON.stringify([id, part]))])
