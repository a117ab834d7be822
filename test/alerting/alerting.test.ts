/** Alerts reach their owner: signed, once from many processes, sooner or later, and even without a store. */
import { createHmac } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Alerting } from '../../gateway/alerting/alerting.ts'
import { readChannels } from '../../gateway/alerting/channels.ts'
import { mailer } from '../../gateway/alerting/mail.ts'
import { apis, backends } from '../../gateway/apis.gen.ts'
import { StoreUnavailable } from '../../gateway/store/driver.ts'
import { MemoryRegister } from '../../gateway/store/register/memory.ts'
import { openRegister } from '../../gateway/store/register/open.ts'
import type { Register } from '../../gateway/store/register/register.ts'
import { createLog } from '../../gateway/telemetry/log.ts'
import { owner, type Receiver, signal, startMailServer, startReceiver } from './support.ts'

const log = createLog({ level: 'silent' })
const secret = 'a-secret-of-a-good-length'
const teams = new Set([...backends, ...apis.map(({ contract }) => contract)].map(({ owner }) => owner.team))

let receiver: Receiver
const closing: (() => unknown)[] = []
beforeEach(async () => {
  receiver = await startReceiver()
  closing.push(() => receiver.close())
})
afterEach(async () => {
  vi.useRealTimers()
  for (const close of closing.splice(0).reverse()) await close()
})

const channelsOf = () =>
  readChannels(`'*': [{ webhook: ${receiver.url}, secret: ${secret} }]`, teams, undefined)
const start = (register: Register = new MemoryRegister()) => {
  const alerting = new Alerting({ register, channelsOf: channelsOf(), log })
  closing.push(() => alerting.close())
  return alerting
}
/** When all that was begun is done. */
const settled = (alerting: Alerting) => alerting.close()

test('a webhook is signed as Standard Webhooks has it, and says who and what', async () => {
  const alerting = start()
  alerting.alert(signal('findSales', { facts: { pointer: '/*/state' } }))
  await settled(alerting)
  expect(receiver.received).toHaveLength(1)
  const [{ headers, text, body } = { headers: {}, text: '', body: {} }] = receiver.received
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${text}`
  expect(headers['webhook-signature']).toBe(
    `v1,${createHmac('sha256', secret).update(signed).digest('base64')}`,
  )
  expect(Math.abs(Number(headers['webhook-timestamp']) - Date.now() / 1000)).toBeLessThan(60)
  expect(body).toMatchObject({
    type: 'alerts',
    owner,
    alerts: [{ kind: 'contract-broken', severity: 'critical', api: 'backend/erp/v1', state: 'open' }],
  })
})

test('a thousand times the same is one message', async () => {
  const alerting = start()
  for (let index = 0; index < 1000; index++) alerting.alert(signal())
  await settled(alerting)
  expect(receiver.received).toHaveLength(1)
})

test('two processes that see the same send one message', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'strata-alerts-'))
  const url = `sqlite:${directory}/strata.db`
  const registers = [openRegister(url), openRegister(url)]
  closing.push(async () => {
    for (const register of registers) await register.close()
    rmSync(directory, { recursive: true })
  })
  const processes = registers.map(start)
  for (let index = 0; index < 20; index++)
    for (const alerting of processes) alerting.alert(signal(`operation${index % 4}`))
  for (const alerting of processes) await settled(alerting)
  const ids = receiver.received.flatMap(({ body }) => body.alerts.map(({ id }: { id: string }) => id))
  expect(ids).toHaveLength(4)
  expect(new Set(ids).size).toBe(4)
})

describe('a channel that does not take it', () => {
  test('is tried again later, by whichever process is there', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const register = new MemoryRegister()
    receiver.status = 503
    const first = start(register)
    first.alert(signal())
    await settled(first)
    expect((await first.list())[0]?.due?.attempts).toBe(1)

    receiver.status = 204
    const second = start(register)
    vi.setSystemTime(Date.now() + 6_000)
    await second.list()
    second.resolve({ kind: 'drift', api: 'nothing', subject: 'nothing' })
    await settled(second)
    expect(receiver.received).toHaveLength(2)
    expect((await second.list())[0]?.due).toBeUndefined()
  })

  test('does not keep the alert from another one, which gets it once', async () => {
    const other = await startReceiver()
    closing.push(() => other.close())
    const alerting = new Alerting({
      register: new MemoryRegister(),
      channelsOf: readChannels(
        `finance-systems: [{ webhook: ${receiver.url}, secret: ${secret} }, { webhook: ${other.url}, secret: ${secret} }]`,
        teams,
        undefined,
      ),
      log,
    })
    vi.useFakeTimers({ toFake: ['Date'] })
    other.status = 500
    alerting.alert(signal())
    await settled(alerting)
    other.status = 200
    vi.setSystemTime(Date.now() + 6_000)
    alerting.resolve({ kind: 'drift', api: 'nothing', subject: 'nothing' })
    await settled(alerting)
    expect([receiver.received.length, other.received.length]).toEqual([1, 2])
  })
})

test('many alerts of one owner come in few messages', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const alerting = start()
  for (let index = 0; index < 40; index++) alerting.alert(signal(`operation${index}`))
  await settled(alerting)
  expect(receiver.received).toHaveLength(5)
  vi.setSystemTime(Date.now() + 61_000)
  alerting.resolve({ kind: 'drift', api: 'nothing', subject: 'nothing' })
  await settled(alerting)
  expect(receiver.received).toHaveLength(6)
  expect(receiver.received.flatMap(({ body }) => body.alerts)).toHaveLength(40)
})

test('what is silenced is kept and not told, until the silence ends', async () => {
  const alerting = start()
  const until = Date.now() + 60_000
  const silence = await alerting.silences.add({ api: 'backend/erp/v1', until, by: 'ops', note: 'n' })
  alerting.alert(signal())
  await settled(alerting)
  expect(receiver.received).toEqual([])
  expect((await alerting.list())[0]).toMatchObject({ times: 1, state: 'open' })
  alerting.alert({ ...signal(), api: 'backend/crm/v1' })
  await settled(alerting)
  expect(receiver.received).toHaveLength(1)
  expect(await alerting.silences.end(silence.id)).toBeDefined()
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.setSystemTime(Date.now() + 11_000)
  alerting.alert(signal())
  await settled(alerting)
  expect(receiver.received).toHaveLength(2)
})

test('while the store is away, owners are told all the same', async () => {
  const away = new MemoryRegister()
  away.revision = away.put = async () => {
    throw new StoreUnavailable('away')
  }
  const alerting = start(away)
  alerting.alert(signal())
  await settled(alerting)
  expect(receiver.received).toHaveLength(1)
})

describe('mail', () => {
  test('goes to the contact of the contract, without anything being set up for the team', async () => {
    const server = await startMailServer()
    closing.push(server.close)
    const mail = mailer(server.url, 'strata@strata.example')
    const alerting = new Alerting({
      register: new MemoryRegister(),
      channelsOf: readChannels(undefined, teams, mail),
      log,
    })
    alerting.alert(signal('findSales', { summary: 'The ERP answers nonsense\r\nBcc: everybody@example.com' }))
    await settled(alerting)
    mail.close()
    expect(server.mails).toHaveLength(1)
    expect(server.mails[0]?.to).toEqual([owner.contact])
    expect(server.mails[0]?.text).toMatch(/Subject: \[finance-systems\] The ERP answers nonsense/)
    const [headers = ''] = server.mails[0]?.text.split('\n\n') ?? []
    expect(headers).not.toMatch(/^Bcc:/m)
  })
})

describe('who is told how', () => {
  const mail = mailer('smtp://127.0.0.1:9', 'strata@strata.example')

  test('every owner of a contract is reached where mail can be sent', () => {
    const of = readChannels(undefined, teams, mail)
    for (const { owner } of [...backends, ...apis.map(({ contract }) => contract)])
      expect(of(owner).map(({ name }) => name)).toEqual([`mail ${owner.contact}`])
  })

  test.each([
    ['a team nobody is', 'finance: []', /no contract is owned by finance/],
    ['no secret', `'*': [{ webhook: 'https://x.example' }]`, /secret/],
    ['a short secret', `'*': [{ webhook: 'https://x.example', secret: abc }]`, /24/],
    ['no URL', `'*': [{ webhook: 'ftp://x.example', secret: ${secret} }]`, /Invalid URL/],
    ['no YAML', '{', /ALERT_CHANNELS/],
  ])('%s is a mistake in the settings', (_, text, message) => {
    expect(() => readChannels(text, teams, mail)).toThrow(message)
  })

  test('mail without a server is a mistake in the settings', () => {
    expect(() => readChannels(`'*': [{ mail: a@b.example }]`, teams, undefined)).toThrow(/SMTP_URL/)
  })

  test('the name of a channel, which is logged, has no key in it', () => {
    const of = readChannels(
      `'*': [{ webhook: 'https://x.example/a?key=hidden', secret: ${secret} }]`,
      teams,
      mail,
    )
    expect(of(owner)[0]?.name).toBe('webhook https://x.example/a')
  })
})
