/** The command line in a checkout under git, as an API owner has it. */
import { execFile } from 'node:child_process'
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { checkout } from '../../support/checkout.ts'

export interface Said {
  readonly code: number
  readonly out: string
  readonly error: string
}

export class CommandLine {
  readonly root: string

  /** @param more what the checkout has besides the contracts, handlers and the gateway */
  constructor(...more: readonly string[]) {
    this.root = checkout(...more)
  }

  /** Contracts, handlers and the gateway. The caches of the compiler stay here; those of the repository are its own. */
  compile(): Promise<Said> {
    const settings = this.read('tsconfig.json')
    writeFileSync(join(this.root, 'tsconfig.json'), settings.replace('node_modules/.cache', '.cache'))
    return this.run(join(this.root, 'node_modules/.bin/tsc'), '--build', 'gateway')
  }

  /** Leaves only these contracts, and nothing published. */
  keep(...ids: readonly string[]): void {
    const contracts = join(this.root, 'contracts')
    for (const file of globSync('{backend,system,process,experience,events}/*/*.yaml', { cwd: contracts }))
      if (!ids.includes(file.replace(/\.yaml$/, ''))) rmSync(join(contracts, file))
    for (const folder of ['published', 'generated'])
      rmSync(join(contracts, folder), { recursive: true, force: true })
  }

  async commit(): Promise<void> {
    const who = ['-c', 'user.email=ann@strata.example', '-c', 'user.name=Ann']
    await this.run('git', 'init', '-q')
    await this.run('git', 'add', ...['contracts', 'system-apis', 'process-apis', 'experience-apis'])
    await this.run('git', ...who, 'commit', '-q', '-m', 'as it is')
    await this.run('git', 'config', 'user.email', 'ann@strata.example')
  }

  strata(...args: readonly string[]): Promise<Said> {
    return this.run(process.execPath, join(this.root, 'gateway/cli/strata.mjs'), ...args)
  }

  async run(program: string, ...args: readonly string[]): Promise<Said> {
    const clock = { SHIFTED_CLOCK: join(this.root, 'clock') }
    const options = { cwd: this.root, env: { ...process.env, ...clock, NO_COLOR: '1' }, maxBuffer: 2 ** 25 }
    return promisify(execFile)(program, args, options).then(
      ({ stdout, stderr }) => ({ code: 0, out: stdout, error: stderr }),
      ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({
        code,
        out: stdout,
        error: stderr,
      }),
    )
  }

  read(file: string): string {
    return readFileSync(join(this.root, file), 'utf8')
  }

  /** Replaces a text that has to be there. */
  edit(file: string, from: string, to: string): void {
    const text = this.read(file)
    if (!text.includes(from)) throw new Error(`${file} has no ${from}`)
    writeFileSync(join(this.root, file), text.replace(from, to))
  }

  editAll(file: string, from: string, to: string): void {
    writeFileSync(join(this.root, file), this.read(file).replaceAll(from, to))
  }
}
