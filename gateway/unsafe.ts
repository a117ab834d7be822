/** What production refuses, each with what to do instead: a table, so that nothing is forgotten and all is said at once. */
import type { Environment } from './setting.ts'

type Values = Readonly<Record<string, unknown>>

interface Rule {
  readonly settings: readonly string[]
  /** What is wrong with a setting, if anything is. */
  finds(value: string, name: string, values: Values, env: Environment): string | undefined
}

const keys = ['SERVICE_KEY', 'API_KEY_PEPPER', 'DATA_KEY']
const ENCRYPT = 'or set PLAINTEXT=allowed where something else encrypts'
/** Of a random key of 32 bytes in any notation, hardly any has so few. */
const CHARACTERS_MIN = 10

const rules: readonly Rule[] = [
  {
    settings: keys,
    finds: (value) =>
      new Set(value).size < CHARACTERS_MIN
        ? 'is easy to guess: make it with openssl rand -base64 32'
        : undefined,
  },
  {
    settings: keys,
    finds: (value, name, values) => {
      const other = keys.find((one) => one < name && values[one] === value)
      return other && `is the same as ${other}: who has one of them must not have the other`
    },
  },
  {
    settings: ['STORE_URL'],
    finds: (value) =>
      value.startsWith('memory:')
        ? 'memory: forgets what was accepted, and is refused in production'
        : undefined,
  },
  {
    settings: ['AUTH_ISSUER', 'AUTH_JWKS_URL', 'PROCESS_URL', 'SYSTEM_URL', 'CRM_URL', 'ERP_URL'],
    finds: (value, _, values) =>
      isPlain(values) && value.startsWith('http:') && !isHere(value)
        ? `is not encrypted: use https:, ${ENCRYPT}`
        : undefined,
  },
  {
    settings: ['STORE_URL'],
    finds: (value, _, values) =>
      isPlain(values) && /^redis(\+\w+)?:/.test(value) && !isHere(value)
        ? `is not encrypted: use rediss:, ${ENCRYPT}`
        : undefined,
  },
  {
    settings: ['RATE_LIMIT_FACTOR'],
    finds: (value) =>
      Number(value) > 1 ? 'is for load tests: change the plans of consumers.yaml' : undefined,
  },
  {
    settings: ['NODE_TLS_REJECT_UNAUTHORIZED'],
    finds: (value) =>
      value === '0'
        ? 'believes every certificate: add the right authority with NODE_EXTRA_CA_CERTS'
        : undefined,
  },
  {
    settings: ['NODE_OPTIONS'],
    finds: (value) =>
      /--inspect/.test(value) ? 'opens a debugger, which may do anything: remove it' : undefined,
  },
]

/** @param values of the settings, as far as they can be used */
export function unsafeIn(values: Values, env: Environment): readonly string[] {
  const mistakes = rules.flatMap(({ settings, finds }) =>
    settings.flatMap((name) => {
      const value = values[name] ?? (name.startsWith('NODE_') ? env[name] : undefined)
      const found = value === undefined ? undefined : finds(String(value), name, values, env)
      return found === undefined ? [] : [`${name}: ${found}`]
    }),
  )
  const address = String(values.BIND_ADDRESS ?? '0.0.0.0')
  if (isPlain(values) && values.TLS_CERT_FILE === undefined && !/^(127\.|::1$|localhost$)/.test(address))
    mistakes.push(`TLS_CERT_FILE, TLS_KEY_FILE: required in production, ${ENCRYPT}`)
  return mistakes
}

const isPlain = ({ PLAINTEXT }: Values): boolean => PLAINTEXT !== 'allowed'

/** Whether what is sent there never leaves the machine. */
const isHere = (url: string): boolean =>
  /\/\/(?:[^/@]*@)?(?:localhost|127\.[\d.]+|\[::1\])(?::\d+)?(?:\/|$)/.test(url)
