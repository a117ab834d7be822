/** Whoever could call an operation has to be able to call it still. */
import type { Comparing } from './exchange.ts'
import type { Credentials, Operation } from './operation.ts'
import { covers } from './security.ts'

export function compareSecurity(comparing: Comparing, old: Operation, next: Operation): void {
  for (const shown of old.security)
    if (!next.security.some((asked) => covers(shown, asked)))
      comparing.report('security-tightened', next, 'request', {
        pointer: `${next.pointer}/security`,
        part: 'security',
        name: worded(shown),
        witness: { credentials: shown },
      })
  for (const asked of next.security)
    if (!old.security.some((before) => covers(asked, before)))
      comparing.report('security-loosened', next, 'request', {
        pointer: `${next.pointer}/security`,
        part: 'security',
        name: worded(asked),
        witness: { credentials: asked },
      })
}

function worded(shown: Credentials): string {
  const words = Object.entries(shown).map(([credential, scopes]) =>
    scopes.length ? `${credential} (${scopes.join(', ')})` : credential,
  )
  return words.length ? words.join(' and ') : 'nothing'
}
