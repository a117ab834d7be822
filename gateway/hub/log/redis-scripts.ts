/** The scripts of the log on Redis, as commands of its client. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Cluster, Redis } from 'ioredis'

type Args = readonly (string | number)[]
/** An entry of a stream: its id, its fields, and how often it was delivered. */
export type Entry = readonly [string, readonly string[], number?]

export type Client = (Redis | Cluster) & {
  hubAppend(...args: Args): Promise<unknown>
  hubHold(...args: Args): Promise<number>
  hubLeave(...args: Args): Promise<unknown>
  hubLeftovers(...args: Args): Promise<readonly Entry[] | null>
  hubRead(...args: Args): Promise<readonly Entry[] | null>
  hubMark(...args: Args): Promise<number>
  hubSettle(...args: Args): Promise<number>
  hubSwapLetter(...args: Args): Promise<number>
}

const LETTER_STATES = 5
const scripts = {
  hubAppend: ['append', 3],
  hubHold: ['hold', 1],
  hubLeave: ['leave', 2],
  hubLeftovers: ['leftovers', 2],
  hubRead: ['read', 2],
  hubMark: ['mark', 2],
  hubSettle: ['settle', 3 + LETTER_STATES],
  hubSwapLetter: ['swap-letter', 1 + LETTER_STATES],
} as const

export function withScripts(client: Redis | Cluster): Client {
  for (const [name, [file, numberOfKeys]] of Object.entries(scripts)) {
    const lua = readFileSync(join(import.meta.dirname, `lua/${file}.lua`), 'utf8')
    client.defineCommand(name, { numberOfKeys, lua })
  }
  return client as Client
}
