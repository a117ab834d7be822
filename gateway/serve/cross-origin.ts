/**
 * Scripts of other sites (CORS, https://fetch.spec.whatwg.org/#http-cors-protocol): those of a consumer's own `origins`
 * may call as that consumer. Decided anew for each API and each caller; there are no cookies to be misused.
 */
import type { IncomingMessage } from 'node:http'
import type { ContractData } from '../../contracts/runtime/load.ts'
import type { Caller } from '../call.ts'
import { Problem } from '../problem.ts'
import type { Consumers } from '../security/consumers.ts'

type Headers = Readonly<Record<string, string>>

export interface CrossOrigin {
  /** For every answer to a script of another site, so that it can read what went wrong; none for sites nobody has. */
  headers(origin: string): Headers | undefined
  /**
   * Whether the script may call as the caller it proved to be.
   *
   * @returns the headers of its answer
   * @throws Problem `forbidden` for a change: who asked would not see the answer, but it would have happened
   */
  admit(incoming: IncomingMessage, caller: Caller): Headers | undefined
  /** The answer to a browser that asks whether its script may ask. */
  preflight(incoming: IncomingMessage, allow: string): Headers | undefined
}

const PREFLIGHT_SECONDS = '7200'
/** What scripts may read of an answer, beyond what they always may. */
const EXPOSED = [
  'age',
  'allow',
  'deprecation',
  'idempotency-replayed',
  'idempotency-status',
  'link',
  'location',
  'ratelimit',
  'ratelimit-policy',
  'retry-after',
  'sunset',
  'www-authenticate',
  'x-degraded',
].join(', ')

export function crossOriginOf(contract: ContractData, consumers: Consumers): CrossOrigin {
  const own = [...consumers.values()].filter(({ uses }) => uses.includes(contract.id))
  const answers = new Map<string, Headers>(
    own.flatMap(({ origins = [] }) => origins).map((origin) => [origin, headersFor(origin)]),
  )
  const sent = headersOf(contract)

  return {
    headers: (origin) => answers.get(origin),

    admit({ headers: { origin = '', host }, method }, { consumer }) {
      if (isSame(origin, host)) return undefined
      const { origins = [] } = consumers.get(consumer) ?? {}
      if (origins.includes(origin)) return answers.get(origin)
      if (method === 'GET' || method === 'HEAD') return undefined
      throw new Problem('forbidden', `a script of another site as ${consumer}`, {
        detail: 'The consumer is not registered for scripts of this origin.',
      })
    },

    preflight({ headers: { origin, ...headers } }, allow) {
      const answer = origin === undefined ? undefined : answers.get(origin)
      if (!answer || headers['access-control-request-method'] === undefined) return undefined
      return {
        ...answer,
        'access-control-allow-methods': allow,
        'access-control-allow-headers': sent,
        'access-control-max-age': PREFLIGHT_SECONDS,
      }
    },
  }
}

const headersFor = (origin: string): Headers => ({
  'access-control-allow-origin': origin,
  'access-control-expose-headers': EXPOSED,
  vary: 'origin',
})

/** Pages of our own, such as `/docs`; who ends TLS before us makes `https:` of `http:`. */
const isSame = (origin: string, host: string | undefined): boolean =>
  host !== undefined && (origin === `https://${host}` || origin === `http://${host}`)

/** What a client may have to send. */
function headersOf({ operations }: ContractData): string {
  const declared = Object.values(operations).flatMap(({ parameters }) =>
    parameters.flatMap(({ in: place, name }) => (place === 'header' ? name.toLowerCase() : [])),
  )
  const usual = [
    'accept',
    'authorization',
    'content-type',
    'idempotency-key',
    'request-timeout-ms',
    'traceparent',
  ]
  return [...new Set([...usual, ...declared])].join(', ')
}
