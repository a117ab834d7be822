/** `/services/oauth2/token`: exchanges the credentials of an app for a bearer token (client credentials flow). */
import { randomUUID } from 'node:crypto'
import type { CrmReply } from './exchange.ts'

export interface AppCredentials {
  readonly clientId: string
  readonly clientSecret: string
}

export class TokenIssuer {
  readonly #app: AppCredentials
  readonly #tokens = new Set<string>()

  constructor(app: AppCredentials) {
    this.#app = app
  }

  /** @param form the body, `application/x-www-form-urlencoded`. @param origin the address the client came to. */
  answer(form: string, authorization: string | undefined, origin: string): CrmReply {
    const parameters = new URLSearchParams(form)
    if (parameters.get('grant_type') !== 'client_credentials') {
      return refused('unsupported_grant_type', 'grant type not supported')
    }
    const { clientId, clientSecret } = basicCredentials(authorization) ?? {
      clientId: parameters.get('client_id'),
      clientSecret: parameters.get('client_secret'),
    }
    if (clientId !== this.#app.clientId) return refused('invalid_client_id', 'client identifier invalid')
    if (clientSecret !== this.#app.clientSecret) {
      return refused('invalid_client', 'invalid client credentials')
    }
    return { status: 200, body: this.#grant(origin) }
  }

  accepts(authorization: string | undefined): boolean {
    const [, token = ''] = /^(?:Bearer|OAuth) (.+)$/i.exec(authorization ?? '') ?? []
    return this.#tokens.has(token)
  }

  expireAll(): void {
    this.#tokens.clear()
  }

  #grant(origin: string) {
    const token = `00DSB0000000001!${randomUUID()}`
    this.#tokens.add(token)
    return {
      access_token: token,
      signature: 'sandbox',
      scope: 'api',
      instance_url: origin,
      api_instance_url: origin,
      id: `${origin}/id/00DSB0000000001EAA/005SB0000000001AAA`,
      token_type: 'Bearer',
      issued_at: String(Date.now()),
    }
  }
}

function basicCredentials(authorization: string | undefined): AppCredentials | undefined {
  const [, encoded] = /^Basic (.+)$/i.exec(authorization ?? '') ?? []
  if (encoded === undefined) return undefined
  const [clientId = '', clientSecret = ''] = Buffer.from(encoded, 'base64').toString().split(':')
  return { clientId: decodeURIComponent(clientId), clientSecret: decodeURIComponent(clientSecret) }
}

function refused(error: string, description: string): CrmReply {
  return { status: 400, body: { error, error_description: description } }
}
