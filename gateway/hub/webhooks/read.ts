/** The outside parties of `contracts/webhooks.yaml`. No secrets are kept there. */
import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Owner } from '../../../contracts/contract.ts'
import type { EventId } from '../../../contracts/event.ts'
import type { Json } from '../../../contracts/runtime/document.ts'

export interface Webhook {
  readonly id: string
  readonly owner: Owner
  readonly event: EventId
  /** By expression, the values it may have. */
  readonly filter?: Readonly<Record<string, readonly Json[]>>
  /** A template of the body. Without it the body is the event in its envelope. */
  readonly transform?: Json
  /** Requests a second, of each process. */
  readonly rate: number
  /** Requests at once. */
  readonly concurrency: number
  readonly onPoison: 'hold-key' | 'skip'
}

export function readWebhooks(
  file = new URL('../../../contracts/webhooks.yaml', import.meta.url),
): readonly Webhook[] {
  if (!existsSync(file)) return []
  const { webhooks } = parse(readFileSync(file, 'utf8')) as { webhooks: readonly Partial<Webhook>[] }
  return webhooks.map((one) => ({ rate: 20, concurrency: 4, onPoison: 'hold-key', ...one }) as Webhook)
}
