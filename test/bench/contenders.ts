/** Who takes part: Strata, and other ways to answer the same request from the same two backend calls. */
import { type Measured, start } from './processes.ts'
import type { Recording } from './recording.ts'

export interface Contender {
  readonly name: string
  readonly url: string
  readonly processes: readonly Measured[]
}

export interface Setting {
  readonly recording: Recording
  readonly backendUrl: string
  readonly customerId: string
  readonly strataEnv: Readonly<Record<string, string>>
}

export const home = '/experience/mobile/v1/home'

export async function startContenders(setting: Setting): Promise<readonly Contender[]> {
  const { recording, backendUrl, customerId, strataEnv } = setting
  const env = { RECORDING: JSON.stringify(recording), BACKEND_URL: backendUrl }
  const promises = { PROMISES: 'kept', STATE_DIRECTORY: strataEnv.STATE_DIRECTORY ?? '' }
  const bff = await start('bff.ts', env)
  const strata = await start('strata.ts', strataEnv)
  return [
    { name: 'one BFF by hand', url: `${bff.url}/home`, processes: [bff] },
    { name: 'strata', url: strata.url + home, processes: [strata] },
    await fourProcesses('four processes, undici.request', { ...env, CLIENT: 'request' }, customerId),
    await fourProcesses('four processes, fetch', { ...env, CLIENT: 'fetch' }, customerId),
    await fourProcesses(
      'four with promises, undici.request',
      { ...env, ...promises, CLIENT: 'request' },
      customerId,
    ),
    await fourProcesses('four with promises, fetch', { ...env, ...promises, CLIENT: 'fetch' }, customerId),
  ]
}

async function fourProcesses(
  name: string,
  env: Record<string, string>,
  customerId: string,
): Promise<Contender> {
  const crm = await start('four/crm.ts', env)
  const erp = await start('four/erp.ts', env)
  const process = await start('four/process.ts', { ...env, CRM_API_URL: crm.url, ERP_API_URL: erp.url })
  const experience = await start('four/experience.ts', { ...env, PROCESS_API_URL: process.url })
  return { name, url: `${experience.url}/home/${customerId}`, processes: [experience, process, crm, erp] }
}
