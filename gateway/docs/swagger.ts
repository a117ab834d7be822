/** `/docs`: Swagger UI for every API of this host, served from here: nothing comes from another site. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { ContractData } from '../../contracts/runtime/load.ts'
import { noticeOf } from './lifecycle.ts'
import { head, icon } from './page.ts'

const directory = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))

const typeOf: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css',
  'swagger-ui-bundle.js': 'text/javascript',
  'swagger-ui-standalone-preset.js': 'text/javascript',
}

/** The files of Swagger UI, by name. */
export const swaggerFiles = Object.keys(typeOf)

export async function swaggerFile(name: string): Promise<Response> {
  const content = await readFile(join(directory, name))
  return new Response(content, {
    headers: { 'content-type': typeOf[name] ?? 'text/plain', 'cache-control': 'public, max-age=3600' },
  })
}

export const swaggerPage = `<!doctype html>
<html lang="en">
<head>
${head('Strata APIs')}
<link rel="stylesheet" href="/docs/swagger-ui.css">
<style>
body { margin: 0; }
.swagger-ui .topbar { background: #0f172a; padding: 8px 0; }
.swagger-ui .topbar .link { flex: none; background: url("${icon}") left / 28px no-repeat; padding-left: 38px; }
.swagger-ui .topbar .link svg { display: none; }
.swagger-ui .topbar .link::after { content: "Strata"; font-size: 1.25rem; }
.swagger-ui .topbar .download-url-wrapper .select-label select { border-color: #38bdf8; }
.swagger-ui .info { margin: 32px 0; }
.swagger-ui .notice { margin: 24px 20px 0; padding: 12px 16px; border-left: 4px solid #d97706; background: #fef3c7; color: #78350f; }
</style>
</head>
<body>
<div id="swagger-ui"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/swagger-ui-standalone-preset.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`

/** Lists the APIs; the page shows the first, or the one its address names, with a notice when it is deprecated. */
export const swaggerStart = (contracts: readonly ContractData[]): string => `const notices = ${JSON.stringify(
  Object.fromEntries(contracts.map((contract) => [`/${contract.id}/openapi.json`, noticeOf(contract)])),
)}
const withNotice = (Info, { React }) => (props) => {
  const notice = notices[props.specSelectors.url()]
  return notice ? React.createElement('div', null, React.createElement('p', { className: 'notice' }, notice), React.createElement(Info, props)) : React.createElement(Info, props)
}
window.ui = SwaggerUIBundle({
  dom_id: '#swagger-ui',
  urls: ${JSON.stringify(contracts.map(({ id }) => ({ url: `/${id}/openapi.json`, name: id })))},
  layout: 'StandaloneLayout',
  plugins: [() => ({ wrapComponents: { InfoContainer: withNotice } })],
  presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
  deepLinking: true,
  displayRequestDuration: true,
  defaultModelsExpandDepth: 0,
  persistAuthorization: true,
  validatorUrl: null,
})
`

export const swaggerPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'"
