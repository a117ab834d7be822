/** `/`: what this host serves, for a person who opened it in a browser. */
import type { ContractData } from '../../contracts/runtime/load.ts'
import { escapeHtml, page } from './page.ts'

export function homePage(contracts: readonly ContractData[]): string {
  const rows = contracts
    .map(
      ({ id, document, title, owner }) => `<tr>
<td><code>/${id}</code></td>
<td>${escapeHtml(title)}<br><span class="quiet">${escapeHtml(String(document.info.summary ?? ''))}</span></td>
<td>${escapeHtml(owner.team)}</td>
<td><a href="/${id}/openapi.json">JSON</a> <a href="/${id}/openapi.yaml">YAML</a></td>
</tr>`,
    )
    .join('\n')
  return page(
    'Strata',
    `<h1>Strata</h1>
<p>API-led connectivity: these APIs are served from their contracts.
<a href="/docs">Try them</a>, read the <a href="/.well-known/api-catalog">API catalog</a> with a program,
or look up <a href="/problems">what a problem means</a>.</p>
<table>
<thead><tr><th>Path</th><th>API</th><th>Owner</th><th>Contract</th></tr></thead>
<tbody>
${rows}
</tbody>
</table>`,
  )
}
