/** `/docs`: Swagger UI for every API of this host, served from here: nothing comes from another site. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { ContractData } from '../../contracts/runtime/load.ts'

const directory = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))

const typeOf: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css',
  'swagger-ui-bundle.js': 'text/javascript',
  'swagger-ui-standalone-preset.js': 'text/javascript',
  'favicon-32x32.png': 'image/png',
}

/** One of the files of Swagger UI; `undefined` for any other name. */
export async function swaggerAsset(name: string): Promise<Response | undefined> {
  const type = Object.hasOwn(typeOf, name) ? typeOf[name] : undefined
  if (type === undefined) return undefined
  const content = await readFile(join(directory, name))
  return new Response(content, { headers: { 'content-type': type, 'cache-control': 'public, max-age=3600' } })
}

export const swaggerPage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Strata APIs</title>
<link rel="stylesheet" href="/docs/swagger-ui.css">
<link rel="icon" type="image/png" href="/docs/favicon-32x32.png">
</head>
<body>
<div id="swagger-ui"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/swagger-ui-standalone-preset.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`

/** Lists the APIs; the page shows the first, or the one its address names. */
export const swaggerStart = (contracts: readonly ContractData[]): string => `window.ui = SwaggerUIBundle({
  dom_id: '#swagger-ui',
  urls: ${JSON.stringify(contracts.map(({ id }) => ({ url: `/${id}/openapi.json`, name: id })))},
  layout: 'StandaloneLayout',
  presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
  deepLinking: true,
  persistAuthorization: true,
  validatorUrl: null,
})
`

export const swaggerPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'"
