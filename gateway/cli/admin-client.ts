/** Asks a running gateway through its admin API, as an operator. */
import { Agent, fetch, type RequestInit } from 'undici'
import { type Config, readConfig } from '../config.ts'
import { readConsumers } from '../security/consumers.ts'
import { clientContextOf, readCertificates } from '../tls.ts'
import { Mistake } from './mistake.ts'
import { issueToken } from './token.ts'

/** For every command that talks to a gateway. */
export const connection = {
  url: {
    type: 'string',
    description: 'internal port of the gateway (default: the one of INTERNAL_PORT here)',
  },
  token: {
    type: 'string',
    description: 'access token (default: STRATA_TOKEN, or one of the development issuer)',
  },
} as const

interface Connection {
  readonly url?: string | undefined
  readonly token?: string | undefined
}

/**
 * @param path such as `/policies`
 * @param body to be sent; without it, the path is only read
 * @throws Mistake when there is no answer, or another one than 200
 */
export async function askAdmin<Answer>(path: string, connection: Connection, body?: object): Promise<Answer> {
  const config = readConfig(process.env)
  const url = (
    connection.url ?? `${config.tls ? 'https' : 'http'}://127.0.0.1:${config.internalPort}`
  ).replace(/\/$/, '')
  const token = connection.token ?? process.env.STRATA_TOKEN ?? (await developmentToken(config))
  const authorization = `Bearer ${token}`
  const request: RequestInit = body
    ? {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }
    : { headers: { authorization } }
  const dispatcher = config.tls && new Agent({ connect: clientContextOf(readCertificates(config.tls)) })
  const reply = await fetch(`${url}/admin${path}`, { ...request, ...(dispatcher && { dispatcher }) }).catch(
    () => {
      throw new NoAnswer(`nothing answers at ${url}: start Strata, or say where it is with --url`)
    },
  )
  const answer: unknown = await reply.json().catch(() => undefined)
  if (reply.status === 200) return answer as Answer
  throw new Mistake(`${url} answered ${reply.status}: ${explain(answer as Explanation | undefined)}`)
}

/** No gateway is there. */
export class NoAnswer extends Mistake {}

interface Explanation {
  readonly title?: string
  readonly detail?: string
  readonly errors?: readonly { readonly pointer?: string; readonly detail: string }[]
}

function explain(problem: Explanation = {}): string {
  const { title = 'this is no admin API of Strata', detail = '', errors = [] } = problem
  const places = errors.map(({ pointer = '', detail }) => `${pointer} ${detail}`).join('; ')
  return `${title}. ${detail}${places}`.trim()
}

async function developmentToken(config: Config): Promise<string> {
  if (config.auth) throw new Mistake(`AUTH_ISSUER is set: give a token of ${config.auth.issuer} with --token`)
  const operator = [...readConsumers().values()].find(({ scopes }) => scopes?.includes('strata:admin'))
  if (!operator) throw new Mistake('contracts/consumers.yaml has no consumer with the scope strata:admin')
  return issueToken(config, operator, undefined)
}
