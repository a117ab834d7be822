/** The CRM as the sandbox server sees it: tokens, the daily limit, and JSON around the REST API. */
import type { SandboxBackend, SandboxReply, SandboxRequest } from '../sandbox-server.ts'
import { crmApi } from './api.ts'
import { type CrmReply, Refusal } from './exchange.ts'
import { type AppCredentials, TokenIssuer } from './oauth.ts'
import type { Store } from './store.ts'

export interface CrmBackendOptions extends AppCredentials {
  readonly store: Store
  readonly apiVersion: string
  readonly dailyLimit: number
}

export function crmBackend({ store, apiVersion, dailyLimit, ...app }: CrmBackendOptions): SandboxBackend {
  const tokens = new TokenIssuer(app)
  const dataPath = `/services/data/v${apiVersion}`
  let used = 0
  const perform = crmApi({ store, dataPath }, () => ({
    DailyApiRequests: { Max: dailyLimit, Remaining: Math.max(0, dailyLimit - used) },
  }))

  return {
    receive: (request) => ({
      name: `${request.method} ${decoded(request.path)}`,
      answer: () => toSandboxReply(answer(request)),
    }),
    refuse: (status) =>
      toSandboxReply(
        new Refusal(status, errorCodeOf[status] ?? 'UNKNOWN_EXCEPTION', 'Sandbox fault').reply(),
      ),
    expireSessions: () => tokens.expireAll(),
  }

  function answer(request: SandboxRequest): CrmReply {
    const { headers, path, text } = request
    if (path === '/services/oauth2/token') {
      return tokens.answer(text, headers.authorization, `http://${headers.host}`)
    }
    if (path === '/services/data' || path === '/services/data/') {
      return { status: 200, body: [{ label: 'Sandbox', url: dataPath, version: apiVersion }] }
    }
    if (!tokens.accepts(headers.authorization)) {
      return new Refusal(401, 'INVALID_SESSION_ID', 'Session expired or invalid').reply()
    }
    return withUsage(metered(request))
  }

  function metered({ method, path, headers, text }: SandboxRequest): CrmReply {
    if (used >= dailyLimit) {
      return new Refusal(403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.').reply()
    }
    used += 1
    try {
      return perform(method, path, headers, jsonBody(text))
    } catch (failure) {
      if (failure instanceof Refusal) return failure.reply()
      return new Refusal(500, 'UNKNOWN_EXCEPTION', `An unexpected error occurred: ${failure}`).reply()
    }
  }

  function withUsage(reply: CrmReply): CrmReply {
    const usage = { 'sforce-limit-info': `api-usage=${used}/${dailyLimit}` }
    return { ...reply, headers: { ...reply.headers, ...usage } }
  }
}

const errorCodeOf: Readonly<Record<number, string>> = {
  401: 'INVALID_SESSION_ID',
  403: 'REQUEST_LIMIT_EXCEEDED',
  404: 'NOT_FOUND',
  429: 'REQUEST_LIMIT_EXCEEDED',
  503: 'SERVER_UNAVAILABLE',
}

function jsonBody(text: string): unknown {
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal(400, 'JSON_PARSER_ERROR', 'Unexpected character')
  }
}

/** A path people can match: `GET /services/data/v68.0/query?q=SELECT Id FROM Lead`. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path.replaceAll('+', ' '))
  } catch {
    return path
  }
}

function toSandboxReply({ status, headers, body }: CrmReply): SandboxReply {
  const json = { 'content-type': 'application/json;charset=UTF-8', ...headers }
  return body === undefined
    ? { status, ...(headers && { headers }) }
    : { status, headers: json, body: JSON.stringify(body) }
}
