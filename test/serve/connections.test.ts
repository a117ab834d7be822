/** A port has no more connections than it can serve, and idle ones make room. */
import { expect, test } from 'vitest'
import { api, writer } from './bad-input/row.ts'
import { dial, readAnswer, sendRaw, startFixture } from './support.ts'

const { publicUrl, token } = await startFixture({ env: { CONNECTIONS_MAX: '10' } })
const { get } = writer(`Bearer ${await token('storefront-web')}`)

test('connections beyond the limit are closed, until others make room', async () => {
  const idle = await Promise.all(Array.from({ length: 10 }, () => dial(publicUrl)))
  for (const socket of idle) {
    socket.on('error', () => {})
    socket.write(get(`${api}/items`))
    expect((await readAnswer(socket)).status).toBe(200)
  }
  await expect(sendRaw(publicUrl, get(`${api}/items`))).rejects.toThrow()
  // Those that were idle are gone: whoever comes next is served.
  await expect
    .poll(
      () =>
        sendRaw(publicUrl, get(`${api}/items`)).then(
          ({ status }) => status,
          () => 0,
        ),
      { timeout: 5_000 },
    )
    .toBe(200)
  for (const socket of idle) socket.destroy()
})
