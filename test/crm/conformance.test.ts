/** The sandbox passes the checks a real org must pass, and a run leaves no trace. */
import { expect, test } from 'vitest'
import { runCrmConformance } from '../../gateway/conformance/crm.ts'
import { apiVersion, clientId, clientSecret, login, startCrm } from './support.ts'

const { url, faults } = await startCrm()
const options = { url, clientId, clientSecret, apiVersion }

test('every check passes and the org is as empty as before', async () => {
  const results = await runCrmConformance(options)
  expect(results.filter(({ ok }) => !ok)).toEqual([])
  expect(results.length).toBeGreaterThan(15)
  const connection = await login(url)
  for (const object of ['Account', 'Contact', 'Lead']) {
    expect(await connection.sobject(object).count({})).toBe(0)
  }
})

test('a drifted field is found', async () => {
  faults.set({ kind: 'drift', change: 'rename', field: 'created', to: 'isCreated' })
  const results = await runCrmConformance(options)
  faults.clear()
  expect(results.filter(({ ok }) => !ok).map(({ name }) => name)).toEqual([
    'an upsert creates an account',
    'a second upsert updates it',
  ])
})

test('a failed login is the only result', async () => {
  const results = await runCrmConformance({ ...options, clientSecret: 'wrong' })
  expect(results).toMatchObject([{ ok: false, detail: 'login answered 400' }])
})
