/** Who may call an operation: the credentials that have to be shown, by what goes over the wire. */
import { isNode } from '../proof/project.ts'
import type { Credentials } from './operation.ts'
import type { Reader } from './reader.ts'

export function securityOf(reader: Reader, requirements: unknown): readonly Credentials[] {
  if (!Array.isArray(requirements) || requirements.length === 0) return [{}]
  return requirements.filter(isNode).map((requirement) => {
    const shown: Record<string, readonly string[]> = {}
    for (const [name, scopes] of Object.entries(requirement)) {
      const credential = credentialOf(reader, name)
      shown[credential] = [...(shown[credential] ?? []), ...(Array.isArray(scopes) ? scopes.map(String) : [])]
    }
    return shown
  })
}

/** Schemes are the same when what goes over the wire is, whatever their names in the document. */
function credentialOf(reader: Reader, name: string): string {
  const schemes = reader.child(
    { node: reader.at('#/components'), pointer: '#/components' },
    'securitySchemes',
  )
  const scheme = schemes && reader.child(schemes, name)?.node
  if (!scheme) return `scheme ${name}`
  if (scheme.type === 'apiKey') {
    const key = String(scheme.name)
    return `${scheme.in} ${scheme.in === 'header' ? key.toLowerCase() : key}`
  }
  if (scheme.type === 'http') return `http ${String(scheme.scheme).toLowerCase()}`
  if (scheme.type === 'openIdConnect') return `openid ${scheme.openIdConnectUrl}`
  if (scheme.type !== 'oauth2' || !isNode(scheme.flows)) return String(scheme.type)
  const issuers = Object.values(scheme.flows).flatMap((flow) =>
    isNode(flow) ? [String(flow.tokenUrl ?? flow.authorizationUrl)] : [],
  )
  return `oauth2 ${[...new Set(issuers)].sort().join(' ')}`
}

/** Whether who can show the one can show the other. */
export const covers = (shown: Credentials, asked: Credentials): boolean =>
  Object.entries(asked).every(([credential, scopes]) => {
    const own = shown[credential]
    return own !== undefined && scopes.every((scope) => own.includes(scope))
  })
