/** `strata conformance crm|erp`: does a system behave as the adapters rely on? */
import { styleText } from 'node:util'
import { defineCommand } from 'citty'
import { runCrmConformance } from '../conformance/crm.ts'
import { differences, expectedTranscript } from '../conformance/erp/expected.ts'
import { runErpConformance } from '../conformance/erp.ts'
import { Mistake } from './mistake.ts'

const crm = defineCommand({
  meta: {
    name: 'crm',
    description: 'check a Salesforce organisation; touches only records of its own and deletes them',
  },
  args: {
    url: { type: 'string', description: 'login URL', required: true },
    clientId: { type: 'string', description: 'OAuth 2 client', required: true },
    apiVersion: { type: 'string', description: 'REST API version', default: '68.0' },
    json: { type: 'boolean', description: 'print the checks as JSON' },
  },
  async run({ args }) {
    const { url, clientId, apiVersion } = args
    const checks = await runCrmConformance({
      url,
      clientId,
      apiVersion,
      clientSecret: secret('CRM_CLIENT_SECRET'),
    })
    if (args.json) console.log(JSON.stringify(checks))
    else
      for (const { name, ok, detail } of checks)
        console.log(
          `${ok ? styleText('green', 'ok    ') : styleText('red', 'differs')} ${name}${ok ? '' : `: ${detail}`}`,
        )
    process.exitCode = checks.every(({ ok }) => ok) ? 0 : 1
  },
})

const erp = defineCommand({
  meta: {
    name: 'erp',
    description:
      'compare a freshly seeded Tryton server with the transcript the sandbox keeps; leaves trial records behind',
  },
  args: {
    url: { type: 'string', description: 'base URL', required: true },
    database: { type: 'string', description: 'database', default: 'erp' },
    user: { type: 'string', description: 'service user', required: true },
    rpcPath: { type: 'string', description: 'path of JSON-RPC (default /<database>/)' },
    json: { type: 'boolean', description: 'print the transcript as JSON' },
  },
  async run({ args }) {
    const { url, database, user } = args
    const lines = await runErpConformance({
      url,
      database,
      user,
      password: secret('ERP_PASSWORD'),
      rpcPath: args.rpcPath ?? `/${database}/`,
    })
    const differing = differences(expectedTranscript, lines)
    if (args.json) console.log(JSON.stringify({ lines, differences: differing }))
    else {
      for (const { expected = 'nothing', actual = 'nothing' } of differing)
        console.log(`${styleText('green', `- ${expected}`)}\n${styleText('red', `+ ${actual}`)}`)
      console.log(`${lines.length} answers, ${differing.length} not as expected`)
    }
    process.exitCode = differing.length ? 1 : 0
  },
})

export const conformance = defineCommand({
  meta: { name: 'conformance', description: 'check that a backend speaks as the adapters rely on' },
  subCommands: { crm, erp },
})

/** Secrets come from the environment: arguments are visible to every user of the machine. */
function secret(name: string): string {
  const value = process.env[name]
  if (!value) throw new Mistake(`set ${name}`)
  return value
}
