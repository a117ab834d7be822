/** What a host says of itself: pages for people, catalog and contracts for programs, each for its own port's APIs. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { contract as admin } from '../../contracts/generated/admin.ts'
import { contract as hub } from '../../contracts/generated/hub.ts'
import { problems } from '../../contracts/problems.ts'
import { apis, backends, events } from '../../gateway/apis.gen.ts'
import { readConfig } from '../../gateway/config.ts'
import { startGateway } from '../../gateway/gateway.ts'
import { readConsumers } from '../../gateway/security/consumers.ts'
import { developmentIssuer } from '../../gateway/security/issuer.ts'
import { pages } from '../../gateway/serve/console-pages.ts'
import { createLog } from '../../gateway/telemetry/log.ts'

const stateDirectory = mkdtempSync(join(tmpdir(), 'strata-surface-'))
const nowhere = 'http://127.0.0.1:9'
const gateway = await startGateway({
  config: {
    ...readConfig({ NODE_ENV: 'test', PUBLIC_PORT: '0', INTERNAL_PORT: '0' }),
    crm: { url: nowhere, clientId: 'none', clientSecret: 'none' },
    erp: { url: nowhere, rpcPath: '/erp/', user: 'none', password: 'none' },
    stateDirectory,
  },
  apis,
  backends,
  events,
  consumers: readConsumers(),
  log: createLog({ level: 'silent' }),
})
afterAll(async () => {
  await gateway.close()
  rmSync(stateDirectory, { recursive: true })
})

const contracts = [...apis.map(({ contract }) => contract), admin, hub]
const isPublic = ({ layer }: (typeof contracts)[number]) => layer === 'experience'

describe.each([
  ['public', gateway.publicUrl ?? '', contracts.filter(isPublic)],
  ['internal', gateway.internalUrl, contracts.filter((contract) => !isPublic(contract))],
])('the %s port', (_, url, own) => {
  const ids = own.map(({ id }) => id)
  const others = contracts.filter(({ id }) => !ids.includes(id))
  const get = (path: string, init?: RequestInit) => fetch(url + path, init)
  const text = async (path: string) => (await get(path)).text()

  test('has APIs', () => {
    expect(ids.length).toBeGreaterThan(0)
  })

  test('introduces its APIs, and only those, to a person', async () => {
    const response = await get('/')
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    const page = await response.text()
    for (const id of ids) expect(page).toContain(`/${id}`)
    for (const { id } of others) expect(page).not.toContain(id)
  })

  test('links from its pages only to what is there', async () => {
    for (const path of ['/', '/problems', '/docs', '/problems/not-found'])
      for (const [, target = ''] of (await text(path)).matchAll(/(?:href|src)="([^"]+)"/g)) {
        if (target.startsWith('data:')) continue
        expect(target).toMatch(/^\//)
        expect([target, (await get(target)).status]).toEqual([target, 200])
      }
  })

  test('allows its pages nothing from elsewhere', async () => {
    for (const path of ['/', '/docs', '/problems', '/problems/conflict']) {
      const { headers } = await get(path)
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toMatch(/^default-src 'none'/)
      expect(policy).not.toMatch(/https?:|\*|unsafe-eval|script-src[^;]*unsafe-inline/)
    }
    for (const path of ['/docs', '/docs/start.js'])
      expect(await text(path)).not.toMatch(/["'(](?:https?:)?\/\//)
  })

  test('serves Swagger UI with each of its APIs', async () => {
    const types = {
      '/docs/swagger-ui.css': 'text/css',
      '/docs/swagger-ui-bundle.js': 'text/javascript',
      '/docs/swagger-ui-standalone-preset.js': 'text/javascript',
      '/docs/start.js': 'text/javascript',
    }
    for (const [path, type] of Object.entries(types))
      expect((await get(path)).headers.get('content-type')).toBe(type)
    const [, urls = ''] = /urls: (\[.*\])/.exec(await text('/docs/start.js')) ?? []
    const listed: unknown[] = JSON.parse(urls)
    expect(listed).toHaveLength(ids.length)
    for (const id of ids) expect(listed).toContainEqual({ url: `/${id}/openapi.json`, name: id })
    for (const path of ['/docs/package.json', '/docs/..%2fpackage.json', '/docs/toString'])
      expect((await get(path)).status).toBeGreaterThanOrEqual(400)
  })

  test('publishes its contracts word for word', async () => {
    for (const { id, document } of own) {
      const json = await get(`/${id}/openapi.json`)
      expect(json.headers.get('content-type')).toBe('application/json')
      expect(await json.json()).toEqual(document)
      const yaml = await get(`/${id}/openapi.yaml`)
      expect(yaml.headers.get('content-type')).toBe('application/yaml')
      expect(parse(await yaml.text(), { maxAliasCount: 0 })).toEqual(document)
    }
    for (const { id } of others) expect((await get(`/${id}/openapi.json`)).status).toBe(404)
  })

  test('lists its APIs in the API catalog (RFC 9727)', async () => {
    const response = await get('/.well-known/api-catalog')
    expect(response.headers.get('content-type')).toBe(
      'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"',
    )
    const { linkset } = (await response.json()) as { linkset: Link[] }
    const [catalog, ...entries] = linkset
    const paths = ids.map((id) => `/${id}`).sort()
    expect(catalog?.item?.map(({ href }) => href).sort()).toEqual(paths)
    expect(entries.map(({ anchor }) => anchor).sort()).toEqual(paths)
    for (const { anchor, ...relations } of linkset)
      for (const { href } of [{ href: anchor }, ...(Object.values(relations).flat() as { href: string }[])])
        expect([href, (await get(href)).status]).toEqual([href, 200])
  })

  test('points to the catalog for HEAD', async () => {
    const response = await get('/.well-known/api-catalog', { method: 'HEAD' })
    expect(response.headers.get('link')).toBe('</.well-known/api-catalog>; rel="api-catalog"')
    expect(await response.text()).toBe('')
  })

  test('shows an API to who opens its prefix', async () => {
    const response = await get(`/${ids[0]}`, { redirect: 'manual' })
    expect(response.status).toBe(302)
    expect(response.headers.get('location')).toBe(
      `/docs?urls.primaryName=${encodeURIComponent(ids[0] ?? '')}`,
    )
  })

  test('explains each problem it can answer with', async () => {
    const list = await text('/problems')
    for (const [slug, { title, status }] of Object.entries(problems)) {
      expect(list).toContain(`href="/problems/${slug}"`)
      const page = await text(`/problems/${slug}`)
      expect(page).toContain(`status ${status}`)
      expect(page).toContain(title.replaceAll("'", '&#39;'))
      expect(page).not.toContain('`')
    }
    for (const slug of ['toString', 'nothing'])
      expect(await (await get(`/problems/${slug}`)).json()).toMatchObject({ type: '/problems/not-found' })
  })

  test('refuses to change what can only be read, and says what it has', async () => {
    const readable = [
      '/',
      '/docs',
      '/docs/start.js',
      '/docs/swagger-ui.css',
      '/problems',
      '/problems/conflict',
    ]
    for (const path of [...readable, '/livez', '/.well-known/api-catalog', `/${ids[0]}/openapi.json`]) {
      for (const method of ['POST', 'DELETE']) {
        const response = await get(path, { method })
        expect([path, response.status]).toEqual([path, 405])
        expect(response.headers.get('allow')).toBe('GET, HEAD, OPTIONS')
        expect(await response.json()).toMatchObject({ type: '/problems/method-not-allowed' })
      }
      expect((await get(path, { method: 'OPTIONS' })).status).toBe(204)
    }
  })

  test('is alive', async () => {
    const response = await get('/livez')
    expect([response.status, await response.text()]).toEqual([200, 'ok'])
  })
})

interface Link {
  readonly anchor: string
  readonly item?: readonly { readonly href: string }[]
  readonly [relation: string]: unknown
}

test('only the internal port says whether it is ready', async () => {
  const ready = await fetch(`${gateway.internalUrl}/readyz`)
  expect([ready.status, await ready.json()]).toEqual([200, { ready: true, reasons: [] }])
  expect((await fetch(`${gateway.publicUrl}/readyz`)).status).toBe(404)
  const refused = await fetch(`${gateway.internalUrl}/readyz`, { method: 'POST' })
  expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS'])
})

test('every operation of the product that is not for everybody refuses a stranger', async () => {
  for (const contract of contracts)
    for (const { method, path, security } of Object.values(contract.operations)) {
      if (security.length === 0) continue
      const url = contract.layer === 'experience' ? gateway.publicUrl : gateway.internalUrl
      const { status } = await fetch(`${url}/${contract.id}${path.replaceAll(/\{.*?\}/g, 'x')}`, { method })
      expect([contract.id, path, status]).toEqual([contract.id, path, 401])
    }
})

describe('the console', () => {
  const at = (path: string, headers: Record<string, string> = {}) =>
    fetch(gateway.internalUrl + path, { headers })
  const bearer = async (consumer: string) => {
    const issuer = await developmentIssuer(stateDirectory)
    return { authorization: `Bearer ${await issuer.issue({ consumer }, 'strata')}` }
  }

  test('may load and call what is on its host, and nothing else', async () => {
    for (const path of pages) {
      const response = await at(path)
      expect(response.status).toBe(200)
      const policy = response.headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self';")
      expect(policy).not.toMatch(/unsafe|https?:|\*/)
      expect(await response.text()).not.toMatch(
        /<script(?![^>]* src="\/console\/)|<style|https?:\/\/(?!www\.w3\.org)/,
      )
    }
  })

  test('is small, and sent again only when it changed', async () => {
    let length = 0
    for (const path of ['/console', '/console/console.js', '/console/console.css']) {
      const response = await at(path)
      length += gzipSync(await response.bytes()).length
      const etag = response.headers.get('etag')
      if (etag) expect((await at(path, { 'if-none-match': etag })).status).toBe(304)
    }
    expect(length).toBeLessThan(100_000)
  })

  test('tells what goes on to operators alone', async () => {
    expect((await at('/console/live')).status).toBe(401)
    expect((await at('/console/live', await bearer('mobile-app'))).status).toBe(403)
    const response = await at('/console/live', await bearer('ops'))
    expect(response.headers.get('content-type')).toBe('text/event-stream')
    const reader = response.body?.getReader()
    const { value } = (await reader?.read()) ?? {}
    expect(new TextDecoder().decode(value)).toMatch(/^event: overview\ndata: \{"at":".*\}\n\n$/)
    await reader?.cancel()
  })

  test('is not on the public port', async () => {
    for (const path of ['/console', '/console/console.js', '/console/live'])
      expect((await fetch(gateway.publicUrl + path)).status).toBe(404)
  })
})
