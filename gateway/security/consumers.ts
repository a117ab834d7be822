/** Who may call what, as registered in `contracts/consumers.yaml`. No secrets are kept there. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { ContractId } from '../../contracts/contract.ts'

export interface Consumer {
  readonly id: string
  readonly description: string
  readonly owner: { readonly team: string; readonly contact: string }
  readonly plan: string
  readonly uses: readonly ContractId[]
  readonly scopes?: readonly string[]
}

export type Consumers = ReadonlyMap<string, Consumer>

export function readConsumers(file = new URL('../../contracts/consumers.yaml', import.meta.url)): Consumers {
  const { consumers } = parse(readFileSync(file, 'utf8')) as { consumers: readonly Consumer[] }
  return new Map(consumers.map((consumer) => [consumer.id, consumer]))
}
