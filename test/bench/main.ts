/**
 * `npm run bench`: what `GET /experience/mobile/v1/home` costs through three layers in one process, against a BFF by
 * hand, against the same layers as four processes, and against itself without policies, looking at every call, or not
 * watching for drift. All make the same two recorded backend calls.
 */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs, styleText } from 'node:util'
import { request } from 'undici'
import { startCrmSandbox } from '../../gateway/sandbox/crm/main.ts'
import { startErpSandbox } from '../../gateway/sandbox/erp/main.ts'
import { seed } from '../../gateway/sandbox/seed/main.ts'
import { developmentIssuer } from '../../gateway/security/issuer.ts'
import { home, startContenders } from './contenders.ts'
import { judge } from './goals.ts'
import { type Measurement, measure } from './measure.ts'
import { measurePairs } from './pairs.ts'
import { start } from './processes.ts'
import { type Recording, record } from './recording.ts'

const { values } = parseArgs({
  options: {
    // Many short rounds: what else the machine does then falls on all contenders alike.
    rounds: { type: 'string', default: '28' },
    requests: { type: 'string', default: '1500' },
    json: { type: 'boolean', default: false },
  },
})
const progress = (text: string) => {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`)
}

const customerId = seed.customers[0]?.customerId ?? ''
const directory = mkdtempSync(join(tmpdir(), 'strata-bench-'))
const issuer = await developmentIssuer(directory)
const headers = {
  authorization: `Bearer ${await issuer.issue({ consumer: 'mobile-app', customerId }, 'strata')}`,
}

const { recording, secrets } = await recordHome()
const backend = await start('backend.ts', { RECORDING: JSON.stringify(recording) })
const backends = { ...secrets, CRM_URL: backend.url, ERP_URL: backend.url }
const strataEnv = { ...backends, STATE_DIRECTORY: directory, PUBLIC_PORT: '0', INTERNAL_PORT: '0' }
const contenders = await startContenders({ recording, backendUrl: backend.url, customerId, strataEnv })
try {
  await sameAnswers()
  const options = { rounds: Number(values.rounds), requests: Number(values.requests), headers, progress }
  const policies = await measurePairs(
    [
      { name: 'strata with policies', file: 'strata.ts' },
      { name: 'strata without policies', file: 'bare.ts' },
    ],
    { ...options, path: home, env: strataEnv },
  )
  const observing = await measurePairs(
    [
      { name: 'strata that looks at every call', file: 'observing-all.ts' },
      { name: 'strata that looks at none', file: 'observing-none.ts' },
    ],
    { ...options, path: home, env: strataEnv },
  )
  const drift = await measurePairs(
    [
      { name: 'strata that watches for drift', file: 'strata.ts' },
      { name: 'strata that does not watch', file: 'drift-none.ts' },
    ],
    { ...options, path: home, env: strataEnv },
  )
  report([...(await measure(contenders, options)), ...policies, ...observing, ...drift])
} finally {
  await Promise.all([backend, ...contenders.flatMap(({ processes }) => processes)].map((one) => one.stop()))
  rmSync(directory, { recursive: true })
}

/** One request through Strata and the sandboxes, with what it asked the backends. */
async function recordHome(): Promise<{ recording: Recording; secrets: Record<string, string> }> {
  const secret = randomUUID()
  const crm = await startCrmSandbox({
    seed,
    clientId: 'bench',
    clientSecret: secret,
    apiVersion: '68.0',
  })
  const erp = await startErpSandbox({ seed, user: 'bench', password: secret })
  const proxies = [await record(crm.url), await record(erp.url)] as const
  const secrets = {
    CRM_CLIENT_ID: 'bench',
    CRM_CLIENT_SECRET: secret,
    ERP_USER: 'bench',
    ERP_PASSWORD: secret,
  }
  const env = { ...secrets, CRM_URL: proxies[0].url, ERP_URL: proxies[1].url, STATE_DIRECTORY: directory }
  const strata = await start('strata.ts', { ...env, PUBLIC_PORT: '0', INTERNAL_PORT: '0' })
  const { statusCode, body } = await request(strata.url + home, { headers })
  if (statusCode !== 200) throw new Error(`the home screen answered ${statusCode}: ${await body.text()}`)
  await body.dump()
  await strata.stop()
  const all = proxies.flatMap((proxy) => proxy.recording)
  for (const proxy of proxies) proxy.close()
  await Promise.all([crm.close(), erp.close()])
  // The replay stands in for the CRM: it has to send its clients to itself.
  const recording = all.map((one) => ({ ...one, body: one.body.replaceAll(proxies[0].url, '{backend}') }))
  return { recording, secrets }
}

/** A fair comparison answers the same, if not at the same moment. */
async function sameAnswers(): Promise<void> {
  const timeless = (key: string, value: unknown) => (key === 'asOf' ? '' : value)
  const answers = await Promise.all(
    contenders.map(async ({ url }) =>
      JSON.stringify(await (await request(url, { headers })).body.json(), timeless),
    ),
  )
  for (const [index, answer] of answers.entries())
    if (answer !== answers[0])
      throw new Error(`${contenders[index]?.name} answers ${answer}, not ${answers[0]}`)
}

function report(measurements: readonly Measurement[]): void {
  progress('')
  const results = judge(measurements)
  if (values.json) console.log(JSON.stringify(results))
  else {
    for (const { name, micros } of measurements) {
      const sorted = micros.toSorted((a, b) => a - b)
      console.log(
        `${name.padEnd(34)} ${sorted[sorted.length >> 1]?.toFixed(0).padStart(6)} µs of processor time per request`,
      )
    }
    for (const { name, against, ratio, unit, goal, ok } of results)
      console.log(
        `${ok ? styleText('green', 'ok   ') : styleText('red', 'missed')} ${name} / ${against}: ${ratio.median} (${ratio.min} to ${ratio.max}) ${unit}, goal ${goal}`,
      )
  }
  if (results.some(({ ok }) => !ok)) process.exitCode = 1
}
