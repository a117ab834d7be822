/** A CRM to run against without having one: it speaks the part of Salesforce REST the gateway uses. */
import { Faults } from '../faults.ts'
import { startSandboxServer } from '../sandbox-server.ts'
import type { Seed } from '../seed/main.ts'
import { crmBackend } from './backend.ts'
import { seedStore } from './seeding.ts'
import { Store } from './store.ts'

export interface CrmSandboxOptions {
  /** The app that may log in. */
  clientId: string
  clientSecret: string
  /** @default no records */
  seed?: Seed
  /** The one version it answers to. @default '68.0' */
  apiVersion?: string
  /** Calls until it refuses all others. @default 5_000_000 */
  dailyLimit?: number
  faults?: Faults
}

export interface CrmSandbox {
  url: string
  faults: Faults
  close(): Promise<void>
}

export async function startCrmSandbox({
  seed,
  apiVersion = '68.0',
  dailyLimit = 5_000_000,
  faults = new Faults(),
  ...app
}: CrmSandboxOptions): Promise<CrmSandbox> {
  const store = new Store()
  if (seed) seedStore(store, seed)
  const server = await startSandboxServer(crmBackend({ ...app, store, apiVersion, dailyLimit }), faults)
  return { ...server, faults }
}
