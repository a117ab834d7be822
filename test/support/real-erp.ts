/** Boots a real ERP for a test, each time with a freshly restored database. */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { ErpTarget } from '../../gateway/conformance/erp.ts'

export interface RealErp extends Required<ErpTarget> {
  stop(): Promise<void>
}

const run = promisify(execFile)
const scripts = fileURLToPath(new URL('../../.ci/tryton/', import.meta.url))
const installed = ['/usr/bin/trytond', '/usr/lib/python3/dist-packages/trytond/modules/sale_opportunity']

/** True where a real ERP can be booted, or must be: `REQUIRE_REAL_ERP=1` turns its absence into a failure. */
export function hasRealErp(): boolean {
  return process.env.REQUIRE_REAL_ERP === '1' || installed.every((path) => existsSync(path))
}

/** Undefined where none is installed. The first boot of a year takes about 20 s, the others about 1 s. */
export async function realErp(): Promise<RealErp | undefined> {
  if (!installed.every((path) => existsSync(path))) {
    const remedy = 'no real ERP here; install one with .ci/tryton/install.sh'
    if (hasRealErp()) throw new Error(remedy)
    console.warn(remedy)
    return undefined
  }
  const seeded = await seededDirectory()
  const directory = await mkdtemp(join(tmpdir(), 'strata-erp-'))
  await cp(seeded, directory, { recursive: true })
  await bootstrap(directory, '0')
  const read = async (file: string) => (await readFile(join(directory, file), 'utf8')).trim()
  const database = await read('.database')
  const pid = Number(await read('trytond.pid'))
  const endWithThisProcess = () => isRunning(pid) && process.kill(pid, 'SIGKILL')
  process.once('exit', endWithThisProcess)
  return {
    url: /^ERP_URL=(.*)$/m.exec(await read('erp.env'))?.[1] ?? '',
    database,
    user: await read('.service-user'),
    password: await read('.service-password'),
    rpcPath: `/${database}/`,
    async stop() {
      process.off('exit', endWithThisProcess)
      process.kill(pid)
      while (isRunning(pid)) await delay(20)
      await rm(directory, { recursive: true })
    },
  }
}

/** The built database, kept between runs: good for one year, and as long as the scripts stay the same. */
async function seededDirectory(): Promise<string> {
  const hash = createHash('sha256')
  for (const script of ['bootstrap.sh', 'setup.py']) hash.update(await readFile(scripts + script))
  const key = `${new Date().getUTCFullYear()}-${process.getuid?.()}-${hash.digest('hex').slice(0, 12)}`
  const kept = join(tmpdir(), `strata-erp-seeded-${key}`)
  if (existsSync(kept)) return kept
  const directory = await mkdtemp(join(tmpdir(), 'strata-erp-build-'))
  await bootstrap(directory)
  // Another test run may have been faster.
  await rename(directory, kept).catch(() => rm(directory, { recursive: true }))
  return kept
}

async function bootstrap(...parameters: string[]): Promise<void> {
  await run('bash', [`${scripts}bootstrap.sh`, ...parameters])
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
