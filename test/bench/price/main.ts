/**
 * `npm run bench:keys`: what it costs to remember a write with a key, in Redis and in SQLite, against a gateway that
 * remembers nothing. The write is to cancel an order, which is cancelled by then: one record, begun and completed.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { seed } from '../../../gateway/sandbox/seed/main.ts'
import { developmentIssuer } from '../../../gateway/security/issuer.ts'
import { startRedis } from '../../store/drivers.ts'
import { startBackends } from '../../support/backends.ts'
import { start } from '../processes.ts'
import { report, type Sample } from './report.ts'
import { Writes } from './writes.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    'per-second': { type: 'string', default: '200' },
    seconds: { type: 'string', default: '3' },
    requests: { type: 'string', default: '2000' },
    json: { type: 'boolean', default: false },
  },
})
const USERS = 16

const [order] = seed.orders
const path = `/process/order-to-cash/v1/orders/${order?.orderId}/cancel`
const directory = mkdtempSync(join(tmpdir(), 'strata-price-'))
const issuer = await developmentIssuer(directory)
const headers = { authorization: `Bearer ${await issuer.issue({ consumer: 'order-desk' }, 'strata')}` }
const redis = await startRedis()
const backends = await startBackends()
const contenders = [
  { name: 'nothing', env: { REMEMBERS: 'nothing', STORE_URL: 'memory:' } },
  { name: 'Redis', env: { STORE_URL: redis.url } },
  { name: 'SQLite', env: { STORE_URL: `sqlite:${directory}/strata.db` } },
]
const ports = { PUBLIC_PORT: '0', INTERNAL_PORT: '0', STATE_DIRECTORY: directory }
const running = []
try {
  for (const { name, env } of contenders) {
    const gateway = await start('price/gateway.ts', { ...backends.env, ...ports, ...env })
    const writes = new Writes(gateway.url, path, headers)
    await writes.untilTaken()
    await writes.busily(Number(values.requests), USERS)
    running.push({ name, gateway, writes })
  }
  const samples: Sample[] = []
  for (let round = 0; round < Number(values.rounds); round++)
    for (const { name, gateway, writes } of round % 2 ? running.toReversed() : running) {
      if (process.stderr.isTTY) process.stderr.write(`\r\x1b[Kround ${round + 1}: ${name}`)
      const tookMs = await writes.steadily(Number(values['per-second']), Number(values.seconds))
      const before = await gateway.cpuMicros()
      await writes.busily(Number(values.requests), USERS)
      const cpuMicros = ((await gateway.cpuMicros()) - before) / Number(values.requests)
      samples.push({ name, round, tookMs, cpuMicros })
    }
  for (const { name, writes } of running)
    if (writes.refused > 0)
      console.log(`${writes.refused} writes were refused by the one that remembers ${name}`)
  console.log(values.json ? JSON.stringify(samples) : report(samples))
} finally {
  for (const { gateway, writes } of running) {
    await writes.close()
    await gateway.stop()
  }
  await Promise.all([redis.stop(), backends.close()])
  rmSync(directory, { recursive: true, force: true })
}
