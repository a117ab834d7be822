/** The embedded ERP: speaks the wire of Tryton 6.0 over loopback HTTP, and answers as a real server does. */
import { Faults } from '../faults.ts'
import { type SandboxRequest, startSandboxServer } from '../sandbox-server.ts'
import { seed as demonstrationSeed, type Seed } from '../seed/main.ts'
import { addBaseData } from './base-data.ts'
import { HttpError, ProgrammingError } from './errors.ts'
import { invoke } from './methods.ts'
import { models } from './models/main.ts'
import type { ModelName } from './records.ts'
import { answerCall, page, readEnvelope } from './rpc.ts'
import { plant } from './seeding.ts'
import { Sessions } from './sessions.ts'
import { Store } from './store.ts'

export interface ErpSandboxOptions {
  user: string
  password: string
  /** @default 'erp' */
  database?: string
  /** @default the demonstration data */
  seed?: Seed
  /** @default none set */
  faults?: Faults
}

export interface ErpSandbox {
  url: string
  database: string
  faults: Faults
  close(): Promise<void>
}

const VERSION = '6.0.29'

export async function startErpSandbox(options: ErpSandboxOptions): Promise<ErpSandbox> {
  const { user, password, database = 'erp', seed = demonstrationSeed, faults = new Faults() } = options
  const store = seededStore(seed)
  const sessions = new Sessions(user, password)

  function onServer(method: string): unknown {
    if (method === 'common.server.version') return VERSION
    if (method === 'common.db.list') return [database]
    throw new ProgrammingError(`'${method}'`)
  }

  function onDatabase(request: SandboxRequest, method: string, params: readonly unknown[]): unknown {
    if (method === 'common.db.login') return sessions.login(params[0], params[1])
    const key = sessions.keyIn(request.headers.authorization)
    if (!key) throw new HttpError(401, '', { 'www-authenticate': 'Basic realm="Tryton"' })
    if (method !== 'common.db.logout') return invoke(store, method, params)
    sessions.end(key)
    return null
  }

  const server = await startSandboxServer(
    {
      receive(request) {
        const envelope = readEnvelope(request.text)
        return {
          name: `${request.path} ${envelope?.method ?? ''}`,
          answer: () =>
            answerCall(request, envelope, (method, params) => {
              if (request.path === '/') return onServer(method)
              if (request.path === `/${database}/`) return onDatabase(request, method, params)
              throw new ProgrammingError(`Database '${request.path.slice(1, -1)}' doesn't exist!`)
            }),
        }
      },
      refuse: (status) => page(status, 'The server is not able to answer now.'),
      expireSessions: () => sessions.endAll(),
    },
    faults,
  )
  return { ...server, database, faults }
}

function seededStore(seed: Seed): Store {
  const indexes = Object.entries(models).map(([model, { indexed = [] }]) => [model, indexed])
  const store = new Store(Object.fromEntries(indexes) as Record<ModelName, readonly string[]>)
  store.transaction(() => {
    addBaseData(store)
    plant(store, seed)
  })
  return store
}
