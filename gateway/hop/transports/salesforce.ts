/**
 * A CRM that speaks Salesforce REST: OAuth 2 client credentials, versioned data root, typed faults.
 * What its statuses mean for a caller of the gateway is told here; records and errors are those of the contract.
 */
import type { Reply } from '../../../contracts/contract.ts'
import type { ContractData } from '../../../contracts/runtime/load.ts'
import type { Call } from '../../call.ts'
import type { Deadlines } from '../../deadlines.ts'
import { Problem } from '../../problem.ts'
import { exchange, type Purpose, purposeOf, type WireReply } from '../exchange.ts'
import { readReply, requestWriter } from '../http-json.ts'
import type { Target } from '../policy.ts'
import type { Pools } from '../pools.ts'
import { Session } from '../session.ts'
import { brief } from './brief.ts'
import type { Transport } from './transport.ts'
import { refuseUnwell } from './unwell.ts'

export interface SalesforceOptions {
  /** Login URL of the organisation. */
  readonly url: string
  readonly clientId: string
  readonly clientSecret: string
  /** Such as `68.0`. */
  readonly apiVersion: string
}

interface Login {
  readonly instanceUrl: string
  readonly authorization: string
}

const LOGIN_MS = 3_000
/** The limit counts over a day: asking again within the minute is no use. */
const REQUEST_LIMIT_PAUSE_MS = 60_000

export function salesforce(
  options: SalesforceOptions,
  contract: ContractData,
  pools: Pools,
  deadlines: Deadlines,
): Transport {
  const session = new Session(() =>
    brief(deadlines, LOGIN_MS, (call) => login(options, contract, pools, call)),
  )
  return {
    send(target) {
      const write = requestWriter(target, `/services/data/v${options.apiVersion}`)
      const purpose = purposeOf(target)
      const finish = (reply: WireReply) => classify(target, purpose, reply)

      return function sendToSalesforce(request, call) {
        return session.run(
          call,
          ({ instanceUrl, authorization }, read) => {
            const headers = ['accept', 'application/json', 'authorization', authorization]
            return exchange(pools.of(instanceUrl), write(request, headers), purpose, call, read)
          },
          finish,
        )
      }
    },
  }
}

async function login(
  { url, clientId, clientSecret }: SalesforceOptions,
  { id, owner }: ContractData,
  pools: Pools,
  call: Call,
): Promise<Login> {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
  })
  const headers = ['accept', 'application/json', 'content-type', 'application/x-www-form-urlencoded']
  const purpose = { name: `${id} login`, owner, changes: false, limitMs: LOGIN_MS }
  const reply = await exchange(
    pools.of(url),
    { method: 'POST', path: '/services/oauth2/token', headers, body: form.toString() },
    purpose,
    call,
    (reply) => reply,
  )
  refuseUnwell(purpose, reply)
  const { status, text } = reply
  if (status !== 200)
    throw new Problem('upstream-auth-failed', `${id} refused the client credentials with ${status}`, {
      owner,
    })
  const { access_token: token, instance_url: instance } = tokenOf(text)
  if (typeof token !== 'string' || typeof instance !== 'string' || !isTrusted(instance, url))
    throw new Problem(
      'contract-broken',
      `${id} login answered without a token, or for another kind of place`,
      { owner },
    )
  return { instanceUrl: instance, authorization: `Bearer ${token}` }
}

function tokenOf(text: string): { access_token?: unknown; instance_url?: unknown } {
  try {
    return JSON.parse(text) ?? {}
  } catch {
    return {}
  }
}

/** The token must not travel less safely than the credentials did. */
const isTrusted = (instance: string, login: string): boolean =>
  URL.canParse(instance) && new URL(instance).protocol === new URL(login).protocol

function classify(target: Target, purpose: Purpose, wire: WireReply): Reply {
  const { name, owner } = purpose
  const { status } = wire
  if (status === 401) throw new Problem('upstream-auth-failed', `${name} refused a new login`, { owner })
  if (status === 403 && wire.text.includes('REQUEST_LIMIT_EXCEEDED'))
    throw new Problem('upstream-unavailable', `${name}: the request limit of the organisation is used up`, {
      owner,
      failure: { effect: 'none', unhealthy: false, retryAfterMs: REQUEST_LIMIT_PAUSE_MS },
      headers: { 'retry-after': String(REQUEST_LIMIT_PAUSE_MS / 1000) },
    })
  if (status === 403)
    throw new Problem('upstream-auth-failed', `${name}: the integration user lacks a right`, { owner })
  refuseUnwell(purpose, wire)
  return readReply(target, wire)
}
