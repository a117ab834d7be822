/** `strata policies`: a table for people, JSON for programs, one sentence when there is no answer. */
import { expect, test } from 'vitest'
import { strata } from './support.ts'

test('asks a running gateway, with a token of its own', async () => {
  const start = strata(['start', '--quiet'])
  const { internalUrl } = await start.ready()
  const shown = await strata(['policies', '--url', internalUrl]).ended
  expect(shown).toMatchObject({ code: 0, err: '' })
  const [heading, ...rows] = shown.out.split('\n')
  expect(heading).toMatch(/backend +owner +breaker/)
  expect(rows.find((row) => row.startsWith('backend/erp/v1 read'))).toMatch(/finance-systems +closed +0 +0/)
  expect(shown.out).toMatch(/^cache +0 replies/m)

  const json = await strata(['policies', '--url', internalUrl, '--json']).ended
  expect(JSON.parse(json.out)).toMatchObject({
    upstreams: expect.arrayContaining([expect.objectContaining({ upstream: 'backend/crm/v1 write' })]),
  })

  const refused = await strata(['policies', '--url', internalUrl, '--token', 'no.to.ken']).ended
  expect([refused.code, refused.out]).toEqual([1, ''])
  expect(refused.err).toContain(`${internalUrl} answered 401: The caller is not known`)
})

test('says so when nothing answers', async () => {
  const { code, err } = await strata(['policies', '--url', 'http://127.0.0.1:9']).ended
  expect(code).toBe(1)
  expect(err.trim()).toBe(
    'nothing answers at http://127.0.0.1:9: start Strata, or say where it is with --url',
  )
})

test('needs a token where the development issuer is not the issuer', async () => {
  const issuer = { AUTH_ISSUER: 'https://id.example', AUTH_JWKS_URL: 'https://id.example/jwks' }
  const { code, err } = await strata(['policies'], issuer).ended
  expect([code, err.trim()]).toEqual([
    1,
    'AUTH_ISSUER is set: give a token of https://id.example with --token',
  ])
})
