/**
 * API keys, for callers that cannot sign in: kept as what nobody can make a key of, known to every process within a
 * second, replaced without a gap, and worthless from the moment they are revoked.
 */
import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import { StoreUnavailable } from '../store/driver.ts'
import type { Register } from '../store/register/register.ts'
import type { Log } from '../telemetry/log.ts'

export interface KeyRecord {
  /** How the key begins: shown to people, and no secret. */
  readonly id: string
  readonly consumer: string
  /** What it is for, in words of who made it. */
  readonly label: string
  readonly createdAt: number
  readonly expiresAt?: number
  readonly revokedAt?: number
  /** HMAC-SHA-256 of the whole key, in base64url. */
  readonly digest: string
  /** Which pepper it was made with. */
  readonly pepper: string
}

export interface NewKey {
  readonly record: KeyRecord
  /** The only time anybody sees it. */
  readonly key: string
}

export interface ApiKeysOptions {
  readonly register: Register
  /** Secrets of 32 bytes or more: the first one makes keys, all of them check. */
  readonly peppers: readonly string[]
  readonly log: Log
  /** Keys have changed: what was remembered of them is old. */
  onChange(): void
}

const KIND = 'api-keys'
export const KEY_PREFIX = 'strata_'
const ID_BYTES = 6
const SECRET_BYTES = 24
const ID_LENGTH = KEY_PREFIX.length + (ID_BYTES * 4) / 3
const shape = /^strata_[\w-]{40}$/

const LOOK_EVERY_MS = 400
/** How long keys are taken without hearing of those that were revoked. */
const DEAF_MS = 5 * 60_000

interface Pepper {
  readonly name: string
  readonly secret: Buffer
}

export class ApiKeys {
  readonly #options: ApiKeysOptions
  readonly #peppers: readonly Pepper[]
  #known: ReadonlyMap<string, KeyRecord> = new Map()
  #revision: string | undefined
  #heardAt = -Infinity
  #timer: NodeJS.Timeout | undefined
  #looking: Promise<void> | undefined

  constructor(options: ApiKeysOptions) {
    this.#options = options
    this.#peppers = options.peppers.map(pepperOf)
  }

  /** Looks for changes from now on. */
  async start(): Promise<void> {
    await this.#look()
    this.#timer = setInterval(() => {
      this.#looking ??= this.#look().finally(() => {
        this.#looking = undefined
      })
    }, LOOK_EVERY_MS).unref()
  }

  async close(): Promise<void> {
    clearInterval(this.#timer)
    await this.#looking
  }

  /**
   * Who a key belongs to; nothing when it is none, or none any more.
   *
   * @throws StoreUnavailable when nobody can say
   */
  find(key: string): KeyRecord | undefined {
    if (performance.now() - this.#heardAt > DEAF_MS)
      throw new StoreUnavailable('whether a key was revoked is not known')
    const record = shape.test(key) ? this.#known.get(key.slice(0, ID_LENGTH)) : undefined
    const pepper = this.#peppers.find(({ name }) => name === record?.pepper) ?? this.#peppers[0]
    const digest = digestOf(key, pepper as Pepper)
    const isRight = timingSafeEqual(digest, Buffer.from(record?.digest ?? NO_DIGEST, 'base64url'))
    return record && isRight && stateOf(record) === 'active' ? record : undefined
  }

  /** All that ever were. */
  async list(): Promise<readonly KeyRecord[]> {
    return [...(await this.#read()).values()].sort((a, b) => a.createdAt - b.createdAt)
  }

  async create(consumer: string, label: string, expiresAt?: number): Promise<NewKey> {
    const [pepper] = this.#peppers as readonly [Pepper]
    const id = KEY_PREFIX + randomBytes(ID_BYTES).toString('base64url')
    const key = id + randomBytes(SECRET_BYTES).toString('base64url')
    const record: KeyRecord = {
      id,
      consumer,
      label,
      createdAt: Date.now(),
      ...(expiresAt !== undefined && { expiresAt }),
      digest: digestOf(key, pepper).toString('base64url'),
      pepper: pepper.name,
    }
    if (!(await this.#put(record, undefined))) return this.create(consumer, label, expiresAt)
    return { record, key }
  }

  /**
   * A new key in place of one, which is taken for a while longer.
   *
   * @returns nothing when there is no such key, or it is of no use any more
   */
  async rotate(id: string, overlapMs: number): Promise<NewKey | undefined> {
    const old = (await this.#read()).get(id)
    if (!old || stateOf(old) !== 'active') return undefined
    const made = await this.create(old.consumer, old.label)
    const until = Date.now() + overlapMs
    await this.#change(id, (record) => ({
      ...record,
      expiresAt: Math.min(record.expiresAt ?? Infinity, until),
    }))
    return made
  }

  /** @returns nothing when there is no such key */
  revoke(id: string): Promise<KeyRecord | undefined> {
    return this.#change(id, (record) => ({ ...record, revokedAt: record.revokedAt ?? Date.now() }))
  }

  async #change(id: string, change: (record: KeyRecord) => KeyRecord): Promise<KeyRecord | undefined> {
    for (;;) {
      const record = (await this.#read()).get(id)
      if (!record) return undefined
      const changed = change(record)
      if (await this.#put(changed, record)) return changed
    }
  }

  async #put(record: KeyRecord, expected: KeyRecord | undefined): Promise<boolean> {
    const entry = { id: record.id, data: JSON.stringify(record) }
    const isWritten = await this.#options.register.put(KIND, entry, expected && JSON.stringify(expected))
    if (isWritten) await this.#look()
    return isWritten
  }

  async #read(): Promise<ReadonlyMap<string, KeyRecord>> {
    const entries = await this.#options.register.entries(KIND)
    return new Map(entries.map(({ id, data }) => [id, JSON.parse(data) as KeyRecord]))
  }

  async #look(): Promise<void> {
    const { register, log, onChange } = this.#options
    try {
      const revision = await register.revision(KIND)
      if (revision !== this.#revision) {
        this.#known = await this.#read()
        this.#revision = revision
        onChange()
      }
      this.#heardAt = performance.now()
    } catch (err) {
      log.debug({ err }, 'the store does not say which API keys were revoked')
    }
  }
}

export type KeyState = 'active' | 'expired' | 'revoked'

export function stateOf({ expiresAt = Infinity, revokedAt }: KeyRecord): KeyState {
  if (revokedAt !== undefined) return 'revoked'
  return expiresAt <= Date.now() ? 'expired' : 'active'
}

const NO_DIGEST = Buffer.alloc(32).toString('base64url')

const digestOf = (key: string, { secret }: Pepper): Buffer =>
  createHmac('sha256', secret).update(key).digest()

const pepperOf = (secret: string): Pepper => ({
  name: derive(secret, 'name', 4).toString('base64url'),
  secret: derive(secret, 'digest', 32),
})

const derive = (secret: string, info: string, bytes: number): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `strata api keys ${info}`, bytes))
