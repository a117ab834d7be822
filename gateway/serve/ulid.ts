/** ULIDs (https://github.com/ulid/spec): 26 characters of Crockford base32 for 128 bits. */
import { randomFillSync } from 'node:crypto'

const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A new id that sorts by time of making. */
export function newUlid(nowMs: number = Date.now()): string {
  const bytes = randomFillSync(Buffer.alloc(16))
  bytes.writeUIntBE(nowMs, 0, 6)
  return ulidOf(bytes)
}

/** The first 128 bits of the bytes, written as a ULID. */
export function ulidOf(bytes: Buffer): string {
  let value = (bytes.readBigUInt64BE(0) << 64n) | bytes.readBigUInt64BE(8)
  let text = ''
  for (let index = 0; index < 26; index++) {
    text = digits[Number(value & 31n)] + text
    value >>= 5n
  }
  return text
}
