/** Requests with keys against a store in memory whose clock and whose absence the test decides. */
import type { Reply } from '../../../contracts/contract.ts'
import { Call } from '../../../gateway/call.ts'
import { Leases } from '../../../gateway/idempotency/leases.ts'
import { Ledger } from '../../../gateway/idempotency/ledger.ts'
import { Records } from '../../../gateway/idempotency/records.ts'
import type { Handle } from '../../../gateway/idempotency/saga.ts'
import { keyOf, wishOf } from '../../../gateway/idempotency/wish.ts'
import { Problem } from '../../../gateway/problem.ts'
import { type Event, type Stored, StoreUnavailable } from '../../../gateway/store/driver.ts'
import { createMarker } from '../../../gateway/store/mark.ts'
import { MemoryDriver } from '../../../gateway/store/memory.ts'
import { createSealer } from '../../../gateway/store/seal.ts'
import { Store } from '../../../gateway/store/store.ts'
import { apis } from '../crash/fixture/apis.ts'

const contract = apis.find((api) => api.contract.id === 'process/line/v1')?.contract
if (!contract) throw new Error('the fixture has no line')

class MoodyDriver extends MemoryDriver {
  isAway = false
  /** Held back until this is done. */
  gate: Promise<void> | undefined

  override async load(id: string): Promise<Stored> {
    if (this.isAway) throw new StoreUnavailable('away')
    return super.load(id)
  }

  override async swap(id: string, expected: Stored, next: Stored, events: readonly Event[]) {
    if (this.isAway) throw new StoreUnavailable('away')
    await this.gate
    return super.swap(id, expected, next, events)
  }
}

/** What became of a request: an answer, or the problem it ended with. */
export type Ending = Reply | Problem

export class Desk {
  readonly driver: MoodyDriver
  readonly store: Store
  ledger!: Ledger
  records!: Records
  readonly leases: Leases
  #aheadMs = 0

  constructor(leaseMs = 60_000) {
    this.driver = new MoodyDriver(() => Date.now() + this.#aheadMs)
    this.store = new Store(this.driver)
    this.leases = new Leases(leaseMs)
    this.openWith(['k'.repeat(43)])
  }

  /** Starts again with other data keys; functions made before keep the old ones. */
  openWith(dataKeys: readonly string[]): void {
    const { store, leases } = this
    const sealer = createSealer(dataKeys)
    this.ledger = new Ledger({ store, sealer, marker: createMarker(dataKeys), leases })
    this.records = new Records(this.ledger)
  }

  /** Time goes by for the store. */
  pass(ms: number): void {
    this.#aheadMs += ms
  }

  /** A function that makes a request for one of the fixture's operations, which `handle` serves. */
  serve(operationId: 'keyed' | 'saga', handle: Handle): (key: string, item?: string) => Promise<Ending> {
    const operation = contract?.operations[operationId]
    if (!contract || !operation) throw new Error(operationId)
    const send = this.records.keep(contract, operation, handle, { ofLayers: false })
    return async (key, item = 'one') => {
      const request = { body: { item } }
      const call = new Call(performance.now() + 4_000)
      call.wish = wishOf(key, call.caller, contract, operation, request)
      call.key = keyOf(call.wish)
      try {
        return await send(request, call)
      } catch (error) {
        return Problem.from(error)
      }
    }
  }

  /** Goes on with what is due, as the completer does. */
  async complete(): Promise<readonly Ending[]> {
    const endings: Ending[] = []
    for (const id of await this.records.sagas.due(10)) {
      const waiting = await this.records.sagas.waiting(id)
      if (!waiting) continue
      const call = new Call(performance.now() + 4_000, undefined, waiting.accepted.key)
      const record = await waiting.claim(call)
      if (!record) continue
      endings.push(
        await waiting.saga.run(record, waiting.accepted.request, call).catch((error) => Problem.from(error)),
      )
    }
    return endings
  }

  close(): void {
    this.leases.close()
  }
}

export const slugOf = (ending: Ending): string | undefined =>
  ending instanceof Problem
    ? ending.slug
    : String((ending.body as { type?: string })?.type)
        .split('/')
        .at(-1)
