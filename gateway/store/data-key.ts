/** A secret of the deployment, and the keys that are derived from it (HKDF, RFC 5869). */
import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'

export interface DataKey {
  /** Tells which secret sealed something, and nothing about the secret. */
  readonly id: Buffer
  forSalt(salt: Buffer): KeyObject
  /** Both in hexadecimal. */
  readonly forMarks: readonly [inner: string, outer: string]
}

/** Each process that ever sealed has a salt; those that seal now are few. */
const REMEMBERED = 256

export function dataKeyOf(secret: string): DataKey {
  if (Buffer.byteLength(secret) < 32) throw new TypeError('a data key has 32 bytes or more')
  const derive = (salt: Buffer | string, info: string, bytes: number) =>
    Buffer.from(hkdfSync('sha256', secret, salt, `strata store ${info}`, bytes))
  const derived = new Map<string, KeyObject>()
  return {
    id: derive('', 'key id', 4),
    forMarks: [derive('', 'inner marks', 32).toString('hex'), derive('', 'outer marks', 32).toString('hex')],
    forSalt(salt) {
      const name = salt.toString('latin1')
      const key = derived.get(name) ?? createSecretKey(derive(salt, 'records', 32))
      if (derived.size >= REMEMBERED) derived.clear()
      derived.set(name, key)
      return key
    },
  }
}
