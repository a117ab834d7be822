/** The API by which systems push events: each mode of CloudEvents over HTTP is read into the same thing. */
import { implement } from '#contracts/hub'
import type { Api } from '../../contracts/contract.ts'
import type { OperationRequest } from '../hop/policy.ts'
import { Problem } from '../problem.ts'
import type { Consumers } from '../security/consumers.ts'
import type { Intake, Pushed } from './intake.ts'

export const hubApi = (intake: Intake, consumers: Consumers): Api =>
  implement({
    async publishEvents(request, { consumer }) {
      const { headers = {}, body, mediaType } = request as OperationRequest
      const isBatch = Array.isArray(body)
      const isBinary = mediaType === 'application/json'
      const pushed = isBatch ? body : [isBinary ? binary(headers, body) : body]
      const taken = await intake.take(pushed as readonly Pushed[], {
        allowed: consumers.get(consumer)?.publishes ?? [],
        isLenient: /\bhandling=lenient\b/.test(String(headers.Prefer ?? '')),
        pointerOf: (index) => (isBatch ? `#/${index}` : '#'),
      })
      return { status: 202, body: taken }
    },
  })

/** @throws Problem when it lacks an attribute */
function binary(headers: Readonly<Record<string, unknown>>, data: unknown): Pushed {
  const attribute = (name: string): string => {
    const value = headers[name]
    if (value !== undefined) return String(value)
    const errors = [{ in: 'header', pointer: `#/${name}`, detail: 'is required' }] as const
    throw new Problem('event-invalid', `no header ${name}`, { errors })
  }
  attribute('Ce-Specversion')
  const time = headers['Ce-Time']
  return {
    id: attribute('Ce-Id'),
    source: attribute('Ce-Source'),
    type: attribute('Ce-Type'),
    ...(time !== undefined && { time: String(time) }),
    data,
  }
}
