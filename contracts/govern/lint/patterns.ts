/** No text makes a pattern take long. */
import { checkSync, type Diagnostics } from 'recheck'
import { isNode, type LintRule } from './rule.ts'

export const patternRules: readonly LintRule[] = [
  {
    id: 'safe-patterns',
    purpose: 'One request with the right text would keep the gateway busy for minutes.',
    check({ schemas }, report) {
      for (const { keys, schema } of schemas) {
        const patterns = [
          ...(typeof schema.pattern === 'string' ? [[schema.pattern, [...keys, 'pattern']] as const] : []),
          ...Object.keys(isNode(schema.patternProperties) ? schema.patternProperties : {}).map(
            (pattern) => [pattern, [...keys, 'patternProperties', pattern]] as const,
          ),
        ]
        for (const [pattern, place] of patterns) {
          const reason = unsafe(pattern)
          if (reason) report(place, reason)
        }
      }
    },
  },
]

const known = new Map<string, string | undefined>()

function unsafe(pattern: string): string | undefined {
  if (!known.has(pattern)) known.set(pattern, isPlain(pattern) ? undefined : reasonOf(check(pattern)))
  return known.get(pattern)
}

/** Without a choice, and with one repetition at most of which is open, there is one way to match. */
const isPlain = (pattern: string) =>
  /^\^(\\?[^\\()|*+?{}[\]]|\[[^\]\\]*\])*(\[[^\]\\]*\]([*+]|\{\d+(,\d*)?\}))?\$$/.test(pattern)

function check(pattern: string): Diagnostics {
  // Not in a process of its own: the same on every machine, and nothing is left behind.
  process.env.RECHECK_SYNC_BACKEND = 'pure'
  return checkSync(pattern, 'u', { timeout: 30_000 })
}

function reasonOf(found: Diagnostics): string | undefined {
  if (found.status === 'safe') return undefined
  if (found.status === 'unknown')
    return `nobody can tell how long the pattern takes (${found.error.kind}): write it more simply`
  return `the pattern takes ${found.complexity.summary} time, for instance on ${shortened(found.attack.pattern)}: let each text match in one way only`
}

const shortened = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text)
