/** Each fault switch shows callers the misbehaviour it is named after, and nothing else. */
import { beforeEach, describe, expect, test } from 'vitest'
import { seed } from '../../gateway/sandbox/seed/main.ts'
import { httpCaller, login, startCrm } from './support.ts'

const { url, faults } = await startCrm({ seed })
const call = await httpCaller(url)
const read = (options = {}) => call('GET', '/query?q=SELECT+Id,+Status+FROM+Lead+LIMIT+1', options)

beforeEach(() => faults.clear())

test('latency delays the answer', async () => {
  faults.set({ kind: 'latency', ms: 60 })
  const start = performance.now()
  expect((await read()).status).toBe(200)
  expect(performance.now() - start).toBeGreaterThanOrEqual(59)
})

test('hang leaves the caller to its own timeout', async () => {
  faults.set({ kind: 'hang' })
  await expect(read({ signal: AbortSignal.timeout(80) })).rejects.toMatchObject({ name: 'TimeoutError' })
})

test('status is an error in the words of the CRM', async () => {
  faults.set({ kind: 'status', status: 503 })
  expect(await read()).toMatchObject({ status: 503, body: [{ errorCode: 'SERVER_UNAVAILABLE' }] })
})

test('a status without a word of its own is an error all the same', async () => {
  faults.set({ kind: 'status', status: 502 })
  expect(await read()).toMatchObject({ status: 502, body: [{ errorCode: 'UNKNOWN_EXCEPTION' }] })
})

test('throttle names the time to wait', async () => {
  faults.set({ kind: 'throttle', retryAfterSeconds: 7 })
  const reply = await read()
  expect(reply).toMatchObject({ status: 429, body: [{ errorCode: 'REQUEST_LIMIT_EXCEEDED' }] })
  expect(reply.headers.get('retry-after')).toBe('7')
})

test('dropAfterCommit loses the answer but not the record', async () => {
  const path = '/sobjects/Account/External_Id__c/CUS-DROP'
  faults.set({ kind: 'dropAfterCommit', match: 'PATCH', times: 1 })
  await expect(call('PATCH', path, { body: { Name: 'Committed' } })).rejects.toThrow()
  expect(await call('GET', path)).toMatchObject({ status: 200, body: { Name: 'Committed' } })
  expect(await call('PATCH', path, { body: { Name: 'Again' } })).toMatchObject({ body: { created: false } })
})

test('expireSession makes everybody log in again', async () => {
  const { url, faults } = await startCrm()
  const call = await httpCaller(url)
  faults.set({ kind: 'expireSession' })
  for (const _ of [1, 2]) {
    expect(await call('GET', '/limits')).toMatchObject({
      status: 401,
      body: [{ errorCode: 'INVALID_SESSION_ID' }],
    })
  }
  await expect((await login(url)).limits()).resolves.toBeDefined()
})

describe('drift', () => {
  const lead = async () => (await read()).body.records[0]

  test('renames a field', async () => {
    faults.set({ kind: 'drift', change: 'rename', field: 'Status', to: 'Stage' })
    expect(await lead()).toMatchObject({ Stage: 'Open - Not Contacted' })
    expect(await lead()).not.toHaveProperty('Status')
  })

  test('changes its type', async () => {
    faults.set({ kind: 'drift', change: 'retype', field: 'Status', value: 3 })
    expect(await lead()).toMatchObject({ Status: 3 })
  })

  test('empties it', async () => {
    faults.set({ kind: 'drift', change: 'null', field: 'Status' })
    expect(await lead()).toMatchObject({ Status: null })
  })
})

describe('a fault', () => {
  test('hits only the calls it names', async () => {
    faults.set({ kind: 'status', status: 500, match: 'FROM Lead' })
    expect((await read()).status).toBe(500)
    expect((await call('GET', '/sobjects/Account/describe')).status).toBe(200)
  })

  test('is spent after its times', async () => {
    faults.set({ kind: 'status', status: 500, times: 2 })
    const statuses = []
    for (const _ of [1, 2, 3]) statuses.push((await read()).status)
    expect(statuses).toEqual([500, 500, 200])
  })

  test('can be the token endpoint', async () => {
    faults.set({ kind: 'status', status: 503, match: '/services/oauth2/token' })
    await expect(login(url)).rejects.toThrow()
  })
})
