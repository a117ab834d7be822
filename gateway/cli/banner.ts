/** What a person sees after `npm start`: where everything is, and a first request that works when pasted. */
import { randomUUID } from 'node:crypto'
import type { OperationObject, PathItem, RequestBodyObject } from '../../contracts/runtime/document.ts'
import { resolve } from '../../contracts/runtime/document.ts'
import type { ContractData } from '../../contracts/runtime/load.ts'
import { apis } from '../apis.gen.ts'
import type { Running } from '../main.ts'
import { readConsumers } from '../security/consumers.ts'
import { demoCustomerFor, issueToken } from './token.ts'

const demo = { consumer: 'storefront-web', api: 'experience/storefront/v2', operation: 'checkout' } as const

/** Long enough to have a look; `strata token` makes others. */
const CONSOLE_SECONDS = 3_600

export async function banner({ gateway, config, sandboxes }: Running): Promise<string> {
  const { publicUrl, internalUrl, hosted } = gateway
  const lines = ['', `Strata serves ${hosted.length} ${hosted.length === 1 ? 'API' : 'APIs'}`]
  if (publicUrl) lines.push(`  public    ${publicUrl}   experience APIs, docs at ${publicUrl}/docs`)
  const inside = ['process', 'system'].filter((layer) => hosted.some((id) => id.startsWith(`${layer}/`)))
  lines.push(
    inside.length
      ? `  internal  ${internalUrl}   ${inside.join(' and ')} APIs, docs at ${internalUrl}/docs`
      : `  internal  ${internalUrl}   operations, such as ${internalUrl}/readyz`,
  )
  for (const [name, url] of Object.entries(sandboxes))
    lines.push(`  ${name.padEnd(8)}  ${url}   sandbox, because ${name.toUpperCase()}_URL is not set`)
  lines.push(`  console   ${await consoleUrl(internalUrl, config)}`)
  const consumer = readConsumers().get(demo.consumer)
  const contract = apis.find((api) => api.contract.id === demo.api)?.contract
  if (!config.auth && publicUrl && consumer && contract && hosted.includes(demo.api)) {
    const token = await issueToken(config, consumer, await demoCustomerFor(consumer))
    lines.push('', `A token for ${demo.consumer} (npx strata token ${demo.consumer}):`, token)
    lines.push('', 'Place an order:', curl(publicUrl, contract, token))
  }
  return [...lines, ''].join('\n')
}

/** In development with a token, behind the `#` that no server is sent: whoever sees the link is an operator. */
async function consoleUrl(internalUrl: string, config: Running['config']): Promise<string> {
  const url = `${internalUrl}/console`
  const operator = [...readConsumers().values()].find(({ scopes }) => scopes?.includes('strata:admin'))
  if (config.auth || !operator) return url
  return `${url}#token=${await issueToken(config, operator, undefined, CONSOLE_SECONDS)}`
}

/** The first example of the contract as a command line. */
function curl(origin: string, { id, document, operations }: ContractData, token: string): string {
  const operation = operations[demo.operation]
  if (!operation) return ''
  const source = (document.paths[operation.path] as PathItem)[
    operation.method.toLowerCase()
  ] as OperationObject
  const { node } = resolve<RequestBodyObject>(document, { node: source.requestBody, pointer: '' })
  const media = node.content['application/json'] as {
    example?: unknown
    examples?: Record<string, { value: unknown }>
  }
  const body = media.example ?? Object.values(media.examples ?? {})[0]?.value
  return [
    `curl -sS -X ${operation.method} ${origin}/${id}${operation.path}`,
    `-H 'Authorization: Bearer ${token}'`,
    `-H 'Idempotency-Key: ${randomUUID()}'`,
    "-H 'Content-Type: application/json'",
    `-d '${JSON.stringify(body).replaceAll("'", "'\\''")}'`,
  ].join(' ')
}
