/** Who may call is said, and secrets stay out of contracts and addresses. */
import type { Keys, Node } from '../../generate/rule.ts'
import { conjuncts } from './contract.ts'
import { isNode, isServed, type LintRule } from './rule.ts'

export const securityRules: readonly LintRule[] = [
  {
    id: 'security',
    purpose: 'What is open is open by decision, never by omission.',
    check(contract, report) {
      if (!isServed(contract)) return
      for (const { keys, operation } of contract.operations) {
        const own = 'security' in operation
        const security = (own ? operation.security : contract.document.security) as Node[] | undefined
        if (!security?.length || security.some((names) => Object.keys(names).length === 0))
          report(
            own ? [...keys, 'security'] : keys,
            `${operation.operationId} can be called by anybody: add security with a scheme of shared/security.yaml`,
          )
      }
    },
  },
  {
    id: 'secrets-in-addresses',
    purpose: 'Addresses end up in logs, histories and referrers.',
    check({ document, operations }, report) {
      const { securitySchemes = {} } = (document.components ?? {}) as {
        securitySchemes?: Record<string, Node>
      }
      for (const [name, scheme] of Object.entries(securitySchemes))
        if (scheme.type === 'apiKey' && scheme.in === 'query')
          report(
            ['components', 'securitySchemes', name],
            `the key of ${name} is sent in the address: send it in a header`,
          )
      for (const { parameters } of operations)
        for (const { keys, parameter } of parameters)
          if (['query', 'path'].includes(parameter.in) && isSecretName(parameter.name))
            report(keys, `${parameter.name} is sent in the address: send it in the body or a header`)
    },
  },
  {
    id: 'no-secrets',
    purpose: 'Contracts are read by everybody and kept for ever.',
    check({ document, schemas }, report) {
      for (const [keys, text] of texts(document, []))
        for (const [pattern, what] of secrets)
          if (pattern.test(text)) report(keys, `this is ${what}: replace it, revoke it, and write … instead`)
      for (const { keys, schema } of schemas)
        for (const [name, part] of Object.entries(isNode(schema.properties) ? schema.properties : {}))
          if (isNode(part) && (isSecretName(name) || part['x-secret'] === true))
            for (const key of ['default', 'const', 'example', 'examples', 'enum'])
              if (key in part)
                report(
                  [...keys, 'properties', name, key],
                  `${name} is a secret and has a value here: remove ${key}`,
                )
    },
  },
  {
    id: 'personal-data',
    purpose: 'What is marked as personal is redacted in logs and samples, and encrypted at rest.',
    check(contract, report) {
      if (!isServed(contract)) return
      for (const { keys, schema } of contract.schemas)
        for (const [name, part] of Object.entries(isNode(schema.properties) ? schema.properties : {}))
          if (personal.test(name) && ![...conjuncts(contract.bundle, part)].some((part) => 'x-pii' in part))
            report([...keys, 'properties', name], `${name} may be about a person: add x-pii: true, or false`)
    },
  },
  {
    id: 'secrets-marked',
    purpose: 'What is marked as secret is shown nowhere.',
    check(contract, report) {
      if (!isServed(contract)) return
      for (const { keys, schema } of contract.schemas)
        for (const [name, part] of Object.entries(isNode(schema.properties) ? schema.properties : {}))
          if (isSecretName(name) && isNode(part) && part['x-secret'] !== true && !('$ref' in part))
            report([...keys, 'properties', name], `${name} is a secret: add x-secret: true`)
    },
  },
]

/** What is about a person under these names, `x-pii: false` says is not. */
const personal = /^(email|phone|mobile|firstName|lastName|fullName|street|birthDate|dateOfBirth|iban|taxId)$/

const isSecretName = (name: string) =>
  /(^|[a-z_-])(password|passphrase|secret|api_?-?key|access_?-?token|refresh_?-?token|private_?-?key)$/i.test(
    name,
  )

/** What is never anything else, wherever it stands. */
const secrets: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----/, 'a private key'],
  [/\beyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/, 'a signed token'],
  [/\b(AKIA|ASIA)[A-Z0-9]{16}\b/, 'an access key'],
  [/\bgh[opsur]_[A-Za-z0-9]{36}\b/, 'an access token'],
  [/\bgithub_pat_[A-Za-z0-9_]{22,}/, 'an access token'],
  [/\bxox[abeoprs]-[A-Za-z0-9-]{10,}/, 'an access token'],
  [/\b[sr]k_(live|test)_[A-Za-z0-9]{16,}/, 'an API key'],
  [/\bAIza[A-Za-z0-9_-]{35}\b/, 'an API key'],
  [/\bglpat-[A-Za-z0-9_-]{20}\b/, 'an access token'],
  [/\bnpm_[A-Za-z0-9]{36}\b/, 'an access token'],
  [/\b00D[A-Za-z0-9]{12,15}![A-Za-z0-9._]{40,}/, 'a session id'],
  [/\b(Bearer|Basic) [A-Za-z0-9+/_=.-]{16,}/, 'a credential'],
  [/\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@]+:[^\s/@]+@/, 'an address with a password'],
  [/\b(password|passwd|pwd|secret|api_?key)\s*[=:]\s*(?=\S*\d)[^\s…*<{]{6,}/i, 'a password or key'],
]

function* texts(node: unknown, keys: Keys): Generator<[Keys, string]> {
  if (typeof node === 'string') yield [keys, node]
  if (node === null || typeof node !== 'object') return
  for (const [key, value] of Object.entries(node))
    yield* texts(value, [...keys, Array.isArray(node) ? Number(key) : key])
}
