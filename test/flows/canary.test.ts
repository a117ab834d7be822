/** What is personal or secret stands in no log and in no file, whether things go well or not. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { seed } from '../../gateway/sandbox/seed/main.ts'
import { startStrata, topologies } from '../support/topologies.ts'

/** Words that stand nowhere else. */
const personal = {
  legalName: 'Kanarienvogel Handelsgesellschaft',
  email: 'kanari.gelb@voliere.example',
  phone: '+49 40 7731 99531',
  street: 'Volierenstieg 4711',
  firstName: 'Zeisigrun',
  lastName: 'Stieglitzhausen',
}
const secrets = {
  SERVICE_KEY: 'service-canary-6f1c93e27ab84d05b9e1c2',
  DATA_KEY: 'data-canary-0b7d55a1e93c4f628dd3a7c4',
  API_KEY_PEPPER: 'pepper-canary-94c1e7d2f05b43a6881e0f',
}
const customer = seed.customers.find(({ billing }) => billing === 'active')?.customerId as string

const newcomer = {
  legalName: personal.legalName,
  displayName: 'Voliere',
  email: personal.email,
  phone: personal.phone,
  address: { street: personal.street, city: 'Hamburg', postalCode: '20457', country: 'DE' },
  contact: { firstName: personal.firstName, lastName: personal.lastName, email: personal.email },
}

describe.each(topologies)('%s', (topology) => {
  const directory = mkdtempSync(join(tmpdir(), 'strata-canary-'))
  afterAll(() => rmSync(directory, { recursive: true, force: true }))

  test('keeps what it was told to itself', { timeout: 60_000 }, async () => {
    const STORE_URL = `sqlite:${directory}/store/strata.db`
    const strata = await startStrata(topology, undefined, {
      env: { ...secrets, STORE_URL, LOG_LEVEL: 'trace' },
    })
    const tokens: string[] = []
    const tokenOf = async (consumer: string, customerId?: string) => {
      const token = await strata.token(consumer, customerId)
      tokens.push(token)
      return token
    }
    const send = async (
      path: string,
      consumer: string,
      body?: unknown,
      customerId?: string,
      how: object = {},
    ) => {
      const [layer = ''] = path.split('/')
      const url = strata.urlOf[layer === 'admin' ? 'process' : (layer as keyof typeof strata.urlOf)]
      return fetch(`${url}/${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          authorization: `Bearer ${await tokenOf(consumer, customerId)}`,
          'idempotency-key': randomUUID(),
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...how,
        },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      })
    }
    const fault = (backend: 'crm' | 'erp', kind: object) =>
      fetch(`${strata.sandboxes[backend]}/__faults`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(kind),
      })
    const mend = (backend: 'crm' | 'erp') =>
      fetch(`${strata.sandboxes[backend]}/__faults`, { method: 'DELETE' })
    const customers = 'experience/partner-portal/v1/customers'

    try {
      // All is well.
      expect((await send(customers, 'partner-portal', newcomer)).status).toBe(201)
      const note = `For ${personal.firstName} ${personal.lastName}`
      const cart = { lines: [{ sku: 'WID-001', quantity: 1 }], note }
      expect((await send('experience/storefront/v1/checkout', 'storefront-web', cart, customer)).status).toBe(
        201,
      )
      // It goes on later, and is kept until then.
      await fault('erp', { kind: 'status', status: 503, match: 'party.party.create', times: 4 })
      const accepted = await send(customers, 'partner-portal', newcomer)
      expect(accepted.status).toBe(202)
      const operation = accepted.headers.get('location')?.slice(1) ?? ''
      await vi.waitFor(
        async () => {
          const { state } = (await (await send(operation, 'partner-portal')).json()) as { state: string }
          expect(state).toBe('completed')
        },
        { timeout: 20_000, interval: 300 },
      )
      await mend('erp')
      // A backend fails, and one says what it must not.
      await fault('crm', { kind: 'status', status: 500, times: 3 })
      await send(`process/customer-360/v1/customers/${customer}/overview`, 'order-desk')
      await mend('crm')
      // Clients are wrong, with all they have.
      const email = encodeURIComponent(personal.email)
      expect(
        (await send(`experience/mobile/v1/home?email=${email}`, 'mobile-app', undefined, customer)).status,
      ).toBe(400)
      expect(
        (await send(customers, 'partner-portal', { ...newcomer, phone: personal.phone + personal.email }))
          .status,
      ).toBe(400)
      expect((await send(customers, 'partner-portal', JSON.stringify(newcomer).slice(0, -4))).status).toBe(
        400,
      )
      const token = await tokenOf('mobile-app', customer)
      expect(
        (await fetch(`${strata.publicUrl}/experience/mobile/v1/home?access_token=${token}`)).status,
      ).toBe(401)
      expect(
        (
          await send('experience/mobile/v1/home', 'mobile-app', undefined, customer, {
            cookie: `session=${token}`,
          })
        ).status,
      ).toBe(200)
      // An operator makes a key.
      const made = await send('admin/keys', 'ops', { consumer: 'order-desk', label: 'canary' })
      tokens.push(((await made.json()) as { key: string }).key)
    } finally {
      await strata.stop()
    }

    const log = JSON.stringify(strata.log())
    const files = filesOf(directory)
    expect(log).toContain('"experience/partner-portal/v1"')
    expect(files.length).toBeGreaterThan(10_000)
    for (const word of [
      ...Object.values(personal),
      ...Object.values(secrets),
      strata.erp.password,
      ...tokens,
    ]) {
      expect(log.includes(word), `the log has ${word}`).toBe(false)
      expect(files.includes(word), `a file has ${word}`).toBe(false)
    }
  })
})

/** All that was written below a directory, as far as it is text. */
const filesOf = (directory: string): string =>
  readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'))
    .join()
