/** What differs between deployments, read once from the environment. Everything else lives in the contracts. */
import type { Layer } from '../contracts/contract.ts'
import { type Environment, list, readSetting, url } from './setting.ts'
import { type Settings, settings } from './settings.ts'
import type { TlsFiles } from './tls.ts'
import { unsafeIn } from './unsafe.ts'

export { settings }

export interface Config {
  readonly production: boolean
  readonly publicPort: number
  readonly internalPort: number
  readonly bindAddress: string
  /** `undefined`: no TLS. */
  readonly tls: TlsFiles | undefined
  readonly connectionsMax: number
  /** `undefined`: any. */
  readonly publicHosts: readonly string[] | undefined
  readonly internalHosts: readonly string[] | undefined
  readonly trustedProxies: readonly string[]
  readonly serve: readonly string[]
  readonly processUrl: string | undefined
  readonly systemUrl: string | undefined
  /** `undefined`: the embedded sandbox. */
  readonly crm: { readonly url: string; readonly clientId: string; readonly clientSecret: string } | undefined
  readonly crmApiVersion: string
  /** Where other backends are, by contract: `BILLING_URL` for `backend/billing/v1`. */
  backendUrl(id: string): string | undefined
  /** Where an outside party is, and the secrets that sign what it gets: `WEBHOOK_MARKETING_URL` for `marketing`. */
  webhook(id: string): { readonly url: string; readonly secrets: readonly string[] } | undefined
  readonly webhookLoopback: boolean
  /** Other `x-policies` than those of the contract, in YAML: `BILLING_POLICIES` for `backend/billing/v1`. */
  backendPolicies(id: string): string | undefined
  readonly erp:
    | { readonly url: string; readonly rpcPath: string; readonly user: string; readonly password: string }
    | undefined
  /** `undefined`: the embedded development issuer. */
  readonly auth: { readonly issuer: string; readonly jwksUrl: string } | undefined
  readonly audience: string
  readonly serviceKey: string | undefined
  readonly apiKeyPepper: string | undefined
  readonly storeUrl: string | undefined
  readonly dataKey: string | undefined
  readonly driftLearn: number
  /** Who is told how; read where the teams are known. */
  readonly alertChannels: string | undefined
  readonly mail: { readonly url: string; readonly from: string } | undefined
  readonly leaseMs: number
  readonly observeEvery: number
  readonly rateLimitFactor: number
  readonly bodyBytesMax: number
  readonly shutdownMs: number
  readonly logLevel: string
  /** Keeps what development needs to remember. */
  readonly stateDirectory: string
  readonly traceSampleRatio: number
  readonly otlpEndpoint: string | undefined
}

/** Everything that is wrong with the environment, one line each. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'

  constructor(mistakes: readonly string[], options?: ErrorOptions) {
    super(`The environment is not usable:\n${mistakes.map((mistake) => `  ${mistake}`).join('\n')}`, options)
  }
}

/** Whether STRATA_SERVE names a layer, or an API of it. */
export const hostsLayer = (serve: readonly string[], layer: Layer): boolean =>
  serve.some((item) => item === 'all' || item.split('/')[0] === layer)

/** @throws ConfigError that lists every mistake at once */
export function readConfig(env: Environment): Config {
  const mistakes: string[] = []
  const values = Object.fromEntries(
    Object.entries(settings).map(([name, setting]) => [name, readSetting(name, setting, env, mistakes)]),
  ) as Settings
  const production = values.NODE_ENV === 'production'
  const isWrong = (name: string) => mistakes.some((mistake) => mistake.startsWith(`${name}: `))
  const together = (what: string, names: readonly (keyof Settings)[]) => {
    const missing = names.filter((name) => values[name] === undefined && !isWrong(name))
    if (missing.length && missing.length < names.length)
      mistakes.push(
        `${missing.join(', ')}: needed with ${names.filter((name) => !missing.includes(name)).join(', ')} for ${what}`,
      )
    else if (missing.length && production)
      mistakes.push(`${names.join(', ')}: required in production (${what})`)
    return missing.length === 0
  }
  const serve = values.STRATA_SERVE ?? ['all']
  const hostsSystem = hostsLayer(serve, 'system')
  const crm =
    hostsSystem &&
    together('the CRM; without them the sandbox is used', ['CRM_URL', 'CRM_CLIENT_ID', 'CRM_CLIENT_SECRET'])
  const erp =
    hostsSystem &&
    together('the ERP; without them the sandbox is used', ['ERP_URL', 'ERP_USER', 'ERP_PASSWORD'])
  const auth = together('the issuer; without them the development issuer is used', [
    'AUTH_ISSUER',
    'AUTH_JWKS_URL',
  ])
  for (const name of ['SERVICE_KEY', 'API_KEY_PEPPER', 'DATA_KEY'] as const) {
    const key = values[name]
    if (key === undefined && production && !isWrong(name)) mistakes.push(`${name}: required in production`)
    if (key !== undefined && Buffer.byteLength(key) < 32) mistakes.push(`${name}: must be at least 32 bytes`)
  }
  const certificate = ['TLS_CERT_FILE', 'TLS_KEY_FILE'] as const
  const lacking = certificate.filter((name) => values[name] === undefined)
  if (lacking.length && (lacking.length < certificate.length || values.TLS_CLIENT_CA_FILE !== undefined))
    mistakes.push(`${lacking.join(', ')}: needed for TLS`)
  if (production) mistakes.push(...unsafeIn(values, env))
  const publicPort = values.PUBLIC_PORT ?? 8080
  const internalPort = values.INTERNAL_PORT ?? 8081
  if (publicPort !== 0 && publicPort === internalPort && hostsLayer(serve, 'experience'))
    mistakes.push('INTERNAL_PORT: must be another port than PUBLIC_PORT')
  if (mistakes.length) throw new ConfigError(mistakes)
  const database = values.ERP_DB ?? 'erp'
  return {
    production,
    publicPort,
    internalPort,
    bindAddress: values.BIND_ADDRESS ?? (production ? '0.0.0.0' : '127.0.0.1'),
    tls:
      lacking.length === 0
        ? {
            certFile: values.TLS_CERT_FILE as string,
            keyFile: values.TLS_KEY_FILE as string,
            clientCaFile: values.TLS_CLIENT_CA_FILE,
          }
        : undefined,
    connectionsMax: values.CONNECTIONS_MAX ?? 10_000,
    publicHosts: values.PUBLIC_HOSTS,
    internalHosts: values.INTERNAL_HOSTS,
    trustedProxies: values.TRUSTED_PROXIES ?? [],
    serve,
    processUrl: values.PROCESS_URL,
    systemUrl: values.SYSTEM_URL,
    crm: crm
      ? {
          url: values.CRM_URL as string,
          clientId: values.CRM_CLIENT_ID as string,
          clientSecret: values.CRM_CLIENT_SECRET as string,
        }
      : undefined,
    webhook(id) {
      const wrong: string[] = []
      const name = `WEBHOOK_${id.toUpperCase().replaceAll('-', '_')}`
      const target = readSetting(`${name}_URL`, { meaning: '', read: url }, env, wrong) as string | undefined
      const shared = { meaning: '', secret: true, read: list }
      const secrets = readSetting(`${name}_SECRET`, shared, env, wrong) as readonly string[] | undefined
      if (target && !target.startsWith('https:') && values.WEBHOOK_LOOPBACK !== 'true')
        wrong.push(`${name}_URL: must be an https URL`)
      if (target && !secrets?.length) wrong.push(`${name}_SECRET: needed with ${name}_URL`)
      if (wrong.length) throw new ConfigError(wrong)
      return target && secrets ? { url: target, secrets } : undefined
    },
    webhookLoopback: values.WEBHOOK_LOOPBACK === 'true',
    backendUrl(id) {
      const wrong: string[] = []
      const setting = { meaning: 'where a backend is', read: url }
      const value = readSetting(`${variableOf(id)}_URL`, setting, env, wrong)
      if (wrong.length) throw new ConfigError(wrong)
      return value as string | undefined
    },
    backendPolicies: (id) => env[`${variableOf(id)}_POLICIES`],
    crmApiVersion: values.CRM_API_VERSION ?? '68.0',
    erp: erp
      ? {
          url: values.ERP_URL as string,
          rpcPath: values.ERP_RPC_PATH ?? `/${database}/`,
          user: values.ERP_USER as string,
          password: values.ERP_PASSWORD as string,
        }
      : undefined,
    auth: auth
      ? { issuer: values.AUTH_ISSUER as string, jwksUrl: values.AUTH_JWKS_URL as string }
      : undefined,
    audience: values.AUTH_AUDIENCE ?? 'strata',
    serviceKey: values.SERVICE_KEY,
    apiKeyPepper: values.API_KEY_PEPPER,
    storeUrl: values.STORE_URL,
    dataKey: values.DATA_KEY,
    driftLearn: values.DRIFT_LEARN ?? 5_000,
    alertChannels: values.ALERT_CHANNELS,
    mail: values.SMTP_URL
      ? { url: values.SMTP_URL, from: values.ALERT_MAIL_FROM ?? 'strata@localhost' }
      : undefined,
    leaseMs: values.LEASE_MS ?? 15_000,
    observeEvery: values.OBSERVE_EVERY ?? 100,
    rateLimitFactor: values.RATE_LIMIT_FACTOR ?? 1,
    bodyBytesMax: values.BODY_BYTES_MAX ?? 1 << 20,
    shutdownMs: values.SHUTDOWN_MS ?? 30_000,
    logLevel: values.LOG_LEVEL ?? 'info',
    stateDirectory: '.strata',
    traceSampleRatio: values.OTEL_TRACES_SAMPLER_ARG ?? 0.01,
    otlpEndpoint: values.OTEL_EXPORTER_OTLP_ENDPOINT,
  }
}

/** How the environment calls a backend: `BILLING` for `backend/billing/v1`. */
const variableOf = (id: string) => id.split('/')[1]?.toUpperCase().replaceAll('-', '_')
