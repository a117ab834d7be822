/** The admin API: what those who keep this process running can see of it. One handler for each operation. */
import { implement, ok } from '#contracts/admin'
import type { Api } from '../../contracts/contract.ts'
import { type PoliciesState, policiesOf } from './policies.ts'

export const adminApi = (state: PoliciesState): Api =>
  implement({
    getPolicies: () => ok(policiesOf(state)),
  })
