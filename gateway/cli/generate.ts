/** `strata generate`: writes the code that follows from the contracts. */
import { styleText } from 'node:util'
import { defineCommand } from 'citty'
import type { generate } from '../../contracts/generate/main.ts'
import { root, workshop } from './contracts.ts'

export const generateCommand = defineCommand({
  meta: {
    name: 'generate',
    description: 'write what follows from contracts/: code, alert rules and dashboards',
  },
  args: {
    check: { type: 'boolean', description: 'write nothing; fail when something would change' },
    json: { type: 'boolean', description: 'print the result as JSON' },
  },
  async run({ args }) {
    const startedAt = performance.now()
    const { generate, GenerateError } = await workshop()
    try {
      const check = args.check === true
      const result = await generate(root, { check })
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
      if (args.json) console.log(JSON.stringify(result))
      else report(result, seconds, check)
      if (check && result.written.length + result.removed.length) process.exitCode = 1
    } catch (error) {
      if (!(error instanceof GenerateError)) throw error
      if (args.json) console.log(JSON.stringify({ mistakes: error.mistakes }))
      else
        console.error(
          `${error.message}\n\n${styleText('red', `${error.mistakes.length} to correct. Nothing was written.`)}`,
        )
      process.exitCode = 1
    }
  },
})

function report(result: Awaited<ReturnType<typeof generate>>, seconds: string, check: boolean): void {
  for (const file of result.written) console.log(`${check ? 'differs' : 'wrote'}  ${file}`)
  for (const file of result.removed) console.log(`${check ? 'left over' : 'removed'}  ${file}`)
  for (const file of result.missing) console.log(styleText('yellow', `next: write ${file}`))
  const changes = result.written.length + result.removed.length
  const verdict =
    check && changes ? 'Not up to date: run npm run generate.' : changes ? '' : 'Everything is up to date.'
  console.log(`${result.contracts} contracts in ${seconds} s. ${verdict}`.trim())
}
