/** Two people change the same account: the second one must hear of it, and a reader need not fetch what it has. */
import { describe, expect, test } from 'vitest'
import { httpCaller, startCrm } from './support.ts'

const { url } = await startCrm()
const call = await httpCaller(url)

async function newRecord(object: string, body: unknown) {
  const { body: made } = await call('POST', `/sobjects/${object}`, { body })
  const path = `/sobjects/${object}/${made.id}`
  const { headers } = await call('GET', path)
  return { path, etag: headers.get('etag') ?? '', lastModified: headers.get('last-modified') ?? '' }
}
const newAccount = () => newRecord('Account', { Name: 'Original' })
const change = { Name: 'Changed' }

describe('entity tags of an account', () => {
  test('change with every change, within the same second too', async () => {
    const { path, etag } = await newAccount()
    await call('PATCH', path, { body: change })
    expect((await call('GET', path)).headers.get('etag')).not.toBe(etag)
  })

  test('guard a write', async () => {
    const { path, etag } = await newAccount()
    const write = () => call('PATCH', path, { body: change, headers: { 'if-match': etag } })
    expect((await write()).status).toBe(204)
    expect(await write()).toMatchObject({ status: 412, body: [{ errorCode: 'PRECONDITION_FAILED' }] })
  })

  test('spare a read', async () => {
    const { path, etag } = await newAccount()
    const again = () => call('GET', path, { headers: { 'if-none-match': etag } })
    expect((await again()).status).toBe(304)
    expect((await call('HEAD', path, { headers: { 'if-none-match': etag } })).status).toBe(304)
    await call('PATCH', path, { body: change })
    expect((await again()).status).toBe(200)
  })

  test('if-none-match refuses the write of a known version', async () => {
    const { path, etag } = await newAccount()
    const headers = { 'if-none-match': etag }
    expect((await call('PATCH', path, { body: change, headers })).status).toBe(412)
  })
})

describe('dates of any record', () => {
  const hourAgo = new Date(Date.now() - 3_600_000).toUTCString()

  test('spare a read', async () => {
    const { path, lastModified } = await newRecord('Lead', { LastName: 'L', Company: 'C' })
    expect((await call('GET', path, { headers: { 'if-modified-since': lastModified } })).status).toBe(304)
    expect((await call('GET', path, { headers: { 'if-modified-since': hourAgo } })).status).toBe(200)
  })

  test('guard a write', async () => {
    const { path, lastModified, etag } = await newRecord('Lead', { LastName: 'L', Company: 'C' })
    const write = (date: string) =>
      call('PATCH', path, { body: { LastName: 'M' }, headers: { 'if-unmodified-since': date } })
    expect(etag).toBe('')
    expect((await write(hourAgo)).status).toBe(412)
    expect((await write('soon')).status).toBe(400)
    expect((await write(lastModified)).status).toBe(204)
  })
})
