/** The end of a process, however the signal comes: from an orchestrator, through npm, or twice from a terminal. */
import { spawnSync } from 'node:child_process'
import { setTimeout as after } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { npmStart, type Run, strata, strataUnder } from './support.ts'

/** Sends a request that waits for the ERP, and resolves when it is in flight. */
async function slowRequest(run: Run, latencyMs: number): Promise<{ readonly status: Promise<number> }> {
  const { publicUrl, sandboxes } = await run.ready()
  const slower = await fetch(`${sandboxes.erp}/__faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'latency', ms: latencyMs, times: 1 }),
  })
  expect(slower.status).toBe(201)
  await run.says('\ncurl ')
  const [, token] = /Bearer ([\w.-]+)/.exec(run.out) ?? []
  const status = fetch(`${publicUrl}/experience/storefront/v1/catalog`, {
    headers: { authorization: `Bearer ${token}` },
  }).then(
    (response) => response.status,
    () => 0,
  )
  await after(200)
  return { status }
}

const toGroup = ({ child }: Run, signal: NodeJS.Signals) => process.kill(-(child.pid as number), signal)

/** A Node that is too old to run Strata itself, where this machine has one. */
const oldNode = ['/usr/bin/node', '/usr/local/bin/node'].find((path) => {
  const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' })
  return /^v2[0-3]\./.test(stdout ?? '')
})

test.each(['SIGTERM', 'SIGINT'] as const)('%s lets the request in flight finish', async (signal) => {
  const run = strata(['start'])
  const { status } = await slowRequest(run, 800)
  run.child.kill(signal)
  expect(await status).toBe(200)
  expect(await run.ended).toMatchObject({ code: 0, err: '' })
})

test('a signal that comes twice lets it finish too', async () => {
  const run = strata(['start'])
  const { status } = await slowRequest(run, 1_000)
  for (const signal of ['SIGINT', 'SIGINT', 'SIGTERM', 'SIGINT'] as const) {
    run.child.kill(signal)
    await after(20)
  }
  expect(await status).toBe(200)
  const { code, out } = await run.ended
  expect(code).toBe(0)
  expect(out).toContain('already stopping')
})

test('who insists gets an end at once', async () => {
  const run = strata(['start'])
  const { status } = await slowRequest(run, 5_000)
  for (let times = 0; times < 3; times++) {
    run.child.kill('SIGINT')
    await after(1_100)
  }
  expect(await status).toBe(0)
  expect((await run.ended).code).toBe(1)
})

test('SIGTERM to npm start ends the server, after the request in flight', async () => {
  const run = npmStart()
  const { internalUrl } = await run.ready()
  const { status } = await slowRequest(run, 1_000)
  run.child.kill('SIGTERM')
  expect(await status).toBe(200)
  await run.ended
  await expect(fetch(internalUrl)).rejects.toThrow()
})

test('Ctrl-C reaches npm, its shell and the server, and breaks no request', async () => {
  const run = npmStart()
  const { status } = await slowRequest(run, 1_000)
  toGroup(run, 'SIGINT')
  expect(await status).toBe(200)
  await run.ended
})

test.skipIf(!oldNode)('Ctrl-C breaks no request when an older Node started Strata', async () => {
  const run = strataUnder(oldNode as string, ['start'])
  const { status } = await slowRequest(run, 1_000)
  toGroup(run, 'SIGINT')
  expect(await status).toBe(200)
  expect((await run.ended).code).toBe(0)
})
