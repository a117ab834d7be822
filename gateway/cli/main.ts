/** `strata`: everything an operator or API owner does, one file each. */
import { defineCommand, runMain } from 'citty'

const command = defineCommand({
  meta: { name: 'strata', description: 'API-led connectivity gateway' },
  subCommands: {
    start: () => import('./start.ts').then((module) => module.start),
    generate: () => import('./generate.ts').then((module) => module.generateCommand),
    token: () => import('./token.ts').then((module) => module.token),
    conformance: () => import('./conformance.ts').then((module) => module.conformance),
  },
})

await runMain(command)
