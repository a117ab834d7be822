/** The store as its users see it, on any driver: one function per command, and records without their tokens. */
import type { Command, CommandName } from './commands.ts'
import { checkLimits } from './limits.ts'
import type { WriteRecord } from './record.ts'
import type { Driver, Listed, Store, StoreCommands } from './store.ts'

const names = [
  'begin',
  'claim',
  'renew',
  'intent',
  'undo',
  'done',
  'complete',
  'defer',
  'release',
  'park',
  'resolve',
] as const satisfies readonly CommandName[]

export function createStore(driver: Driver): Store {
  const commands = Object.fromEntries(
    names.map((name) => [
      name,
      async (id: string, command: object) => {
        checkLimits(id, { name, ...command } as Command)
        return driver.apply(id, name, command as never)
      },
    ]),
  ) as StoreCommands
  const get = async (id: string) => {
    const record = await driver.read(id)
    return record && listed(id, record)
  }
  return {
    ...commands,
    get,
    due: (limit) => driver.due(limit),
    async parked(limit) {
      const found = await Promise.all((await driver.parked(limit)).map(get))
      return found.filter((record): record is Listed => record?.state === 'parked')
    },
    outbox: driver.outbox,
    suspect: () => driver.suspect(),
    readiness: () => driver.readiness(),
    close: () => driver.close(),
  }
}

function listed(id: string, { token, ...record }: WriteRecord): Listed {
  return { id, held: record.state === 'pending' && token !== '', ...record }
}
