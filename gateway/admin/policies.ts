/** The policies of this process as the admin API shows them: settings in force, and live state. */
import type { Policies, Settings } from '#contracts/admin'
import type { ContractData } from '../../contracts/runtime/load.ts'
import type { Shared } from '../hop/policy.ts'
import type { HopSettings } from '../hop/settings.ts'
import type { Upstreams } from '../hop/upstreams.ts'

export interface PoliciesState {
  readonly upstreams: Upstreams
  readonly shared: Shared
  readonly contractOf: (id: string) => ContractData | undefined
}

export const policiesOf = ({ upstreams, shared, contractOf }: PoliciesState): Policies => ({
  upstreams: upstreams.snapshot().map(({ settings, ...state }) => ({
    ...state,
    owner: contractOf(state.upstream.split(' ')[0] ?? '')?.owner.team ?? '',
    settings: toSettings(settings),
  })),
  cache: shared.cache.snapshot(),
  coalescing: shared.coalescing.snapshot(),
})

const toSettings = (settings: HopSettings): Settings =>
  Object.fromEntries(Object.entries(settings).map(([policy, own]) => [policy, { ...own }]))
