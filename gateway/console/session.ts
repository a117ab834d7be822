/** The operator's token: kept by this tab alone, and gone with it. */
import { computed, effect, signal } from '@preact/signals'

const KEPT_AS = 'strata-token'

export const token = signal<string | undefined>(
  fromFragment() ?? sessionStorage.getItem(KEPT_AS) ?? undefined,
)

/** Why the operator has to sign in again. */
export const farewell = signal<string | undefined>(undefined)

/** Who it says the operator is. */
export const operator = computed(() => {
  const [, claims = ''] = token.value?.split('.') ?? []
  try {
    return String(JSON.parse(atob(claims.replaceAll('-', '+').replaceAll('_', '/'))).client_id ?? '')
  } catch {
    return ''
  }
})

export function signOut(reason?: string): void {
  farewell.value = reason
  token.value = undefined
}

effect(() => {
  if (token.value === undefined) sessionStorage.removeItem(KEPT_AS)
  else sessionStorage.setItem(KEPT_AS, token.value)
})

/** `npm start` prints a link with a token behind `#`, which no server is ever sent. It leaves the address at once. */
function fromFragment(): string | undefined {
  const [, found] = /^#token=([\w.-]+)$/.exec(location.hash) ?? []
  if (found !== undefined) history.replaceState(null, '', location.pathname + location.search)
  return found
}
