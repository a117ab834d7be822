/** `strata lint`: what has to be mended before a contract is published. */
import { join } from 'node:path'
import { styleText } from 'node:util'
import { defineCommand } from 'citty'

const root = join(import.meta.dirname, '../..')

export const lintCommand = defineCommand({
  meta: { name: 'lint', description: 'find what is wrong with contracts and consumers, and how to mend it' },
  args: {
    ids: {
      type: 'positional',
      description: 'contracts, as system/erp/v1 or by file, or consumers (default: all)',
      required: false,
    },
    rules: { type: 'boolean', description: 'print the rule book as Markdown' },
    json: { type: 'boolean', description: 'print the findings as JSON' },
  },
  async run({ args }) {
    const { lint, lintTable, toText, UnknownContract } = await load()
    if (args.rules) {
      console.log(lintTable())
      return
    }
    try {
      const result = await lint(root, args._.map(toId))
      if (args.json) console.log(JSON.stringify(result, undefined, 2))
      else console.log(toText(result, styleText))
      process.exitCode = result.findings.length ? 1 : 0
    } catch (error) {
      if (!(error instanceof UnknownContract)) throw error
      if (args.json) console.log(JSON.stringify({ error: error.message }))
      else console.error(styleText('red', error.message))
      process.exitCode = 2
    }
  },
})

const toId = (name: string) => name.replace(/^(\.\/)?contracts\//, '').replace(/\.yaml$/, '')

/** The lint has tools of its own, which a production install leaves out. */
async function load() {
  try {
    return await import('../../contracts/govern/lint/main.ts')
  } catch (cause) {
    throw new Error('the tools of the lint are not installed: run npm ci without --omit=dev', { cause })
  }
}
