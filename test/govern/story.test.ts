/**
 * How an API gets a second version, from the first edit to the day the first one is gone: with the command line of a
 * checkout, and against the gateway that runs from it. Each step is what the README says of it.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { CommandLine } from './publish/command-line.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const v1 = 'experience/mobile/v1'
const v2 = 'experience/mobile/v2'
const contract = `contracts/${v1}.yaml`
const clock = join(import.meta.dirname, '../support/shifted-clock.ts')

let owner: CommandLine
let gateway: Gateway
beforeAll(async () => {
  owner = new CommandLine('tsconfig.json')
  writeFileSync(join(owner.root, 'clock'), '0')
  // What others work on right now is nothing to this story.
  rmSync(join(owner.root, 'contracts/published'), { recursive: true })
  expect(await owner.strata('publish', '--all', '--author', 'ann@strata.example')).toMatchObject({ code: 0 })
  await owner.commit()
})
afterAll(async () => {
  await gateway?.stop()
  rmSync(owner.root, { recursive: true, force: true })
})

test('the owner edits the contract, and the diff shows whom that breaks', async () => {
  owner.editAll(contract, 'receivedAt', 'placedAt')
  const { code, out } = await owner.strata('diff', v1)
  expect(code).toBe(1)
  expect(out).toContain('breaking  GET /orders/{orderId}, 200 body')
  expect(out).toContain('Responses may come without `receivedAt` now.')
  // A message that the new contract allows, and that no client of the old one understands.
  expect(out).toMatch(
    /curl "\$BASE_URL"'\/experience\/mobile\/v1\/orders\/ORD-\w+' .*# may now answer 200 body: \{.*"placedAt"/,
  )
})

test('so it is not published', async () => {
  const { code, out } = await owner.strata('publish', v1)
  expect(code).toBe(1)
  expect(out).toContain(`npx strata new ${v2} --from v1`)
})

test('the edit becomes a new version, and the first one is as it was, with an end', async () => {
  const { code } = await owner.strata('new', v2, '--from', 'v1')
  expect(code).toBe(0)
  expect(owner.read(`contracts/${v2}.yaml`)).toContain('placedAt')
  expect(owner.read(contract)).not.toContain('placedAt')
  expect(owner.read(contract)).toContain(`successor: ${v2}`)
})

test('the compiler names what is left to do', async () => {
  const { code, out } = await owner.compile()
  expect(code).not.toBe(0)
  const files = [...out.matchAll(/^(\S+\.ts)\(/gm)].map(([, file]) => file)
  expect([...new Set(files)].sort()).toEqual(
    ['home.ts', 'order.ts', 'v1.ts'].map((file) => `experience-apis/mobile/${file}`),
  )
})

test('it is implemented in v2, and v1 says how it looked', async () => {
  owner.edit(
    'experience-apis/mobile/home.ts',
    'orderId,\n  status,\n  receivedAt,\n  total,\n})',
    'orderId,\n  status,\n  placedAt: receivedAt,\n  total,\n})',
  )
  owner.edit('experience-apis/mobile/order.ts', '  receivedAt,\n', '  placedAt: receivedAt,\n')
  writeFileSync(join(owner.root, 'experience-apis/mobile/v1.ts'), adapter)
  expect(await owner.compile()).toMatchObject({ code: 0, out: '' })
})

test('both versions are published together', async () => {
  owner.edit('contracts/consumers.yaml', `uses: [${v1}]`, `uses: [${v1}, ${v2}]`)
  const { code, out } = await owner.strata('publish', v2, v1)
  expect([code, out]).toEqual([0, expect.stringContaining(`${v2} is published as 2.0`)])
  expect(out).toContain(`${v1} is published as 1.1`)
  expect(await owner.strata('publish', '--check')).toMatchObject({ code: 0, error: '' })
})

test('every answer of v1 tells its end, in the shape it always had', async () => {
  gateway = await start(owner)
  const old = await gateway.get(`/${v1}/home`)
  const next = await gateway.get(`/${v2}/home`)
  expect([old.status, next.status]).toEqual([200, 200])
  expect(orderOf(await old.json())).toMatchObject({ receivedAt: expect.any(String) })
  expect(orderOf(await next.json())).toMatchObject({ placedAt: expect.any(String) })
  expect(old.headers.get('deprecation')).toMatch(/^@\d+$/)
  expect(old.headers.get('sunset')).toMatch(/^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/)
  expect(old.headers.get('link')).toContain(`</${v2}>; rel="successor-version"`)
  expect(next.headers.get('deprecation')).toBeNull()
})

test('who still calls v1 is known by name', async () => {
  const { code, out } = await owner.strata('impact', v1, '--url', gateway.internalUrl)
  expect([code, out]).toEqual([0, expect.stringContaining('mobile-app')])
})

test('after its sunset v1 is gone, and says where to go', async () => {
  writeFileSync(join(owner.root, 'clock'), String(370 * 86_400_000))
  await vi.waitFor(async () => expect((await gateway.get(`/${v1}/home`)).status).toBe(410), {
    timeout: 5_000,
  })
  const gone = await gateway.get(`/${v1}/home`)
  expect(await gone.json()).toMatchObject({
    type: '/problems/version-gone',
    detail: expect.stringContaining(`Use /${v2}.`),
  })
  expect(gone.headers.get('link')).toContain(`</${v2}>; rel="successor-version"`)
  expect((await gateway.get(`/${v2}/home`)).status).toBe(200)
})

const adapter = `/** The screens as they were until v2, which does the work: an order was received, not placed. */
import { implement } from '#contracts/experience/mobile/v1'
import type { Home, Order, OrderCard } from '#contracts/experience/mobile/v2'
import { adapt } from '#wire/adapt'
import v2 from './v2.ts'

const toOrder = ({ placedAt, ...order }: Order) => ({ ...order, receivedAt: placedAt })

const toCard = ({ placedAt, ...card }: OrderCard) => ({ ...card, receivedAt: placedAt })

const toHome = ({ orders, ...home }: Home) => ({ ...home, ...(orders && { orders: orders.map(toCard) }) })

export default implement({
  getHome: adapt(v2.handlers.getHome, [200], toHome),
  getOrder: adapt(v2.handlers.getOrder, [200], toOrder),
})
`

const orderOf = (home: unknown) => (home as { orders: readonly object[] }).orders[0]

interface Gateway {
  readonly internalUrl: string
  get(path: string): Promise<Response>
  stop(): Promise<void>
}

/** The gateway of a checkout, whose clock can be set. */
async function start(owner: CommandLine): Promise<Gateway> {
  const env = { ...process.env, SHIFTED_CLOCK: join(owner.root, 'clock') }
  const shim = join(owner.root, 'gateway/cli/strata.mjs')
  const child = spawn(process.execPath, ['--import', clock, shim, 'start', '--quiet'], {
    cwd: owner.root,
    env: { ...env, PUBLIC_PORT: '0', INTERNAL_PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const { publicUrl, internalUrl } = await ready(child)
  return {
    internalUrl,
    async get(path) {
      const issued = await owner.run(process.execPath, ...['--import', clock, shim, 'token', 'mobile-app'])
      return fetch(publicUrl + path, { headers: { authorization: `Bearer ${issued.out.trim()}` } })
    },
    async stop() {
      if (child.exitCode === null && child.kill('SIGTERM')) await once(child, 'exit')
    },
  }
}

interface Ready {
  readonly publicUrl: string
  readonly internalUrl: string
}

function ready(child: ChildProcess): Promise<Ready> {
  return new Promise((resolve, reject) => {
    if (!child.stdout) throw new Error('the output of the gateway is not piped')
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (!line.startsWith('{')) return
      const said = JSON.parse(line) as Ready & { msg?: string }
      if (said.msg === 'ready') resolve(said)
    })
    child.once('exit', (code) => reject(new Error(`strata start ended with ${code}`)))
  })
}
