/** The look of the few pages a person sees: one small style sheet, no scripts, nothing from elsewhere. */

/** Three layers, as an SVG for pages and tabs. */
const mark = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="#7dd3fc" d="M16 3 30 10 16 17 2 10z"/><path fill="#38bdf8" d="m6 14 10 5 10-5 4 2-14 7L2 16z"/><path fill="#2563eb" d="m6 20 10 5 10-5 4 2-14 7L2 22z"/></svg>`

export const icon = `data:image/svg+xml,${encodeURIComponent(mark)}`

/** What the head of every page has. */
export const head = (title: string): string => `<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="${icon}">`

export const page = (title: string, body: string): string => `<!doctype html>
<html lang="en">
<head>
${head(title)}
<style>${style}</style>
</head>
<body>
<header><a href="/">${mark}Strata</a><nav><a href="/docs">Docs</a><a href="/problems">Problem types</a></nav></header>
<main>
${body}
</main>
</body>
</html>
`

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

/** @param policy what the page may load */
export const html = (
  text: string,
  policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
): Response =>
  new Response(text, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `${policy}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
    },
  })

const style = `
:root { color-scheme: light dark; --line: #8883; --quiet: #6b7280; --link: #2563eb; --raised: #8881;
  font: 16px/1.55 system-ui, sans-serif; }
@media (prefers-color-scheme: dark) { :root { --quiet: #9ca3af; --link: #7dd3fc; } }
* { box-sizing: border-box; }
body { margin: 0; }
header, main { max-width: 60rem; margin: auto; padding: 1rem 1.5rem; }
header { display: flex; justify-content: space-between; align-items: center; border-bottom: 1px solid var(--line); }
header > a { display: flex; gap: .5rem; align-items: center; color: inherit; font-weight: 650; font-size: 1.1rem; }
header svg { width: 1.75rem; height: 1.75rem; }
nav a { margin-left: 1.25rem; }
h1 { font-size: 1.9rem; line-height: 1.2; font-weight: 650; margin: 2rem 0 .5rem; text-wrap: balance; }
h2 { font-size: 1.1rem; font-weight: 650; margin: 2.25rem 0 .5rem; }
a { color: var(--link); text-decoration: none; } a:hover { text-decoration: underline; }
code { font: .875em ui-monospace, monospace; overflow-wrap: anywhere; }
.quiet { color: var(--quiet); } p { margin: .25rem 0 1rem; }
table { border-collapse: collapse; width: 100%; }
td, th { text-align: left; vertical-align: top; padding: .5rem 1rem .5rem 0; border-bottom: 1px solid var(--line); }
th { color: var(--quiet); font-weight: 500; font-size: .875rem; }
.apis { list-style: none; margin: 0; padding: 0; display: grid; gap: .75rem;
  grid-template-columns: repeat(auto-fill, minmax(min(18rem, 100%), 1fr)); }
.apis li { display: flex; flex-direction: column; gap: .25rem; padding: 1rem 1.1rem;
  border: 1px solid var(--line); border-radius: .6rem; background: var(--raised); }
.apis h3 { margin: 0; font-size: 1.05rem; } .apis p { margin: 0; flex: 1; }
.apis .notice { flex: none; font-size: .875rem; border-left: 3px solid #d97706; padding-left: .5rem; }
.apis footer { display: flex; gap: 1rem; font-size: .875rem; margin-top: .5rem; }
.apis footer span { margin-left: auto; }
`
