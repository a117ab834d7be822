/** The commands as Lua, run by their hash; a server that does not know one yet is given its text. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CommandName } from '../commands.ts'
import type { Client } from './connect.ts'

export type ScriptName = CommandName | 'due' | 'parked'
export type Argument = string | number | Buffer

const text = (name: string) => readFileSync(join(import.meta.dirname, 'lua', `${name}.lua`), 'utf8')

/** Replies hold Buffers where Lua gave strings. */
export type Run = (name: ScriptName, keys: readonly string[], args: readonly Argument[]) => Promise<unknown>

export function scriptsOn(client: Client): Run {
  const scripts = new Map<ScriptName, { readonly body: string; readonly sha: string }>()
  const script = (name: ScriptName) => {
    const known = scripts.get(name)
    if (known) return known
    const shared = name === 'due' || name === 'parked' ? ['time'] : ['time', 'record']
    const body = [...shared, name].map(text).join('\n')
    const made = { body, sha: createHash('sha1').update(body).digest('hex') }
    scripts.set(name, made)
    return made
  }
  return async function run(name, keys, args) {
    const { body, sha } = script(name)
    const rest = [keys.length, ...keys, ...args] as const
    try {
      return await client.callBuffer('EVALSHA', sha, ...rest)
    } catch (error) {
      if (!(error instanceof Error && error.message.startsWith('NOSCRIPT'))) throw error
      return client.callBuffer('EVAL', body, ...rest)
    }
  }
}
