/** A CRM sandbox for a test file, and two ways to talk to it: jsforce as it is, and plain HTTP. */
import { randomUUID } from 'node:crypto'
import jsforce from 'jsforce'
import { afterAll } from 'vitest'
import { type CrmSandboxOptions, startCrmSandbox } from '../../gateway/sandbox/crm/main.ts'

export const apiVersion = '68.0'
export const dataPath = `/services/data/v${apiVersion}`
export const clientId = 'strata'
export const clientSecret: string = randomUUID()

export async function startCrm(options: Partial<CrmSandboxOptions> = {}) {
  const sandbox = await startCrmSandbox({ clientId, clientSecret, apiVersion, ...options })
  afterAll(() => sandbox.close())
  return sandbox
}

export function connectionTo(url: string, secret = clientSecret) {
  return new jsforce.Connection({
    instanceUrl: url,
    version: apiVersion,
    maxRequest: 20,
    oauth2: { loginUrl: url, clientId, clientSecret: secret },
  })
}

export async function login(url: string) {
  const connection = connectionTo(url)
  await connection.authorize({ grant_type: 'client_credentials' })
  return connection
}

interface CallOptions {
  body?: unknown
  headers?: Record<string, string>
  signal?: AbortSignal
}

export interface CrmAnswer {
  readonly status: number
  readonly headers: Response['headers']
  // biome-ignore lint/suspicious/noExplicitAny: tests look into replies of every shape
  readonly body: any
}

export type CallCrm = (method: string, path: string, options?: CallOptions) => Promise<CrmAnswer>

/** Calls the CRM without a client library, so that headers and bodies can be seen as they are. */
export async function httpCaller(url: string): Promise<CallCrm> {
  const { accessToken } = await login(url)
  return async (method: string, path: string, { body, headers, signal }: CallOptions = {}) => {
    const response = await fetch(url + dataPath + path, {
      method,
      headers: { authorization: `Bearer ${accessToken}`, ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    })
    const text = await response.text()
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? undefined : JSON.parse(text),
    }
  }
}
