/** `strata`: everything an operator or API owner does, one file each. */
import { readFileSync } from 'node:fs'
import { styleText } from 'node:util'
import { defineCommand, runCommand, runMain } from 'citty'
import { ConfigError } from '../config.ts'
import { Mistake } from './mistake.ts'

const command = defineCommand({
  meta: () => ({ name: 'strata', description: 'API-led connectivity gateway', version: version() }),
  subCommands: {
    start: () => import('./start.ts').then((module) => module.start),
    generate: () => import('./generate.ts').then((module) => module.generateCommand),
    token: () => import('./token.ts').then((module) => module.token),
    lint: () => import('./lint.ts').then((module) => module.lintCommand),
    new: () => import('./new.ts').then((module) => module.newCommand),
    diff: () => import('./diff.ts').then((module) => module.diff),
    approve: () => import('./approve.ts').then((module) => module.approve),
    published: () => import('./published.ts').then((module) => module.published),
    publish: () => import('./publish.ts').then((module) => module.publish),
    impact: () => import('./impact.ts').then((module) => module.impact),
    retire: () => import('./retire.ts').then((module) => module.retire),
    policies: () => import('./policies.ts').then((module) => module.policies),
    keys: () => import('./keys.ts').then((module) => module.keys),
    audit: () => import('./audit.ts').then((module) => module.audit),
    drift: () => import('./drift.ts').then((module) => module.drift),
    alerts: () => import('./alerts.ts').then((module) => module.alerts),
    dlq: () => import('./dlq.ts').then((module) => module.dlq),
    operations: () => import('./operations.ts').then((module) => module.operations),
    conformance: () => import('./conformance.ts').then((module) => module.conformance),
  },
})

const args = process.argv.slice(2)
const asksForHelp = args.length === 0 || args.some((arg) => ['--help', '-h', '--version', '-v'].includes(arg))

if (asksForHelp) await runMain(command)
else await runCommand(command, { rawArgs: args }).catch(report)

function report(error: unknown): void {
  process.exitCode = 1
  if (error instanceof Mistake || error instanceof ConfigError || isGenerateError(error)) tell(error.message)
  else if ((error as Error).name === 'CLIError') {
    tell((error as Error).message)
    console.error('\nstrata --help lists the commands.')
  } else console.error(error)
}

/** Its class is known only where the tools of the generator are installed. */
const isGenerateError = (error: unknown): error is Error => (error as Error).name === 'GenerateError'

function tell(message: string): void {
  console.error(styleText('red', message))
}

function version(): string {
  const about = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
  return (JSON.parse(about) as { version: string }).version
}
