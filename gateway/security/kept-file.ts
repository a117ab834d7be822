/** A secret of this checkout: made once, kept in the state directory, readable by its owner only. */
import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export async function keptFile(
  directory: string,
  name: string,
  make: () => Promise<string> | string,
): Promise<string> {
  const path = join(directory, name)
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  try {
    return readFileSync(path, 'utf8')
  } catch {
    const text = await make()
    try {
      writeFileSync(path, text, { mode: 0o600, flag: 'wx' })
      return text
    } catch {
      return readFileSync(path, 'utf8')
    }
  }
}

/** A key that is set, or one that development keeps. */
export const keptKey = async (
  key: string | undefined,
  { stateDirectory }: { readonly stateDirectory: string },
  file: string,
): Promise<string> => key ?? keptFile(stateDirectory, file, () => randomBytes(32).toString('base64url'))
