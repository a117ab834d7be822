/** The console: what one process of Strata knows, for those who keep it running. */
import { render } from 'preact'
import { LocationProvider, Route, Router } from 'preact-iso'
import 'uplot/dist/uPlot.min.css'
import './style.css'
import type { Page } from '../serve/console-pages.ts'
import { watch } from './live.ts'
import { Login } from './login.tsx'
import { AlertsPage } from './pages/alerts.tsx'
import { ApiPage } from './pages/api.tsx'
import { AuditPage } from './pages/audit.tsx'
import { ConsumersPage } from './pages/consumers.tsx'
import { DriftPage } from './pages/drift.tsx'
import { FindingPage } from './pages/finding.tsx'
import { LetterPage } from './pages/letter.tsx'
import { LettersPage } from './pages/letters.tsx'
import { NowPage } from './pages/now.tsx'
import { OperationPage } from './pages/operation.tsx'
import { OperationsPage } from './pages/operations.tsx'
import { TracePage } from './pages/trace.tsx'
import { TracesPage } from './pages/traces.tsx'
import { token } from './session.ts'
import { Shell } from './shell.tsx'

const views: Readonly<Record<Page, () => preact.JSX.Element>> = {
  '/console': NowPage,
  '/console/api': ApiPage,
  '/console/traces': TracesPage,
  '/console/trace': TracePage,
  '/console/operations': OperationsPage,
  '/console/operation': OperationPage,
  '/console/letters': LettersPage,
  '/console/letter': LetterPage,
  '/console/drift': DriftPage,
  '/console/finding': FindingPage,
  '/console/alerts': AlertsPage,
  '/console/consumers': ConsumersPage,
  '/console/audit': AuditPage,
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
