/** What the door refuses, byte by byte: each refusal is a problem document that repeats nothing, and reaches no handler. */
import { describe, expect, test } from 'vitest'
import { type ProblemSlug, problems } from '../../contracts/problems.ts'
import { bodies } from './bad-input/bodies.ts'
import { callers } from './bad-input/callers.ts'
import { framing } from './bad-input/framing.ts'
import { headers } from './bad-input/headers.ts'
import { methods } from './bad-input/methods.ts'
import { mark, writer } from './bad-input/row.ts'
import { targets } from './bad-input/targets.ts'
import { sendRaw, startFixture } from './support.ts'

const { publicUrl, internalUrl, token, calls } = await startFixture({
  env: {
    BODY_BYTES_MAX: '524288',
    PUBLIC_HOSTS: 'gateway.example,a',
    INTERNAL_HOSTS: 'gateway.example,a',
    TRUSTED_PROXIES: '127.0.0.0/8',
  },
})
const bearer = `Bearer ${await token('storefront-web')}`
const write = writer(bearer)

const unparsed = framing(write)
const parsed = [
  ...bodies(write),
  ...targets(write),
  ...methods(write),
  ...headers(write),
  ...callers(write, bearer, `Bearer ${await token('nothing-yet')}`),
]

/** The same API behind the other port. */
const inside = (bytes: string | Buffer): Buffer =>
  Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll('/experience/', '/process/'), 'latin1')

const ports = [
  ['public', publicUrl, (bytes: string | Buffer) => bytes],
  ['internal', internalUrl, inside],
] as const

/** Refused by the HTTP parser, before there is a request that could carry a trace. */
const traceless = new Set<ProblemSlug>([
  'malformed-request',
  'uri-too-long',
  'not-implemented',
  'header-too-large',
])

describe.each(ports)('the %s port', (_, url, at) => {
  for (const [name, bytes, slug, pointers] of [...parsed, ...unparsed])
    test(`refuses ${name}`, async () => {
      const reached = calls.count
      const answer = await sendRaw(url, at(bytes))
      const { status, title } = problems[slug]
      expect(answer.json).toMatchObject({ type: `/problems/${slug}`, title, status })
      expect(answer.status).toBe(status)
      expect(answer.headers).toMatchObject({
        'content-type': 'application/problem+json',
        'cache-control': 'no-store',
      })
      expect(answer.json.errors?.map(({ pointer }: { pointer: string }) => pointer)).toEqual(pointers)
      if (status === 401) expect(answer.headers['www-authenticate']).toMatch(/^Bearer realm="strata"/)
      expect(JSON.stringify(answer.headers) + answer.text).not.toContain(mark)
      expect(calls.count).toBe(reached)
      if (!traceless.has(slug)) expect(answer.json.traceId).toMatch(/^[0-9a-f]{32}$/)
    })
})

test.each([
  ['public', publicUrl, '/process/desk/v1/stock'],
  ['internal', internalUrl, '/experience/shop/v1/items'],
])('the %s port knows nothing of the other', async (_, url, path) => {
  expect((await sendRaw(url, write.get(path))).json.type).toBe('/problems/not-found')
})

test('nothing that was refused has changed what every object inherits', () => {
  expect(Object.keys(Object.getPrototypeOf({}))).toEqual([])
  expect(({} as { x?: unknown }).x).toBeUndefined()
})
