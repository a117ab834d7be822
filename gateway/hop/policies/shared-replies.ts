/** Which replies may be given to more than one caller, as the contract declares with `x-cache`, and what makes two requests the same. */
import type { Caller } from '../../call.ts'
import type { OperationRequest, Target } from '../policy.ts'

export interface CacheRules {
  readonly maxAgeMs: number
  /** Beyond `maxAgeMs`, when the system fails. */
  readonly staleIfErrorMs: number
  /** Names of the request headers that the reply depends on, in lower case; `undefined` means all. */
  readonly vary: readonly string[] | undefined
}

/** `undefined` for what may not be shared: changes, and reads whose contract does not say so. */
export function cacheRules({ contract, operation }: Target): CacheRules | undefined {
  const { [operation.method.toLowerCase()]: source } = contract.document.paths[operation.path] ?? {}
  const declared = (source as { 'x-cache'?: Declared } | undefined)?.['x-cache']
  if (!declared || operation.effect !== 'read') return undefined
  return {
    maxAgeMs: (declared.maxAge ?? 0) * 1_000,
    staleIfErrorMs: (declared.staleIfError ?? 0) * 1_000,
    vary: declared.vary?.map((name) => name.toLowerCase()),
  }
}

/** In seconds, as in `Cache-Control`. */
interface Declared {
  readonly maxAge?: number
  readonly staleIfError?: number
  readonly vary?: readonly string[]
}

/**
 * A function that tells apart requests whose replies may differ. Callers are told apart too, unless the operation is
 * open to all: what one may see is no business of the next.
 */
export function keyOf(
  { contract, operation }: Target,
  vary?: readonly string[],
): (request: OperationRequest, caller: Caller) => string {
  const name = `${contract.id} ${operation.id}`
  const personal = operation.security.length > 0
  return ({ params, query, headers, cookies, body, mediaType }, { consumer, customerId }) =>
    JSON.stringify([
      name,
      sorted(params),
      sorted(query),
      sorted(headers, vary),
      sorted(cookies),
      // Backends are also read with a body.
      body,
      mediaType,
      personal ? [consumer, customerId] : 0,
    ])
}

/** Names and values in turn, in one order whoever wrote them. */
function sorted(values: Readonly<Record<string, unknown>> | undefined, names?: readonly string[]): unknown[] {
  const list: unknown[] = []
  for (const name of Object.keys(values ?? {}).sort())
    if (values?.[name] !== undefined && (!names || names.includes(name.toLowerCase())))
      list.push(name, values[name])
  return list
}
