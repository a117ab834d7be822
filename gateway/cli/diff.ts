/** `strata diff`: whether clients of one contract can live with another, proved. */
import { styleText } from 'node:util'
import { defineCommand } from 'citty'
import {
  type Comparison,
  compareDocuments,
  isPublishable,
  type Loaded,
  NotComparable,
  ruleTable,
  toComparable,
  toHtml,
  toMarkdown,
  toText,
} from '../../contracts/govern/main.ts'
import { idsBefore, load, loadBefore } from './baseline.ts'
import { generatedContracts } from './contracts.ts'

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
    all: { type: 'boolean', description: 'every contract others rely on, as it was generated last' },
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
    const options = { model: args.strict ? 'strict' : 'lenient' } as const
    try {
      if (args.all) await compareAll(args.against ?? 'published', options, args)
      else await compareTwo(args, options)
    } catch (error) {
      if (!(error instanceof NotComparable)) throw error
      if (args.json) console.log(JSON.stringify({ error: error.message }))
      else console.error(styleText('red', error.message))
      process.exitCode = 2
    }
  },
})

type Options = NonNullable<Parameters<typeof compareDocuments>[2]>

interface Form {
  readonly json?: boolean | undefined
  readonly markdown?: boolean | undefined
  readonly html?: boolean | undefined
}

interface Names extends Form {
  readonly old?: string | undefined
  readonly new?: string | undefined
  readonly against?: string | undefined
}

async function compareTwo(args: Names, options: Options): Promise<void> {
  if (!args.old) throw new NotComparable('name two OpenAPI files, or a contract: strata diff --help')
  const [old, next] = args.new
    ? [await load(args.old), await load(args.new)]
    : [await loadBefore(args.old, args.against), await load(args.old)]
  const comparison = compareDocuments(old, next, options)
  if (args.json) console.log(JSON.stringify(comparison, undefined, 2))
  else if (args.markdown) console.log(toMarkdown(comparison))
  else if (args.html) console.log(toHtml(comparison, old, next))
  else console.log(toText(comparison, styleText))
  process.exitCode = comparison.verdict === 'compatible' ? 0 : 1
}

/** One comparison for each contract; what came or went is told beside them. */
async function compareAll(against: string, options: Options, form: Form): Promise<void> {
  if (form.html) throw new NotComparable('a page shows one comparison: leave out --all')
  const now = new Map([...generatedContracts()].filter(([id]) => isPublishable(id)))
  const before = new Set((await idsBefore(against)).filter(isPublishable))
  const came = [...now.keys()].filter((id) => !before.has(id))
  const gone = [...before].filter((id) => !now.has(id))
  const compared: (Comparison & { readonly id: string })[] = []
  for (const [id, document] of now)
    if (before.has(id)) {
      const next: Loaded = toComparable(id, document)
      compared.push({ id, ...compareDocuments(await loadBefore(id, against), next, options) })
    }
  if (form.json) console.log(JSON.stringify({ contracts: compared, new: came, gone }, undefined, 2))
  else
    console.log(summary(compared, came, gone, form.markdown ? toMarkdown : (one) => toText(one, styleText)))
  process.exitCode = gone.length || compared.some(({ verdict }) => verdict !== 'compatible') ? 1 : 0
}

function summary(
  compared: readonly (Comparison & { readonly id: string })[],
  came: readonly string[],
  gone: readonly string[],
  tell: (comparison: Comparison) => string,
): string {
  const same = compared.filter(({ findings }) => findings.length === 0).map(({ id }) => id)
  const line = (title: string, ids: readonly string[]) => (ids.length ? [`${title}: ${ids.join(', ')}.`] : [])
  return [
    ...compared.filter(({ findings }) => findings.length).map(tell),
    ...line('Gone', gone),
    ...line('New', came),
    ...line('Nothing changes for clients of', same),
  ].join('\n\n')
}
