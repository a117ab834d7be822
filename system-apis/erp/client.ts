/** The ERP as the handlers are given it. */
import type { Uses } from '#contracts/system/erp/v2'

export type Erp = Uses['erp']
