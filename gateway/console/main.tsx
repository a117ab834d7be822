/** The console: what one process of Strata knows, for those who keep it running. */
import { render } from 'preact'
import { LocationProvider, Route, Router } from 'preact-iso'
import 'uplot/dist/uPlot.min.css'
import './style.css'
import type { Page } from '../serve/console-pages.ts'
import { watch } from './live.ts'
import { Login } from './login.tsx'
import { ApiPage } from './pages/api.tsx'
import { ConsumersPage } from './pages/consumers.tsx'
import { NowPage } from './pages/now.tsx'
import { TracePage } from './pages/trace.tsx'
import { TracesPage } from './pages/traces.tsx'
import { token } from './session.ts'
import { Shell } from './shell.tsx'

const views: Readonly<Record<Page, () => preact.JSX.Element>> = {
  '/console': NowPage,
  '/console/api': ApiPage,
  '/console/traces': TracesPage,
  '/console/trace': TracePage,
  '/console/consumers': ConsumersPage,
}

function Console() {
  if (token.value === undefined) return <Login />
  return (
    <LocationProvider scope="/console">
      <Shell>
        <Router>
          {Object.entries(views).map(([path, view]) => (
            <Route key={path} path={path} component={view} />
          ))}
        </Router>
      </Shell>
    </LocationProvider>
  )
}

watch()
render(<Console />, document.getElementById('console') as HTMLElement)
