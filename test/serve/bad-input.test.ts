/** What the door refuses, byte by byte: each refusal is a problem document that repeats nothing, and reaches no handler. */
import { expect, test } from 'vitest'
import { problems } from '../../contracts/problems.ts'
import { bodies } from './bad-input/bodies.ts'
import { callers } from './bad-input/callers.ts'
import { framing } from './bad-input/framing.ts'
import { headers } from './bad-input/headers.ts'
import { methods } from './bad-input/methods.ts'
import { mark, writer } from './bad-input/row.ts'
import { targets } from './bad-input/targets.ts'
import { sendRaw, startFixture } from './support.ts'

const { publicUrl, token, calls } = await startFixture({ env: { BODY_BYTES_MAX: '65536' } })
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

for (const [name, bytes, slug, pointers] of [...parsed, ...unparsed])
  test(`refuses ${name}`, async () => {
    const reached = calls.count
    const answer = await sendRaw(publicUrl, bytes)
    const { status, title } = problems[slug]
    expect(answer.json).toMatchObject({ type: `/problems/${slug}`, title, status })
    expect(answer.status).toBe(status)
    expect(answer.headers['content-type']).toBe('application/problem+json')
    expect(answer.json.errors?.map(({ pointer }: { pointer: string }) => pointer)).toEqual(pointers)
    if (status === 401) expect(answer.headers['www-authenticate']).toMatch(/^Bearer realm="strata"/)
    expect(JSON.stringify(answer.headers) + answer.text).not.toContain(mark)
    expect(calls.count).toBe(reached)
  })

/** Refused by the HTTP parser, before there is a request that could carry a trace. */
const traceless = new Set(['malformed-request', 'uri-too-long', 'not-implemented'])

for (const [name, bytes, slug] of parsed)
  if (!traceless.has(slug))
    test(`names the trace when it refuses ${name}`, async () => {
      expect((await sendRaw(publicUrl, bytes)).json.traceId).toMatch(/^[0-9a-f]{32}$/)
    })
