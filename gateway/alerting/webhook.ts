/**
 * Alerts as JSON to a URL, signed as Standard Webhooks has it: the receiver makes the same HMAC-SHA-256 of
 * `webhook-id.webhook-timestamp.body`, and knows that it is from us, unchanged, and not an old one again.
 */
import { createHmac } from 'node:crypto'
import { request } from 'undici'
import { newToken } from '../store/store.ts'
import { type Channel, viewOf } from './channel.ts'

const LIMIT_MS = 5_000

export const webhook = (url: string, secret: string): Channel => ({
  // Without what may be a key in the query.
  name: `webhook ${new URL(url).origin}${new URL(url).pathname}`,
  async send(owner, alerts) {
    const body = JSON.stringify({ type: 'alerts', owner, alerts: alerts.map(viewOf) })
    const reply = await request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...signatureOf(body, secret) },
      body,
      headersTimeout: LIMIT_MS,
      bodyTimeout: LIMIT_MS,
      signal: AbortSignal.timeout(LIMIT_MS),
    })
    await reply.body.dump()
    if (reply.statusCode >= 300) throw new Error(`answered ${reply.statusCode}`)
  },
})

function signatureOf(body: string, secret: string): Record<string, string> {
  const id = `msg_${newToken()}`
  const seconds = String(Math.floor(Date.now() / 1000))
  const signature = createHmac('sha256', secret).update(`${id}.${seconds}.${body}`).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': `v1,${signature}` }
}
