/** `/`: what this host serves, for a person who opened it in a browser. */
import type { Layer } from '../../contracts/contract.ts'
import type { ContractData } from '../../contracts/runtime/load.ts'
import { docsOf } from './catalog.ts'
import { noticeOf } from './lifecycle.ts'
import { escapeHtml, page } from './page.ts'

export function homePage(contracts: readonly ContractData[]): string {
  const sections = layers.map(([layer, purpose]) => {
    const own = contracts.filter((contract) => contract.layer === layer)
    return own.length === 0
      ? ''
      : `<h2>${layer[0]?.toUpperCase()}${layer.slice(1)} APIs</h2>
<p class="quiet">${purpose}</p>
<ul class="apis">
${own.map(card).join('\n')}
</ul>`
  })
  return page(
    'Strata',
    `<h1>APIs served from their contracts</h1>
<p class="quiet"><a href="/docs">Try them</a> here, read the <a href="/.well-known/api-catalog">API catalog</a> with
a program, or look up <a href="/problems">what a problem means</a>.</p>
${sections.join('\n')}`,
  )
}

/** From the caller's end to the systems' end. */
const layers: readonly (readonly [Layer, string])[] = [
  ['experience', 'For one kind of front end each, in the words of its screens.'],
  ['process', 'What the business does, across systems.'],
  ['system', 'One system of record each, in the words of the business.'],
  ['admin', 'For those who keep Strata running.'],
]

function card(contract: ContractData): string {
  const { id, document, title, owner } = contract
  const notice = noticeOf(contract)
  return `<li>
<h3><a href="${docsOf(id)}">${escapeHtml(title)}</a></h3>
<code class="quiet">/${id}</code>
<p>${escapeHtml(String(document.info.summary ?? ''))}</p>${notice ? `\n<p class="notice">${escapeHtml(notice)}</p>` : ''}
<footer><a href="/${id}/openapi.json">JSON</a><a href="/${id}/openapi.yaml">YAML</a><span class="quiet">${escapeHtml(owner.team)}</span></footer>
</li>`
}
