/** `strata start`: runs this process until it is told to stop. */
import { defineCommand } from 'citty'
import { ConfigError, readConfig } from '../config.ts'
import type { Running } from '../main.ts'

export const start = defineCommand({
  meta: { name: 'start', description: 'serve the layers of STRATA_SERVE (default: all)' },
  args: { quiet: { type: 'boolean', description: 'print no banner' } },
  async run({ args }) {
    const running = await begin()
    if (!running) return
    if (!args.quiet) console.log(await (await import('./banner.ts')).banner(running))
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop(running, signal))
  },
})

async function begin(): Promise<Running | undefined> {
  try {
    const config = readConfig(process.env)
    const { run } = await import('../main.ts')
    return await run(config)
  } catch (error) {
    const { code, port } = error as { code?: string; port?: number }
    if (code === 'EADDRINUSE')
      console.error(`Port ${port} is taken: stop what listens there, or set PUBLIC_PORT and INTERNAL_PORT.`)
    else if (error instanceof ConfigError) console.error(error.message)
    else throw error
    process.exitCode = 1
    return undefined
  }
}

async function stop({ gateway, close, log }: Running, signal: string): Promise<void> {
  log.info({ signal, hosted: gateway.hosted }, 'finishing what is in flight')
  await close()
  log.info('stopped')
  process.exit(0)
}
