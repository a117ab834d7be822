/** TLS on both ports, and nobody on the internal one without a certificate of the deployment. */
import { copyFileSync, readFileSync, rmSync, utimesSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type ConnectionOptions, connect, type TLSSocket } from 'node:tls'
import { afterAll, expect, test, vi } from 'vitest'
import { createIdentity } from '../../gateway/security/identity.ts'
import { readCertificates, watchCertificates } from '../../gateway/tls.ts'
import { readAnswer, sendRaw, startFixture, request as write } from '../serve/support.ts'
import { startUpstream } from '../serve/upstream.ts'
import { Authority } from '../support/certificates.ts'

const authority = new Authority('strata')
const stranger = new Authority('somebody')
afterAll(() => {
  for (const { directory } of [authority, stranger]) rmSync(directory, { recursive: true })
})
const own = authority.issue('gateway')
const env = {
  TLS_CERT_FILE: own.certFile,
  TLS_KEY_FILE: own.keyFile,
  TLS_CLIENT_CA_FILE: authority.certFile,
  SERVICE_KEY: 'a key of this test alone, 32 bytes and more',
}
const upstream = await startUpstream()
upstream.reply = {}
const below = await startFixture({ env: { ...env, STRATA_SERVE: 'system', VAULT_URL: upstream.url } })
const { publicUrl, internalUrl, token } = await startFixture({
  env: { ...env, STRATA_SERVE: 'experience,process', SYSTEM_URL: below.internalUrl },
})

const dial = (url: string, options: ConnectionOptions = {}): Promise<TLSSocket> =>
  new Promise((resolve, reject) => {
    const { port } = new URL(url)
    const socket = connect({ host: '127.0.0.1', port: Number(port), ca: authority.cert, ...options }, () =>
      resolve(socket),
    ).once('error', reject)
  })

async function ask(url: string, path: string, consumer: string, options?: ConnectionOptions) {
  const socket = await dial(url, options)
  socket.on('error', () => {})
  socket.write(write(`GET ${path}`, { headers: { authorization: `Bearer ${await token(consumer)}` } }))
  try {
    return await readAnswer(socket)
  } finally {
    socket.destroy()
  }
}

const stock = '/process/desk/v1/stock'

test('the public port is encrypted for everybody, and says so', async () => {
  const { status, headers } = await ask(publicUrl, '/experience/shop/v1/items', 'storefront-web')
  expect(status).toBe(200)
  expect(headers['strict-transport-security']).toBe('max-age=31536000')
})

test('the internal port takes those who belong to the deployment, all the way down', async () => {
  const client = authority.issue('order-desk')
  expect((await ask(internalUrl, stock, 'order-desk', client)).status).toBe(200)
})

test.each([
  ['nobody', {}],
  ['somebody of another authority', stranger.issue('order-desk')],
])('the internal port refuses %s', async (_, client) => {
  await expect(ask(internalUrl, stock, 'order-desk', client)).rejects.toThrow()
})

test.each(['TLSv1', 'TLSv1.1'] as const)('speaks no %s', async (maxVersion) => {
  await expect(
    dial(publicUrl, { minVersion: maxVersion, maxVersion, ciphers: 'ALL@SECLEVEL=0' }),
  ).rejects.toThrow()
})

test('believes no backend with a certificate of somebody else', async () => {
  const { certFile, keyFile } = stranger.issue('vault')
  const server = createServer({ cert: readFileSync(certFile), key: readFileSync(keyFile) }, () => asked++)
  let asked = 0
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const store = await startFixture({
    env: {
      ...env,
      TLS_CLIENT_CA_FILE: '',
      STRATA_SERVE: 'system',
      VAULT_URL: `https://127.0.0.1:${port}`,
      VAULT_POLICIES: 'retry: { retriesMax: 0 }',
    },
  })
  const layers = createIdentity(Buffer.from(env.SERVICE_KEY))
  const socket = await dial(store.internalUrl)
  const bearer = await layers.prove('system', { consumer: 'order-desk' })
  socket.write(write('GET /system/store/v1/stock', { headers: { authorization: `Bearer ${bearer}` } }))
  const { status, json } = await readAnswer(socket)
  expect([status, json.type, asked]).toEqual([503, '/problems/upstream-unavailable', 0])
  socket.destroy()
  server.close()
})

test('answers nothing that is not encrypted', async () => {
  const plain = publicUrl.replace('https:', 'http:')
  await expect(sendRaw(plain, write('GET /livez', {}))).rejects.toThrow('closed')
})

test('reads its certificate again when it changes, and not half of it', () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const files = {
    certFile: join(authority.directory, 'changing.crt'),
    keyFile: join(authority.directory, 'changing.key'),
    clientCaFile: undefined,
  }
  const put = ({ certFile, keyFile }: { certFile: string; keyFile?: string }, at: number) => {
    copyFileSync(certFile, files.certFile)
    if (keyFile) copyFileSync(keyFile, files.keyFile)
    utimesSync(files.certFile, at, at)
  }
  put(own, 1)
  const changed = vi.fn()
  const stop = watchCertificates(files, changed)
  vi.advanceTimersByTime(120_000)
  expect(changed).not.toHaveBeenCalled()
  const next = authority.issue('next')
  put({ certFile: next.certFile }, 2)
  vi.advanceTimersByTime(60_000)
  expect(changed).not.toHaveBeenCalled()
  put(next, 2)
  vi.advanceTimersByTime(60_000)
  expect(changed).toHaveBeenCalledExactlyOnceWith(readCertificates(files))
  stop()
  vi.useRealTimers()
})

test.each([
  ['a file that is not there', { TLS_CERT_FILE: '/nowhere.crt' }, /TLS_CERT_FILE: cannot be read/],
  [
    'a key of another certificate',
    { TLS_KEY_FILE: authority.issue('other').keyFile },
    /do not belong together/,
  ],
])('does not start with %s', async (_, wrong, message) => {
  await expect(startFixture({ env: { ...env, ...wrong, SYSTEM_URL: below.internalUrl } })).rejects.toThrow(
    message,
  )
})
