/** A client of the ERP sandbox for tests that look at single answers. */

export interface Reply {
  status: number
  headers: Headers
  body: { result?: unknown; error?: unknown[] }
}

export class SandboxClient {
  readonly #url: string
  #authorization = ''

  constructor(url: string) {
    this.#url = url
  }

  async login(user: string, password: string): Promise<Reply> {
    const reply = await this.#post('/erp/', 'common.db.login', [user, { password }, 'en'])
    const [id, key] = (reply.body.result ?? []) as [number?, string?]
    this.#authorization = `Session ${btoa(`${user}:${id}:${key}`)}`
    return reply
  }

  call(method: string, ...args: unknown[]): Promise<Reply> {
    return this.#post('/erp/', method, [...args, { language: 'en', company: 1, locations: [5] }])
  }

  /** The records a search finds, with some of their fields. */
  async find(model: string, domain: unknown[], fields: string[]): Promise<Record<string, unknown>[]> {
    const { body } = await this.call(`model.${model}.search_read`, domain, 0, null, [['id', 'ASC']], fields)
    return body.result as Record<string, unknown>[]
  }

  control(method: string, fault?: unknown): Promise<Response> {
    return fetch(`${this.#url}/__faults`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(fault !== undefined && { body: JSON.stringify(fault) }),
    })
  }

  async #post(path: string, method: string, params: unknown[]): Promise<Reply> {
    const response = await fetch(this.#url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: this.#authorization },
      body: JSON.stringify({ id: 1, method, params }),
      signal: AbortSignal.timeout(500),
    })
    const text = await response.text()
    const isJson = response.headers.get('content-type') === 'application/json'
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : {} }
  }
}
