/**
 * Proves to a receiver that a message is ours, unchanged, and not an old one again (Standard Webhooks): HMAC-SHA-256 of
 * its id, its time and its body. While a secret is changed, one signature for each.
 */
import { createHmac } from 'node:crypto'

/** @param secrets as they are shared, `whsec_` and base64 or any text; the newest first */
export function signatureOf(
  id: string,
  body: string,
  secrets: readonly string[],
  nowMs: number = Date.now(),
): Readonly<Record<string, string>> {
  const seconds = String(Math.floor(nowMs / 1000))
  const sign = (secret: string) =>
    `v1,${createHmac('sha256', keyOf(secret)).update(`${id}.${seconds}.${body}`).digest('base64')}`
  return {
    'webhook-id': id,
    'webhook-timestamp': seconds,
    'webhook-signature': secrets.map(sign).join(' '),
  }
}

const keyOf = (secret: string): Buffer =>
  secret.startsWith('whsec_') ? Buffer.from(secret.slice('whsec_'.length), 'base64') : Buffer.from(secret)
