/** `strata start`: runs this process until it is told to stop. */
import { defineCommand } from 'citty'
import { readConfig } from '../config.ts'
import { stopOnSignals } from './stop.ts'

export const start = defineCommand({
  meta: { name: 'start', description: 'serve the layers of STRATA_SERVE (default: all)' },
  args: { quiet: { type: 'boolean', description: 'print no banner' } },
  async run({ args }) {
    const config = readConfig(process.env)
    const { run } = await import('../main.ts')
    const running = await run(config)
    stopOnSignals(running)
    if (!args.quiet) console.log(await (await import('./banner.ts')).banner(running))
  },
})
