/** The admin API: what those who keep this process running can see and settle. One handler for each operation. */
import { implement, ok } from '#contracts/admin'
import type { Api } from '../../contracts/contract.ts'
import { type OperationsState, operationHandlers } from './operations.ts'
import { type PoliciesState, policiesOf } from './policies.ts'

export const adminApi = (state: PoliciesState & OperationsState): Api =>
  implement({
    getPolicies: () => ok(policiesOf(state)),
    ...operationHandlers(state),
  })
