/** What the command line asks of git: who works here, and how a file was. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { BYTES_MAX } from '../../contracts/govern/main.ts'

/** @throws Error with what git says */
export async function git(directory: string, ...args: readonly string[]): Promise<string> {
  const options = { cwd: directory, maxBuffer: BYTES_MAX }
  const { stdout } = await promisify(execFile)('git', args, options).catch((error: Error) => {
    throw new Error(error.message.trim().split('\n').at(-1))
  })
  return stdout
}

/** The e-mail address of whoever works here; `undefined` without git. */
export const gitUser = (directory: string): Promise<string | undefined> =>
  git(directory, 'config', 'user.email').then(
    (email) => email.trim() || undefined,
    () => undefined,
  )
