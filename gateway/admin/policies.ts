/** The policies of this process as the admin API shows them: settings in force, and live state. */
import type { Policies, Settings } from '#contracts/admin'
import type { ContractId, Owner } from '../../contracts/contract.ts'
import type { Shared } from '../hop/policy.ts'
import type { HopSettings } from '../hop/settings.ts'
import type { Upstreams } from '../hop/upstreams.ts'

export interface PoliciesState {
  readonly upstreams: Upstreams
  readonly shared: Shared
  readonly ownerOf: (id: ContractId) => Owner | undefined
}

export const policiesOf = ({ upstreams, shared, ownerOf }: PoliciesState): Policies => ({
  upstreams: upstreams.snapshot().map(({ settings, ...state }) => ({
    ...state,
    owner: ownerOf(state.upstream.split(' ')[0] as ContractId)?.team ?? '',
    settings: toSettings(settings),
  })),
  cache: shared.cache.snapshot(),
  coalescing: shared.coalescing.snapshot(),
})

const toSettings = (settings: HopSettings): Settings =>
  Object.fromEntries(Object.entries(settings).map(([policy, own]) => [policy, { ...own }]))
