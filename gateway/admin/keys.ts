/** API keys as the admin API shows and makes them. */
import { type implement, type Key, type NewKey, notFound, ok } from '#contracts/admin'
import { toInstant } from '../instant.ts'
import { type ApiKeys, type KeyRecord, type NewKey as Made, stateOf } from '../security/api-keys.ts'
import type { Consumers } from '../security/consumers.ts'

export interface KeysState {
  readonly keys: ApiKeys
  readonly consumers: Consumers
}

type Handlers = Pick<Parameters<typeof implement>[0], 'listKeys' | 'createKey' | 'rotateKey' | 'revokeKey'>

const DAY_MS = 86_400_000

export const keyHandlers = ({ keys, consumers }: KeysState): Handlers => ({
  async listKeys({ query }) {
    const consumer = query?.consumer
    const all = await keys.list()
    return ok({ items: all.filter((one) => consumer === undefined || one.consumer === consumer).map(view) })
  },

  async createKey({ body: { consumer, label, expiresInDays } }) {
    if (!consumers.has(consumer)) return notFound('contracts/consumers.yaml has no consumer of this name.')
    const expiresAt = expiresInDays && Date.now() + expiresInDays * DAY_MS
    return ok(viewOfNew(await keys.create(consumer, label, expiresAt)))
  },

  async rotateKey({ params: { keyId }, body: { overlapSeconds } }) {
    const made = await keys.rotate(keyId, overlapSeconds * 1000)
    return made ? ok(viewOfNew(made)) : notFound('There is no such key that is taken.')
  },

  async revokeKey({ params: { keyId } }) {
    const record = await keys.revoke(keyId)
    return record ? ok(view(record)) : notFound('There is no such key.')
  },
})

const view = (record: KeyRecord): Key => ({
  keyId: record.id,
  consumer: record.consumer,
  label: record.label,
  state: stateOf(record),
  createdAt: toInstant(record.createdAt),
  ...(record.expiresAt !== undefined && { expiresAt: toInstant(record.expiresAt) }),
  ...(record.revokedAt !== undefined && { revokedAt: toInstant(record.revokedAt) }),
})

const viewOfNew = ({ record, key }: Made): NewKey => ({ ...view(record), key })
