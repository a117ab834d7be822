/** The admin API: what those who keep this process running can see and settle. One handler for each operation. */
import { implement, ok } from '#contracts/admin'
import type { Api } from '../../contracts/contract.ts'
import { type AlertsState, alertHandlers } from './alerts.ts'
import { type ApisState, apiHandlers } from './apis.ts'
import { type AuditState, audited, auditHandlers } from './audit.ts'
import { type DriftState, driftHandlers } from './drift.ts'
import { type KeysState, keyHandlers } from './keys.ts'
import { type LettersState, letterHandlers } from './letters.ts'
import { type OperationsState, operationHandlers } from './operations.ts'
import { type PoliciesState, policiesOf } from './policies.ts'
import { publishedHandlers } from './published.ts'
import { type ReconciliationsState, reconciliationHandlers } from './reconciliations.ts'
import { type TracesState, traceHandlers } from './traces.ts'
import { type UsageState, usageHandlers } from './usage.ts'

export type AdminState = PoliciesState &
  ApisState &
  OperationsState &
  LettersState &
  KeysState &
  AlertsState &
  DriftState &
  ReconciliationsState &
  AuditState &
  UsageState &
  TracesState

export const adminApi = (state: AdminState): Api =>
  audited(
    implement({
      ...apiHandlers(state),
      getPolicies: () => ok(policiesOf(state)),
      ...publishedHandlers(),
      ...operationHandlers(state),
      ...letterHandlers(state),
      ...keyHandlers(state),
      ...alertHandlers(state),
      ...driftHandlers(state),
      ...reconciliationHandlers(state),
      ...auditHandlers(state),
      ...usageHandlers(state),
      ...traceHandlers(state),
    }),
    state,
  )
