/** The systems behind Strata in a test: sandboxes of its own, or a real ERP it names. */
import { randomUUID } from 'node:crypto'
import { startCrmSandbox } from '../../gateway/sandbox/crm/main.ts'
import { startErpSandbox } from '../../gateway/sandbox/erp/main.ts'
import { seed } from '../../gateway/sandbox/seed/main.ts'
import type { ErpAccess } from './erp-client.ts'

export interface Backends {
  /** URLs of the sandboxes. */
  readonly sandboxes: { readonly crm: string; readonly erp: string }
  readonly erp: ErpAccess
  /** Settings that point Strata at them. */
  readonly env: Readonly<Record<string, string>>
  close(): Promise<void>
}

/**
 * @param real an ERP to use instead of the sandbox
 * @param via the URL under which Strata finds a system
 */
export async function startBackends(
  real?: ErpAccess,
  via = async (_: 'crm' | 'erp', url: string) => url,
): Promise<Backends> {
  const app = { clientId: 'strata', clientSecret: randomUUID() }
  const crm = await startCrmSandbox({ seed, ...app })
  const user = { user: 'strata', password: randomUUID() }
  const sandbox = await startErpSandbox({ seed, ...user })
  const erp = real ?? { ...user, url: sandbox.url, database: sandbox.database }
  return {
    sandboxes: { crm: crm.url, erp: sandbox.url },
    erp,
    env: {
      CRM_URL: await via('crm', crm.url),
      CRM_CLIENT_ID: app.clientId,
      CRM_CLIENT_SECRET: app.clientSecret,
      ERP_URL: await via('erp', erp.url),
      ERP_DB: erp.database,
      ERP_USER: erp.user,
      ERP_PASSWORD: erp.password,
    },
    close: async () => void (await Promise.all([crm.close(), sandbox.close()])),
  }
}
