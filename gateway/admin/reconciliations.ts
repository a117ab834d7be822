/** What is compared between systems, as the admin API shows it, and has done on demand. */
import { type implement, notFound, ok, type Reconciliation as View } from '#contracts/admin'
import { toInstant } from '../instant.ts'
import type { Reconciler, Reconciliation } from '../reconcile/reconciler.ts'

export interface ReconciliationsState {
  readonly reconciler: Reconciler
}

type Handlers = Pick<Parameters<typeof implement>[0], 'listReconciliations' | 'runReconciliation'>

export const reconciliationHandlers = ({ reconciler }: ReconciliationsState): Handlers => ({
  listReconciliations: async () => ok({ items: (await reconciler.list()).map(view) }),

  async runReconciliation({ body: { api, name } }) {
    const due = await reconciler.request(api, name)
    return due ? ok(view(due)) : notFound(`No contract ${api} says that ${name} should be compared.`)
  },
})

const REASON_LENGTH = 500

const view = ({ found, dueAt, finishedAt, reason, api, name, owner, state }: Reconciliation): View => ({
  api,
  name,
  owner,
  state,
  dueAt: toInstant(dueAt),
  ...(finishedAt !== undefined && { finishedAt: toInstant(finishedAt) }),
  ...(found && { ...found, examples: [...found.examples] }),
  ...(reason && { reason: reason.slice(0, REASON_LENGTH) }),
})
