/** `/problems` and `/problems/<slug>`: the closed table of problem types, each with what to do about it. */
import { type ProblemSlug, problems } from '../../contracts/problems.ts'
import { escapeHtml, page } from './page.ts'

export function problemsPage(): string {
  const rows = Object.entries(problems)
    .map(
      ([slug, { status, title }]) =>
        `<tr><td>${status}</td><td><a href="/problems/${slug}"><code>${slug}</code></a></td><td>${escapeHtml(title)}</td></tr>`,
    )
    .join('\n')
  return page(
    'Problem types',
    `<h1>Problem types</h1>
<p>Every failure is <code>application/problem+json</code> (RFC 9457) with one of these types.</p>
<table><thead><tr><th>Status</th><th>Type</th><th>Title</th></tr></thead><tbody>
${rows}
</tbody></table>`,
  )
}

/** `undefined` when there is no such type. */
export function problemPage(slug: string): string | undefined {
  if (!Object.hasOwn(problems, slug)) return undefined
  const { status, title, meaning, remedy } = problems[slug as ProblemSlug]
  return page(
    title,
    `<h1>${escapeHtml(title)}</h1>
<p class="quiet"><code>/problems/${slug}</code>, status ${status}</p>
<h2>What it means</h2><p>${prose(meaning)}</p>
<h2>What to do</h2><p>${prose(remedy)}</p>`,
  )
}

/** The table writes code in backticks. */
const prose = (text: string) => escapeHtml(text).replaceAll(/`([^`]+)`/g, '<code>$1</code>')
