/** Production starts with nothing that is only for development, and says everything that is missing at once. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ConfigError, readConfig } from '../../gateway/config.ts'

const production = {
  NODE_ENV: 'production',
  TLS_CERT_FILE: '/etc/strata/tls.crt',
  TLS_KEY_FILE: '/etc/strata/tls.key',
  SERVICE_KEY: 'a key of this test alone, 32 bytes and more',
  API_KEY_PEPPER: 'a pepper of this test alone, 32 bytes and more',
  DATA_KEY: 'another key of this test alone, 32 bytes and more',
  CRM_URL: 'https://crm.example',
  CRM_CLIENT_ID: 'strata',
  CRM_CLIENT_SECRET: 'secret',
  ERP_URL: 'https://erp.example/',
  ERP_USER: 'strata',
  ERP_PASSWORD: 'secret',
  AUTH_ISSUER: 'https://login.example',
  AUTH_JWKS_URL: 'https://login.example/jwks',
}

const mistakesOf = (env: Record<string, string | undefined>): string[] => {
  try {
    readConfig(env)
    return []
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError)
    return (error as Error).message.split('\n').slice(1)
  }
}

test('takes a complete production environment', () => {
  expect(readConfig(production)).toMatchObject({
    production: true,
    bindAddress: '0.0.0.0',
    erp: { url: 'https://erp.example', rpcPath: '/erp/' },
    auth: { issuer: 'https://login.example' },
  })
})

test('development needs nothing', () => {
  expect(readConfig({})).toMatchObject({
    production: false,
    publicPort: 8080,
    bindAddress: '127.0.0.1',
    auth: undefined,
    crm: undefined,
    erp: undefined,
  })
})

test.each([
  ['the development issuer', ['AUTH_ISSUER', 'AUTH_JWKS_URL'], /issuer/],
  ['the sandbox of the CRM', ['CRM_URL', 'CRM_CLIENT_ID', 'CRM_CLIENT_SECRET'], /CRM/],
  ['the sandbox of the ERP', ['ERP_URL', 'ERP_USER', 'ERP_PASSWORD'], /ERP/],
  ['a key kept in the checkout', ['SERVICE_KEY'], /SERVICE_KEY/],
  ['a pepper kept in the checkout', ['API_KEY_PEPPER'], /API_KEY_PEPPER/],
])('production refuses %s', (_, without, message) => {
  const env = Object.fromEntries(Object.entries(production).filter(([name]) => !without.includes(name)))
  const mistakes = mistakesOf(env)
  expect(mistakes).toHaveLength(1)
  expect(mistakes[0]).toMatch(message)
})

test('lists every mistake at once, and repeats no secret', () => {
  const mistakes = mistakesOf({
    NODE_ENV: 'production',
    PUBLIC_PORT: '80800',
    BODY_BYTES_MAX: '-1',
    LOG_LEVEL: 'loud',
    ERP_URL: 'erp.example',
    CRM_URL: 'https://crm.example',
    CRM_CLIENT_SECRET: 'hush-hush',
    SERVICE_KEY: 'too short',
  })
  const text = mistakes.join('\n')
  for (const name of [
    'PUBLIC_PORT',
    'BODY_BYTES_MAX',
    'LOG_LEVEL',
    'ERP_URL',
    'CRM_CLIENT_ID',
    'AUTH_ISSUER',
    'SERVICE_KEY',
  ])
    expect(text).toContain(name)
  expect(text).not.toMatch(/hush|too short/)
})

test('takes the issuer as it is: it is compared letter by letter', () => {
  const AUTH_ISSUER = 'https://tenant.example/'
  expect(readConfig({ ...production, AUTH_ISSUER }).auth?.issuer).toBe(AUTH_ISSUER)
})

test.each([
  ['PROCESS_URL', 'http://strata:8082/process', /without a path/],
  ['SYSTEM_URL', 'http://strata:8083/?x=1', /without a path/],
  ['CRM_URL', 'https://crm.example/services', /without a path/],
  ['ERP_URL', 'https://erp.example/erp', /without a path.*ERP_RPC_PATH/],
  ['ERP_URL', 'https://strata:hush-hush@erp.example', /without/],
  ['BODY_BYTES_MAX', '2147483648', /2147483647/],
  ['SHUTDOWN_MS', '9999999999', /2147483647/],
  ['INTERNAL_PORT', '8080', /PUBLIC_PORT/],
])('refuses %s=%s', (name, value, message) => {
  const mistakes = mistakesOf({ ...production, [name]: value })
  expect(mistakes).toHaveLength(1)
  expect(mistakes[0]).toContain(`${name}: `)
  expect(mistakes[0]).toMatch(message)
  expect(mistakes[0]).not.toContain('hush-hush')
})

test('reads where other backends are, and refuses what is no URL', () => {
  const { backendUrl } = readConfig({ TAX_RATES_URL: 'https://tax.example/v2', BILLING_URL: 'billing:80' })
  expect(backendUrl('backend/tax-rates/v1')).toBe('https://tax.example/v2')
  expect(backendUrl('backend/none/v1')).toBeUndefined()
  expect(() => backendUrl('backend/billing/v1')).toThrow(ConfigError)
})

test.each([
  ['a key anybody can guess', { SERVICE_KEY: 'ab'.repeat(20) }, /SERVICE_KEY: is easy to guess/],
  ['one key for two uses', { DATA_KEY: production.SERVICE_KEY }, /SERVICE_KEY: is the same as DATA_KEY/],
  ['a store that forgets', { STORE_URL: 'memory:' }, /STORE_URL: memory: forgets/],
  ['a backend in the clear', { ERP_URL: 'http://erp.example' }, /ERP_URL: is not encrypted/],
  [
    'an issuer in the clear',
    { AUTH_JWKS_URL: 'http://login.example/jwks' },
    /AUTH_JWKS_URL: is not encrypted/,
  ],
  ['a store in the clear', { STORE_URL: 'redis://:hush-hush@redis.example' }, /STORE_URL: is not encrypted/],
  [
    'a cluster in the clear',
    { STORE_URL: 'redis+cluster://redis.example:6379' },
    /STORE_URL: is not encrypted/,
  ],
  ['layers in the clear', { PROCESS_URL: 'http://process.example' }, /PROCESS_URL: is not encrypted/],
  [
    'ports in the clear',
    { TLS_CERT_FILE: undefined, TLS_KEY_FILE: undefined },
    /TLS_CERT_FILE, TLS_KEY_FILE: required/,
  ],
  ['limits that are none', { RATE_LIMIT_FACTOR: '1000' }, /RATE_LIMIT_FACTOR: is for load tests/],
  [
    'certificates of anybody',
    { NODE_TLS_REJECT_UNAUTHORIZED: '0' },
    /NODE_TLS_REJECT_UNAUTHORIZED: believes/,
  ],
  ['a debugger', { NODE_OPTIONS: '--inspect=0.0.0.0' }, /NODE_OPTIONS: opens a debugger/],
])('production refuses %s', (_, env, message) => {
  const mistakes = mistakesOf({ ...production, ...env })
  expect(mistakes).toHaveLength(1)
  expect(mistakes[0]).toMatch(message)
  expect(mistakes[0]).not.toContain('hush-hush')
})

test.each([
  { STORE_URL: 'redis://localhost:6379' },
  { STORE_URL: 'rediss://redis.example' },
  { STORE_URL: 'rediss+cluster://redis.example' },
  { PROCESS_URL: 'http://127.0.0.1:8082' },
  { PLAINTEXT: 'allowed', TLS_CERT_FILE: undefined, TLS_KEY_FILE: undefined, ERP_URL: 'http://erp.example' },
  { BIND_ADDRESS: '127.0.0.1', TLS_CERT_FILE: undefined, TLS_KEY_FILE: undefined },
])('production takes %j', (env) => {
  expect(mistakesOf({ ...production, ...env })).toEqual([])
})

test.each([{ TLS_CERT_FILE: 'a' }, { TLS_KEY_FILE: 'a' }, { TLS_CLIENT_CA_FILE: 'a' }])(
  'half of TLS is none: %j',
  (env) => {
    expect(mistakesOf(env).join()).toMatch(/TLS_\w+_FILE: needed for TLS/)
  },
)

test('takes one port twice when only one of them is opened', () => {
  expect(readConfig({ STRATA_SERVE: 'process', INTERNAL_PORT: '8080' }).internalPort).toBe(8080)
  expect(readConfig({ PUBLIC_PORT: '0', INTERNAL_PORT: '0' }).internalPort).toBe(0)
})

test('asks for no backend where no system API is hosted', () => {
  const { CRM_URL: _, ...env } = production
  expect(mistakesOf({ ...env, STRATA_SERVE: 'experience,systemx' })).toEqual([])
  expect(mistakesOf({ ...env, STRATA_SERVE: 'system/erp/v1' })).toHaveLength(1)
})

test('reads secrets from files', () => {
  const directory = mkdtempSync(join(tmpdir(), 'strata-config-'))
  const file = join(directory, 'key')
  writeFileSync(file, `${production.SERVICE_KEY}\n`)
  const { SERVICE_KEY: _, ...env } = production
  expect(readConfig({ ...env, SERVICE_KEY_FILE: file }).serviceKey).toBe(production.SERVICE_KEY)
  expect(mistakesOf({ ...env, SERVICE_KEY_FILE: join(directory, 'none') }).join()).toContain('SERVICE_KEY')
  rmSync(directory, { recursive: true })
})
