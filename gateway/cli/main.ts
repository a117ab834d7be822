/** `strata`: everything an operator or API owner does, one file each. */
import { styleText } from 'node:util'
import { defineCommand, runCommand, runMain } from 'citty'
import { Mistake } from './mistake.ts'

const command = defineCommand({
  meta: { name: 'strata', description: 'API-led connectivity gateway' },
  subCommands: {
    start: () => import('./start.ts').then((module) => module.start),
    generate: () => import('./generate.ts').then((module) => module.generateCommand),
    token: () => import('./token.ts').then((module) => module.token),
    conformance: () => import('./conformance.ts').then((module) => module.conformance),
  },
})

const args = process.argv.slice(2)
const asksForHelp = args.length === 0 || args.some((arg) => ['--help', '-h', '--version'].includes(arg))

if (asksForHelp) await runMain(command)
else await runCommand(command, { rawArgs: args }).catch(report)

function report(error: unknown): void {
  const known = error instanceof Mistake || (error as Error).name === 'CLIError'
  console.error(known ? styleText('red', (error as Error).message) : error)
  if (known && !(error instanceof Mistake)) console.error('\nstrata --help lists the commands.')
  process.exitCode = 1
}
