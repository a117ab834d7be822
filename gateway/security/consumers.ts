/** Who may call what, as registered in `contracts/consumers.yaml`. No secrets are kept there. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { ContractId } from '../../contracts/contract.ts'
import type { ContractData } from '../../contracts/runtime/load.ts'
import type { Limit, Plans } from './limits/plan.ts'

export interface Consumer {
  readonly id: string
  readonly description: string
  readonly owner: { readonly team: string; readonly contact: string }
  readonly plan: string
  /** Of its plan. */
  readonly limits?: readonly Limit[]
  /** The sites whose scripts may call as the consumer. */
  readonly origins?: readonly string[]
  readonly uses: readonly ContractId[]
  /** Since when it may call each of them, in ms since 1970, as far as it says so. */
  readonly grantedAt?: Readonly<Record<string, number>>
  /** What it has agreed to see go. */
  readonly consents?: Readonly<Record<string, Consent>>
  readonly scopes?: readonly string[]
  /** The events it may push. */
  readonly publishes?: readonly string[]
}

export interface Consent {
  readonly by: string
  readonly on: string
}

export type Consumers = ReadonlyMap<string, Consumer>

interface Grant {
  readonly api: ContractId
  readonly since?: string
  /** Somebody of the consumer agrees that the version is retired. */
  readonly consent?: Consent
}

/** As they are written: what may be called since another day than the consumer is registered says so. */
interface Registration extends Omit<Consumer, 'uses' | 'grantedAt' | 'consents' | 'limits'> {
  readonly since?: string
  readonly uses: readonly (ContractId | Grant)[]
}

export function readConsumers(file = new URL('../../contracts/consumers.yaml', import.meta.url)): Consumers {
  const { consumers, plans = {} } = parse(readFileSync(file, 'utf8')) as {
    consumers: readonly Registration[]
    plans?: Plans
  }
  return new Map(
    consumers.map((registration) => [
      registration.id,
      { ...toConsumer(registration), limits: plans[registration.plan]?.limits ?? [] },
    ]),
  )
}

export function toConsumer({ since: registered, uses, ...consumer }: Registration): Consumer {
  const grants: readonly Grant[] = uses.map((use) => (typeof use === 'string' ? { api: use } : use))
  return {
    ...consumer,
    uses: grants.map(({ api }) => api),
    grantedAt: Object.fromEntries(
      grants.flatMap(({ api, since = registered }) =>
        since === undefined ? [] : [[api, Date.parse(since)]],
      ),
    ),
    consents: Object.fromEntries(grants.flatMap(({ api, consent }) => (consent ? [[api, consent]] : []))),
  }
}

/** Whether a consumer has come too late for a version: nobody new is let in once it is deprecated. */
export const isTooLate = ({ grantedAt = {} }: Consumer, { id, lifecycle }: ContractData): boolean =>
  lifecycle.deprecatedAt !== undefined && !((grantedAt[id] ?? Infinity) < lifecycle.deprecatedAt)
