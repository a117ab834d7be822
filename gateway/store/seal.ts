/**
 * Keeps what customers said from who can read the store: AES-256-GCM (NIST SP 800-38D) under keys derived from
 * `DATA_KEY` (HKDF, RFC 5869), bound to the record it belongs to.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

export interface Seal {
  /** @param place names where the text is kept: it cannot be read in another place */
  close(text: string, place: string): string
  /** @throws when the key is another one, or the text is not what was sealed in this place */
  open(sealed: string, place: string): string
}

const VERSION = '1'
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** @param key at least 32 bytes */
export function sealWith(key: Uint8Array): Seal {
  const derived = Buffer.from(hkdfSync('sha256', key, '', 'strata store', 32))
  return {
    close(text, place) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', derived, nonce).setAAD(Buffer.from(place))
      const content = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
      return `${VERSION}.${content.toString('base64url')}`
    },
    open(sealed, place) {
      const [version, text = ''] = sealed.split('.')
      if (version !== VERSION) throw new Error('sealed in a way this version does not know')
      const content = Buffer.from(text, 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', derived, content.subarray(0, NONCE_BYTES))
        .setAAD(Buffer.from(place))
        .setAuthTag(content.subarray(-TAG_BYTES))
      return (
        decipher.update(content.subarray(NONCE_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
      )
    },
  }
}
