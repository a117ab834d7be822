/** What every call to the CRM can see. */
import type { Store } from './store.ts'

export interface CrmContext {
  readonly store: Store
  /** `/services/data/vXX.X`: the start of every address the CRM hands out. */
  readonly dataPath: string
}
