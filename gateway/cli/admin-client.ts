/** Asks a running gateway through its admin API, as an operator. */
import { type Config, readConfig } from '../config.ts'
import { readConsumers } from '../security/consumers.ts'
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
 * @throws Mistake when there is no answer, or another one than 200
 */
export async function askAdmin<Answer>(path: string, connection: Connection): Promise<Answer> {
  const config = readConfig(process.env)
  const url = (connection.url ?? `http://127.0.0.1:${config.internalPort}`).replace(/\/$/, '')
  const token = connection.token ?? process.env.STRATA_TOKEN ?? (await developmentToken(config))
  const reply = await fetch(`${url}/admin${path}`, { headers: { authorization: `Bearer ${token}` } }).catch(
    () => {
      throw new Mistake(`nothing answers at ${url}: start Strata, or say where it is with --url`)
    },
  )
  const body: unknown = await reply.json().catch(() => undefined)
  if (reply.status === 200) return body as Answer
  const { title = 'this is no admin API of Strata', detail = '' } = (body ?? {}) as Record<string, string>
  throw new Mistake(`${url} answered ${reply.status}: ${title}. ${detail}`.trim())
}

async function developmentToken(config: Config): Promise<string> {
  if (config.auth) throw new Mistake(`AUTH_ISSUER is set: give a token of ${config.auth.issuer} with --token`)
  const operator = [...readConsumers().values()].find(({ scopes }) => scopes?.includes('strata:admin'))
  if (!operator) throw new Mistake('contracts/consumers.yaml has no consumer with the scope strata:admin')
  return issueToken(config, operator, undefined)
}
