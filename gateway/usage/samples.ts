/** Requests as they really come, a few of each consumer: to try a new version on them before it is there. */
import type { OperationRequest, Target } from '../hop/policy.ts'
import type { Sealer } from '../store/seal.ts'
import type { Tallies } from '../store/tallies/tallies.ts'
import type { Batch, Source } from './flusher.ts'
import { type Redacted, redactor } from './redact.ts'

export interface Sample extends Redacted {
  readonly at: number
}

/** Takes one request of a consumer. */
export type Collect = (consumer: string, request: OperationRequest) => void

const KEEP_MS = 30 * 86_400_000
/** Of each operation and consumer. */
const KEPT_MAX = 100
/** What waits for the store in one process: characters of JSON. */
const WAITING_LENGTH_MAX = 2 << 20
const LENGTH_MAX = 64 << 10
/** Of each list, between two times that it is written down: who calls often is known well enough. */
const WAITING_MAX = 20

export class Samples implements Source {
  readonly #sealer: Sealer
  readonly #waiting = new Map<string, string[]>()
  #length = 0

  constructor(sealer: Sealer) {
    this.#sealer = sealer
  }

  of({ contract, operation }: Target): Collect {
    let redact: ReturnType<typeof redactor> | undefined
    return (consumer, request) => {
      if (request.body instanceof Uint8Array || this.#length > WAITING_LENGTH_MAX) return
      const id = listOf(contract.id, operation.id, consumer)
      const list = this.#waiting.get(id) ?? []
      if (list.length >= WAITING_MAX) return
      redact ??= redactor(contract, operation)
      const sample: Sample = { at: Date.now(), ...redact(request) }
      const text = JSON.stringify(sample)
      if (text.length > LENGTH_MAX) return
      list.push(text)
      this.#waiting.set(id, list)
      this.#length += text.length
    }
  }

  take(): readonly Batch[] {
    const batches = [...this.#waiting].map(([id, texts]) => ({
      list: { id, keepMs: KEEP_MS },
      items: texts.map((text) => seal(this.#sealer, id, text)),
      itemsMax: KEPT_MAX,
    }))
    this.#waiting.clear()
    this.#length = 0
    return batches
  }
}

/** The newest requests of a consumer to an operation. */
export async function readSamples(
  tallies: Tallies,
  sealer: Sealer,
  ...[api, operation, consumer]: readonly [api: string, operation: string, consumer: string]
): Promise<readonly Sample[]> {
  const id = listOf(api, operation, consumer)
  const sealed = await tallies.collected(id)
  return sealed.map((item) => JSON.parse(unseal(sealer, id, item)) as Sample)
}

const listOf = (api: string, operation: string, consumer: string) => `samples ${api} ${operation} ${consumer}`

const seal = (sealer: Sealer, id: string, text: string): string =>
  Buffer.from(sealer.seal(Buffer.from(text), { id, part: 'sample' })).toString('base64url')

const unseal = (sealer: Sealer, id: string, sealed: string): string =>
  Buffer.from(sealer.open(Buffer.from(sealed, 'base64url'), { id, part: 'sample' })).toString()
