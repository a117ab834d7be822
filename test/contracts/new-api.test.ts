/** A new API is one contract and one handler file; a consumer that shall call it is one entry more. */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkout } from '../support/checkout.ts'

const contract = `openapi: 3.1.0
info:
  title: Kiosk
  version: 1.0.0
  x-owner: { team: kiosks, contact: kiosks@strata.example, oncall: https://oncall.strata.example/kiosks }
  x-uses: { orders: process/order-to-cash/v1 }
servers: [{ url: /experience/kiosk/v1 }]
security: [{ consumer: [] }]
paths:
  /screens/{size}:
    get:
      operationId: showScreen
      parameters:
        - { name: size, in: path, required: true, schema: { type: integer, minimum: 1, maximum: 9 } }
        - { name: shout, in: query, schema: { type: boolean, default: false } }
      responses:
        '200':
          description: What the screen shows.
          content:
            application/json:
              schema:
                type: object
                additionalProperties: false
                required: [lines]
                properties: { lines: { type: array, maxItems: 9, items: { type: string, maxLength: 200 } } }
        default: { $ref: ../../shared/problem.yaml#/components/responses/Problem }
components:
  securitySchemes:
    consumer: { $ref: ../../shared/security.yaml#/components/securitySchemes/consumer }
`

const handler = `import { implement, ok } from '#contracts/experience/kiosk/v1'

export default implement({
  async showScreen({ params, query }, { orders }) {
    const products = await orders.listProducts({ query: { limit: params.size } })
    const lines = products.body.items.map(({ name }) => (query.shout ? name.toUpperCase() : name))
    return ok({ lines })
  },
})
`

const consumer = `
  - id: kiosk
    description: The screens in our shops.
    owner: { team: kiosks, contact: kiosks@strata.example }
    plan: standard
    uses: [experience/kiosk/v1]
`

let root: string
let gateway: ChildProcess
let url: string
let tokens: Readonly<Record<'kiosk' | 'mobile-app', string>>

beforeAll(async () => {
  root = checkout()
  write('contracts/experience/kiosk/v1.yaml', contract)
  write('experience-apis/kiosk/v1.ts', handler)
  appendFileSync(join(root, 'contracts/consumers.yaml'), consumer)
  await strata('generate')
  gateway = spawn(process.execPath, [shim(), 'start', '--quiet'], {
    cwd: root,
    env: { ...process.env, PUBLIC_PORT: '0', INTERNAL_PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  url = await publicUrlOf(gateway)
  tokens = { kiosk: await strata('token', 'kiosk'), 'mobile-app': await strata('token', 'mobile-app') }
})
afterAll(async () => {
  if (gateway?.exitCode === null && gateway.kill('SIGTERM')) await once(gateway, 'exit')
  rmSync(root, { recursive: true, force: true })
})

describe('after strata generate, and nothing else', () => {
  const get = (path: string, caller?: keyof typeof tokens) =>
    fetch(`${url}/experience/kiosk/v1${path}`, {
      headers: caller ? { authorization: `Bearer ${tokens[caller]}` } : {},
    })

  test('it is served', async () => {
    const response = await get('/screens/2?shout=true', 'kiosk')
    expect(response.status).toBe(200)
    const { lines } = (await response.json()) as { lines: readonly string[] }
    expect(lines).toHaveLength(2)
    expect(lines).toEqual(lines.map((line) => line.toUpperCase()))
  })

  test('a default is there for the handler', async () => {
    const { lines } = (await (await get('/screens/1', 'kiosk')).json()) as { lines: readonly string[] }
    expect(lines[0]).not.toBe(lines[0]?.toUpperCase())
  })

  test('what breaks its contract is refused', async () => {
    const responses = await Promise.all([get('/screens/ten', 'kiosk'), get('/screens/2?loud=1', 'kiosk')])
    expect(responses.map(({ status }) => status)).toEqual([400, 400])
    expect(await responses[0]?.json()).toMatchObject({
      type: '/problems/validation-failed',
      errors: [{ in: 'path', detail: 'must be of type integer' }],
    })
  })

  test('who is not registered for it is kept out', async () => {
    expect((await get('/screens/2')).status).toBe(401)
    expect((await get('/screens/2', 'mobile-app')).status).toBe(403)
  })

  test('its contract is published', async () => {
    const response = await get('/openapi.json')
    expect(await response.json()).toMatchObject({
      info: { title: 'Kiosk' },
      paths: { '/screens/{size}': {} },
    })
    const catalog = await (await fetch(`${url}/.well-known/api-catalog`)).text()
    expect(catalog).toContain('/experience/kiosk/v1')
  })
})

function write(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true })
  writeFileSync(join(root, file), text)
}

const shim = () => join(root, 'gateway/cli/strata.mjs')

async function strata(...args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [shim(), ...args], { cwd: root })
  return stdout.trim()
}

function publicUrlOf(process: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    if (!process.stdout) throw new Error('the output of the gateway is not piped')
    createInterface({ input: process.stdout }).on('line', (line) => {
      if (!line.startsWith('{')) return
      const { msg, publicUrl } = JSON.parse(line) as { msg?: string; publicUrl?: string }
      if (msg === 'ready' && publicUrl) resolve(publicUrl)
    })
    process.once('exit', (code) => reject(new Error(`strata start ended with ${code}`)))
  })
}
