/** `/{id}/lifecycle`: until when a deprecated version is there, and what to use instead. */
import type { ContractData } from '../../contracts/runtime/load.ts'
import { toInstant } from '../instant.ts'
import { docsOf } from './catalog.ts'
import { escapeHtml, page } from './page.ts'

export function lifecyclePage({ id, title, owner, lifecycle }: ContractData): string {
  const { deprecatedAt, sunsetAt, successor, brownOuts } = lifecycle
  const rows = [
    ['Deprecated', deprecatedAt === undefined ? 'no' : momentOf(deprecatedAt)],
    ['Gone', sunsetAt === undefined ? 'no date yet' : momentOf(sunsetAt)],
    ['Successor', successor ? `<a href="${docsOf(successor)}"><code>/${successor}</code></a>` : 'none'],
    ['Owner', `${escapeHtml(owner.team)}, ${escapeHtml(owner.contact)}`],
  ]
  const windows = brownOuts.map(
    ({ fromAt, untilAt }) => `<li>${momentOf(fromAt)} to ${momentOf(untilAt)}</li>`,
  )
  return page(
    `${title} is deprecated`,
    `<h1>${escapeHtml(title)} is deprecated</h1>
<p class="quiet"><code>/${id}</code></p>
<table><tbody>
${rows.map(([name, value]) => `<tr><th>${name}</th><td>${value}</td></tr>`).join('\n')}
</tbody></table>
<h2>What to do</h2>
<p>Every answer says so in the headers <code>Deprecation</code>, <code>Sunset</code> and <code>Link</code>. No new
consumer is let in. Once the version is gone, every request is answered 410
<a href="/problems/version-gone"><code>version-gone</code></a>.</p>
${windows.length ? `<h2>Brown-outs</h2>\n<p>Then it is switched off already, as a reminder.</p>\n<ul>${windows.join('')}</ul>` : ''}`,
  )
}

/** One line for people; `undefined` when there is nothing to announce. */
export function noticeOf({ lifecycle }: ContractData): string | undefined {
  const { status, deprecatedAt, sunsetAt, successor } = lifecycle
  if (deprecatedAt === undefined) return status === 'draft' ? 'Draft: may change at any time.' : undefined
  const end = sunsetAt === undefined ? '' : `, gone from ${dayOf(sunsetAt)}`
  return `Deprecated since ${dayOf(deprecatedAt)}${end}.${successor ? ` Use ${successor}.` : ''}`
}

const momentOf = (at: number) => `<time datetime="${toInstant(at)}">${new Date(at).toUTCString()}</time>`
const dayOf = (at: number) => toInstant(at).slice(0, 'YYYY-MM-DD'.length)
