/** Words the tests of the store share. */
import { randomBytes } from 'node:crypto'
import { expect } from 'vitest'
import type { Begin, Holder } from '../../gateway/store/commands.ts'

// Drivers give Buffers or plain arrays of bytes.
expect.addEqualityTesters([
  (one, other) =>
    one instanceof Uint8Array && other instanceof Uint8Array ? Buffer.compare(one, other) === 0 : undefined,
])

/** Ahead of every real clock, so that a server's own expiry does not interfere. */
export const clockAhead = () => {
  const time = { now: Date.now() + 3_600_000 }
  return { time, clock: () => time.now }
}

export const newToken = (): string => randomBytes(16).toString('base64url')
export const bytesOf = (text: string): Buffer => Buffer.from(text)

export const holder = (changes: Partial<Holder> = {}): Holder => ({
  token: newToken(),
  owner: 'gateway-1',
  leaseMs: 15_000,
  renewableMs: 35_000,
  ...changes,
})

export const beginning = (changes: Partial<Begin> = {}): Begin => ({
  ...holder(),
  operation: 'process/customer-onboarding/v1 createCustomer',
  traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
  fingerprint: 'fingerprint-1',
  windowMs: 86_400_000,
  ...changes,
})
