/** Asks a CRM, the sandbox or a real org, whether it behaves as the gateway relies on. It touches no record but its own. */
import { crmChecks } from './crm-checks.ts'
import { CrmOrg, type CrmOrgOptions } from './crm-org.ts'

export interface ConformanceResult {
  readonly name: string
  readonly ok: boolean
  readonly detail: string
}

/** Without a login there is one result: the failed login. */
export async function runCrmConformance(options: CrmOrgOptions): Promise<ConformanceResult[]> {
  const org = new CrmOrg(options)
  const login = await resultOf('client credentials give a token', async () => {
    await org.login()
    return options.url
  })
  if (!login.ok) return [login]

  const results = [login]
  for (const { name, run } of crmChecks) results.push(await resultOf(name, () => run(org)))
  const cleanup = await resultOf('the records of this run are deleted', async () => {
    const left = await org.removeAll()
    if (left.length > 0) throw new Error(`left behind: ${left.join(', ')}`)
    return org.prefix
  })
  return [...results, cleanup]
}

async function resultOf(name: string, run: () => Promise<string>): Promise<ConformanceResult> {
  try {
    return { name, ok: true, detail: await run() }
  } catch (failure) {
    return { name, ok: false, detail: failure instanceof Error ? failure.message : String(failure) }
  }
}
