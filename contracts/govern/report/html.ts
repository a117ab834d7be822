/** A comparison as one page that stands alone: each finding with the old and the new text side by side. */
import { at } from '../../runtime/document.ts'
import type { Comparison } from '../finding.ts'
import type { Loaded } from '../load.ts'
import { isNode } from '../proof/project.ts'
import { counted, type Group, grouped, headline } from './group.ts'

const style = `
  body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem }
  article { border-left: 4px solid #999; margin: 1.5rem 0; padding: 0 1rem }
  article.breaking { border-color: #c0392b } article.unproved { border-color: #d68910 }
  .sides { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem }
  pre { background: #8881; padding: .5rem; overflow: auto; max-height: 24rem }
  small { opacity: .7 }
  @media (prefers-color-scheme: dark) { body { background: #111; color: #eee } }`

export function toHtml(comparison: Comparison, old: Loaded, next: Loaded): string {
  const groups = grouped(comparison.findings)
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(headline(comparison))}</title>
<style>${style}</style>
<h1>${escaped(headline(comparison))}</h1>
<p>${escaped(counted(groups))}</p>
${groups.map((group) => article(group, old, next)).join('\n')}
</html>`
}

function article({ finding, operations }: Group, old: Loaded, next: Loaded): string {
  const { verdict, effect, part, message, edit, curl, witness, rule, pointer, document } = finding
  const place = commonPlace(old, next, pointer)
  const lines = [
    `<article class="${verdict}">`,
    `<h2>${escaped(verdict === 'compatible' ? effect : verdict)}: ${escaped(operations.join(', '))}, ${escaped(part)}</h2>`,
    `<p>${escaped(message)}</p>`,
    curl ? `<pre>${escaped(curl)}</pre>` : '',
    !curl && witness !== undefined ? `<pre>${escaped(JSON.stringify(witness, undefined, 2))}</pre>` : '',
    verdict === 'compatible' ? '' : `<p>Instead: ${escaped(edit)}</p>`,
    `<div class="sides">${side('old', old, place)}${side('new', next, place)}</div>`,
    `<small>${escaped(rule)} at ${escaped(pointer)} (${document})</small>`,
    '</article>',
  ]
  return lines.filter(Boolean).join('\n')
}

/** The nearest place above a pointer that is an object in both. */
function commonPlace(old: Loaded, next: Loaded, pointer: string): string {
  const stands = ({ root }: Loaded, place: string) => isNode(at(root as never, place))
  let place = pointer
  while (place.includes('/') && !(stands(old, place) && stands(next, place)))
    place = place.slice(0, place.lastIndexOf('/'))
  return place
}

function side(title: string, { root }: Loaded, place: string): string {
  const node = place.includes('/') ? at(root as never, place) : undefined
  const text = node === undefined ? 'nothing like it' : JSON.stringify(node, undefined, 2)
  const shown = text.length > 4_000 ? `${text.slice(0, 4_000)}\n…` : text
  return `<div><b>${title}</b> <small>${escaped(place)}</small><pre>${escaped(shown)}</pre></div>`
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
