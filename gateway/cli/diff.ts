/** `strata diff`: whether clients of one contract can live with another, proved. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify, styleText } from 'node:util'
import { defineCommand } from 'citty'
import {
  BYTES_MAX,
  compareDocuments,
  type Loaded,
  loadFile,
  loadText,
  NotComparable,
  ruleTable,
  toHtml,
  toMarkdown,
  toText,
} from '../../contracts/govern/main.ts'

const root = join(import.meta.dirname, '../..')
const isContractId = (name: string) =>
  /^(backend|system|process|experience|events)\/[a-z0-9-]+\/v\d+$/.test(name)

export const diff = defineCommand({
  meta: {
    name: 'diff',
    description:
      'prove that clients of one contract can live with another, or show what they cannot live with',
  },
  args: {
    old: {
      type: 'positional',
      description: 'an OpenAPI file or contract id; the new one with --against',
      required: false,
    },
    new: { type: 'positional', description: 'an OpenAPI file or contract id', required: false },
    against: {
      type: 'string',
      description:
        'what the contract was before: published, git:REF, a URL or a file (default: published, else git:HEAD)',
    },
    rules: { type: 'boolean', description: 'print the rule book as Markdown' },
    strict: { type: 'boolean', description: 'count properties nobody declared' },
    json: { type: 'boolean', description: 'print the result as JSON' },
    markdown: { type: 'boolean', description: 'print the result as Markdown, for a pull request' },
    html: { type: 'boolean', description: 'print the result as a page' },
  },
  async run({ args }) {
    if (args.rules) {
      console.log(ruleTable())
      return
    }
    try {
      if (!args.old) throw new NotComparable('name two OpenAPI files, or a contract: strata diff --help')
      const [old, next] = args.new
        ? [await load(args.old), await load(args.new)]
        : [await loadBefore(args.old, args.against), await load(args.old)]
      const comparison = compareDocuments(old, next, { model: args.strict ? 'strict' : 'lenient' })
      if (args.json) console.log(JSON.stringify(comparison, undefined, 2))
      else if (args.markdown) console.log(toMarkdown(comparison))
      else if (args.html) console.log(toHtml(comparison, old, next))
      else console.log(toText(comparison, styleText))
      process.exitCode = comparison.verdict === 'compatible' ? 0 : 1
    } catch (error) {
      if (!(error instanceof NotComparable)) throw error
      if (args.json) console.log(JSON.stringify({ error: error.message }))
      else console.error(styleText('red', error.message))
      process.exitCode = 2
    }
  },
})

async function load(name: string): Promise<Loaded> {
  const document = await loadFile(isContractId(name) ? join(root, 'contracts', `${name}.yaml`) : name)
  return { ...document, name }
}

/** What clients of a contract work with today. */
async function loadBefore(name: string, against: string | undefined): Promise<Loaded> {
  const published = join(root, 'contracts/published', `${name}.json`)
  const from = against ?? (existsSync(published) ? 'published' : 'git:HEAD')
  if (from === 'published') {
    if (!existsSync(published))
      throw new NotComparable(`${name}: nothing is published yet; try --against git:HEAD`)
    return { ...(await loadFile(published)), name: `${name} (published)` }
  }
  if (from.startsWith('git:')) return loadFromGit(name, from.slice('git:'.length))
  return /^https?:\/\//.test(from) ? loadFromUrl(from) : load(from)
}

async function loadFromGit(name: string, ref: string): Promise<Loaded> {
  const path = isContractId(name) ? `contracts/generated/${name}.json` : name
  const { stdout } = await promisify(execFile)('git', ['show', `${ref}:./${path}`], {
    cwd: isContractId(name) ? root : process.cwd(),
    maxBuffer: BYTES_MAX,
  }).catch((error: Error) => {
    throw new NotComparable(
      `${name}: git has no ${path} at ${ref}: ${error.message.trim().split('\n').at(-1)}`,
    )
  })
  return loadText(stdout, `${name} (${ref})`)
}

async function loadFromUrl(url: string): Promise<Loaded> {
  const text = await fetch(url, { signal: AbortSignal.timeout(30_000) })
    .then((response) =>
      response.ok ? response.text() : Promise.reject(new Error(`it answers ${response.status}`)),
    )
    .catch((error: Error) => {
      throw new NotComparable(`${url}: ${error.message}`)
    })
  return loadText(text, url)
}
