/** What every page has around it: where one can go, whether the gateway is heard, who is signed in. */
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { Page } from '../serve/console-pages.ts'
import { isLive, overview } from './live.ts'
import { Mark } from './parts/mark.tsx'
import { operator, signOut } from './session.ts'

interface Entry {
  readonly page: Page
  readonly name: string
  /** Pages that belong to it. */
  readonly below?: readonly Page[]
  count?(): number
}

const entries: readonly Entry[] = [
  { page: '/console', name: 'Now', below: ['/console/api'] },
  { page: '/console/traces', name: 'Traces', below: ['/console/trace'] },
  {
    page: '/console/operations',
    name: 'Operations',
    below: ['/console/operation'],
    count: () => overview.value?.parkedOperations ?? 0,
  },
  { page: '/console/letters', name: 'Dead letters', below: ['/console/letter'] },
  { page: '/console/drift', name: 'Drift', below: ['/console/finding'] },
  { page: '/console/alerts', name: 'Alerts', count: () => overview.value?.openAlerts ?? 0 },
  { page: '/console/consumers', name: 'Consumers' },
  { page: '/console/audit', name: 'Audit log' },
]

export function Shell({ children }: { children: ComponentChildren }) {
  const { path, url } = useLocation()
  const main = useRef<HTMLElement>(null)
  const seen = useRef(url)
  // Who reads with a screen reader, or by keyboard, is where the new page begins.
  useEffect(() => {
    if (seen.current !== url) main.current?.focus()
    seen.current = url
  }, [url])
  return (
    <>
      <a class="skip" href="#main">
        To the page
      </a>
      <header class="top">
        <a class="brand" href="/console">
          <Mark /> Strata
        </a>
        <nav aria-label="Pages">
          {entries.map(({ page, name, below = [], count }) => {
            const isHere = path === page || (below as readonly string[]).includes(path)
            const number = count?.() ?? 0
            return (
              <a key={page} href={page} aria-current={isHere ? 'page' : undefined}>
                {name}
                {number > 0 && <b class="count">{number}</b>}
              </a>
            )
          })}
        </nav>
        <div class="who">
          <span class={isLive.value ? 'live' : 'live off'}>{isLive.value ? 'Live' : 'Not connected'}</span>
          <span class="quiet">{operator.value}</span>
          <button type="button" onClick={() => signOut()}>
            Sign out
          </button>
        </div>
      </header>
      <main id="main" tabIndex={-1} ref={main}>
        {children}
      </main>
    </>
  )
}
