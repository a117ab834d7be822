/** A CRM org during a conformance run: makes calls, and remembers what it made so that nothing is left behind. */
import { randomUUID } from 'node:crypto'

export interface CrmOrgOptions {
  /** Where to log in. */
  readonly url: string
  readonly clientId: string
  readonly clientSecret: string
  /** As in `68.0`. */
  readonly apiVersion: string
}

export interface OrgReply {
  readonly status: number
  readonly headers: Headers
  readonly body: unknown
}

interface CallOptions {
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

const timeoutMs = 30_000

export class CrmOrg {
  readonly options: CrmOrgOptions
  /** Starts the external id of every record of this run. */
  readonly prefix = `CONFORMANCE-${randomUUID().slice(0, 8)}`
  readonly #made = new Set<string>()
  #dataUrl = ''
  #token = ''

  constructor(options: CrmOrgOptions) {
    this.options = options
  }

  async login(): Promise<void> {
    const { status, body } = await this.token(this.options.clientSecret)
    const { access_token: token, instance_url: instanceUrl } = fieldsOf(body)
    if (status !== 200 || typeof token !== 'string' || typeof instanceUrl !== 'string') {
      throw new Error(`login answered ${status}`)
    }
    this.#token = token
    this.#dataUrl = `${instanceUrl}/services/data/v${this.options.apiVersion}`
  }

  token(clientSecret: string): Promise<OrgReply> {
    const form = { grant_type: 'client_credentials', client_id: this.options.clientId }
    return send(`${this.options.url}/services/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams({ ...form, client_secret: clientSecret }),
    })
  }

  async call(method: string, path: string, { body, headers }: CallOptions = {}): Promise<OrgReply> {
    const reply = await send(this.#dataUrl + path, {
      method,
      headers: {
        authorization: `Bearer ${this.#token}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    this.#remember(path, reply)
    return reply
  }

  query(soql: string): Promise<OrgReply> {
    return this.call('GET', `/query?${new URLSearchParams({ q: soql })}`)
  }

  /** @returns the records that could not be deleted. */
  async removeAll(): Promise<string[]> {
    const left: string[] = []
    for (const path of [...this.#made].toReversed()) {
      const { status } = await this.call('DELETE', path)
      if (status !== 204 && status !== 404) left.push(path)
    }
    return left
  }

  #remember(path: string, { status, body }: OrgReply): void {
    const [, object] = /^\/sobjects\/(\w+)/.exec(path) ?? []
    const { id } = fieldsOf(body)
    if (status === 201 && object && typeof id === 'string') this.#made.add(`/sobjects/${object}/${id}`)
  }
}

export function fieldsOf(value: unknown): Record<string, unknown> {
  return value !== null && typeof value === 'object' ? { ...value } : {}
}

async function send(url: string, init: RequestInit): Promise<OrgReply> {
  const response = await fetch(url, { ...init, signal: AbortSignal.timeout(timeoutMs) })
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) }
}
