/**
 * Seals what a store keeps of requests and replies: AES-256-GCM under a key of each record, bound to the record and to
 * the part of it, so that nothing can be read, altered or put in another place by whoever has the store.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomFillSync } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'

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

// version and flags (1), key id (4), nonce (12), then the ciphertext and its tag (16)
const VERSION = 0x10
const DEFLATED = 0x01
const NONCE_AT = 5
const TEXT_AT = 17
const TAG_BYTES = 16
/** Below that, deflating costs more than it saves. */
const DEFLATE_FROM_BYTES = 4096
const PLAIN_BYTES_MAX = 4 << 20

/** @param dataKeys secrets of 32 bytes or more: the first one seals, all of them open, so that keys can be changed */
export function createSealer(dataKeys: readonly string[]): Sealer {
  const keys = dataKeys.map(masterKey)
  const [newest] = keys
  if (!newest) throw new TypeError('sealing needs a key')
  return {
    seal(plain, place) {
      const deflate = plain.length >= DEFLATE_FROM_BYTES
      const content = deflate ? deflateRawSync(plain, { level: 1 }) : plain
      const sealed = Buffer.allocUnsafe(TEXT_AT + content.length + TAG_BYTES)
      sealed[0] = deflate ? VERSION | DEFLATED : VERSION
      newest.id.copy(sealed, 1)
      const nonce = randomFillSync(sealed.subarray(NONCE_AT, TEXT_AT))
      const cipher = createCipheriv('aes-256-gcm', recordKey(newest, place), nonce)
      cipher.setAAD(boundTo(place, sealed))
      cipher.update(content).copy(sealed, TEXT_AT)
      cipher.final()
      cipher.getAuthTag().copy(sealed, TEXT_AT + content.length)
      return sealed
    },

    open(bytes, place) {
      const sealed = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
      const key = keys.find(({ id }) => id.equals(sealed.subarray(1, NONCE_AT)))
      const flags = sealed[0] ?? 0
      if (sealed.length < TEXT_AT + TAG_BYTES || (flags | DEFLATED) !== (VERSION | DEFLATED) || !key)
        throw new SealBroken('not sealed by a key that is known')
      const textEnd = sealed.length - TAG_BYTES
      const cipher = createDecipheriv(
        'aes-256-gcm',
        recordKey(key, place),
        sealed.subarray(NONCE_AT, TEXT_AT),
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

interface MasterKey {
  readonly id: Buffer
  readonly secret: Buffer
}

function masterKey(dataKey: string): MasterKey {
  if (Buffer.byteLength(dataKey) < 32) throw new TypeError('a data key has 32 bytes or more')
  const derived = (info: string, bytes: number) =>
    Buffer.from(hkdfSync('sha256', dataKey, '', `strata store ${info}`, bytes))
  return { id: derived('key id', 4), secret: derived('records', 32) }
}

/** One key for each record: random nonces then never come near their limit. HKDF-Expand of RFC 5869, one block. */
const recordKey = ({ secret }: MasterKey, { id }: Place) =>
  createHmac('sha256', secret).update(`record ${id}\u0001`).digest()

const boundTo = ({ id, part }: Place, sealed: Buffer) =>
  Buffer.concat([sealed.subarray(0, NONCE_AT), Buffer.from(JSON.stringify([id, part]))])
