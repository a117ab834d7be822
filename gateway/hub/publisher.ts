/** What handlers tell becomes events: checked, put into their envelope, and handed to the record of their request. */
import { at } from '../../contracts/runtime/document.ts'
import type { EventContract } from '../../contracts/runtime/event.ts'
import { type Call, derive } from '../call.ts'
import type { Target } from '../hop/policy.ts'
import { Problem } from '../problem.ts'
import { writeTrace } from '../telemetry/trace.ts'
import { type CloudEvent, schemaPath } from './cloud-event.ts'
import { type Packer, toOutbox } from './parcel.ts'

/** Tells that something happened, when the request of the call succeeds. */
export type Publish = (call: Call, event: string, data: unknown) => void

export class Publisher {
  readonly #events: ReadonlyMap<string, EventContract>
  readonly #packer: Packer
  readonly #onPublish: () => void

  /** @param onPublish called when an event will soon be in the outbox */
  constructor(events: readonly EventContract[], packer: Packer, onPublish: () => void) {
    this.#onPublish = onPublish
    this.#events = new Map(events.map((event) => [event.id, event]))
    this.#packer = packer
  }

  of({ contract, operation }: Target): Publish {
    return (call, id, data) => {
      const event = this.#events.get(id)
      const name = `${contract.id} ${operation.id}`
      if (!event || !call.record || !operation.publishes.includes(event.id))
        throw new Error(`${name} published ${id}, which its contract does not say`)
      const [finding] = event.schema.findings(data)
      if (finding) {
        const message = `${name} published ${id} with ${finding.pointer || '/'}: ${finding.detail}`
        throw new Problem('internal-error', message, { owner: contract.owner })
      }
      const parts = [call.key ?? '', id, call.nextOrdinal(`publish ${id}`)]
      const envelope: CloudEvent = {
        specversion: '1.0',
        id: derive('published', ...parts)
          .toString('base64url')
          .slice(0, 22),
        // Whatever version of the API it was asked for by.
        source: `/${contract.id.slice(0, contract.id.lastIndexOf('/'))}`,
        type: id,
        time: new Date().toISOString(),
        subject: keyOf(event, data),
        datacontenttype: 'application/json',
        dataschema: schemaPath(id),
        traceparent: writeTrace(call.trace),
        data,
      }
      call.record.publish(toOutbox(this.#packer.pack(event, envelope)))
      this.#onPublish()
    }
  }
}

/** The value by which an event keeps its order. */
export const keyOf = ({ key }: EventContract, data: unknown): string => String(at(data as never, `#${key}`))
