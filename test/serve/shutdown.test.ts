/** The end of a process: requests under way are answered, new ones go elsewhere, and the wait has a limit. */
import { setTimeout as after } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { api, writer } from './bad-input/row.ts'
import { dial, readAnswer, startFixture } from './support.ts'

const waits = (ms: number) => `${api}/waits?ms=${ms}`

test('breaks no request of 64 busy connections', { timeout: 30_000 }, async () => {
  const { gateway, publicUrl, token } = await startFixture()
  const { get } = writer(`Bearer ${await token('storefront-web')}`)
  const tally = { answered: 0, broken: 0, refused: 0 }
  let closing = false

  /** As a client with one connection does: asks again and again, and connects anew when told to close. */
  const client = async (): Promise<void> => {
    for (;;) {
      const socket = await dial(publicUrl).catch(() => undefined)
      if (!socket) {
        tally.refused++
        return
      }
      for (;;) {
        socket.write(get(waits(Math.floor(Math.random() * 30))))
        const answer = await readAnswer(socket).catch(() => undefined)
        if (answer?.status === 200) tally.answered++
        else tally.broken++
        if (answer?.headers.connection === 'close' || !answer) break
      }
      socket.destroy()
      if (closing && tally.broken) return
    }
  }
  const clients = Promise.all(Array.from({ length: 64 }, client))
  await after(500)
  closing = true
  const before = tally.answered
  const startedAt = performance.now()
  await gateway.close()
  expect(performance.now() - startedAt).toBeLessThan(3_000)
  await clients
  expect(before).toBeGreaterThan(64)
  expect(tally).toMatchObject({ broken: 0, refused: 64 })
  expect(tally.answered).toBeGreaterThanOrEqual(before + 64)
})

test('finishes what is in flight, and takes nothing new', async () => {
  const { gateway, publicUrl, internalUrl, token } = await startFixture()
  const { get } = writer(`Bearer ${await token('storefront-web')}`)
  const busy = await dial(publicUrl)
  const operator = await dial(internalUrl)
  operator.write(get('/readyz'))
  expect((await readAnswer(operator)).json).toEqual({ ready: true, reasons: [] })
  busy.write(get(waits(700)))
  await after(100)

  const closed = gateway.close()
  operator.write(get('/readyz'))
  const readiness = await readAnswer(operator)
  expect(readiness.status).toBe(503)
  expect(readiness.json).toEqual({ ready: false, reasons: ['shutting down'] })
  await expect(dial(publicUrl)).rejects.toThrow('ECONNREFUSED')

  const answer = await readAnswer(busy)
  expect(answer.json).toEqual({ waited: 700 })
  expect(answer.headers.connection).toBe('close')
  await closed
})

test('does not wait for connections that are only open', async () => {
  const { gateway, publicUrl } = await startFixture()
  const idle = await dial(publicUrl)
  const startedAt = performance.now()
  await gateway.close()
  expect(performance.now() - startedAt).toBeLessThan(1_500)
  idle.destroy()
})

test('cuts a request that takes longer than the limit', async () => {
  const { gateway, publicUrl, token } = await startFixture({ env: { SHUTDOWN_MS: '300' } })
  const { get } = writer(`Bearer ${await token('storefront-web')}`)
  const busy = await dial(publicUrl)
  busy.write(get(waits(2_900)))
  await after(100)
  const answer = expect(readAnswer(busy)).rejects.toThrow('closed')
  const startedAt = performance.now()
  await gateway.close()
  const tookMs = performance.now() - startedAt
  expect(tookMs).toBeGreaterThan(250)
  expect(tookMs).toBeLessThan(1_500)
  await answer
})
