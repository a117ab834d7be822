/** The rule book of `strata lint`: what must be true before a contract may be published. */
import { extensions } from '../../extensions.ts'
import { rules as generatorRules } from '../../generate/rules.ts'
import { consumerRules } from './consumer-rules.ts'
import { descriptionRules } from './descriptions.ts'
import { exampleRules } from './examples.ts'
import { extensionRules } from './extension-rules.ts'
import { lifecycleRules } from './lifecycle-rules.ts'
import { limitRules } from './limits.ts'
import { namingRules } from './naming.ts'
import { ownerRules } from './owner.ts'
import { pagingRules } from './paging.ts'
import { patternRules } from './patterns.ts'
import { problemRules } from './problem-rules.ts'
import { promiseRules } from './promises.ts'
import type { LintRule } from './rule.ts'
import { securityRules } from './security-rules.ts'
import { semanticRules } from './semantics.ts'

export const contractRules: readonly LintRule[] = [
  ...ownerRules,
  ...lifecycleRules,
  ...namingRules,
  ...descriptionRules,
  ...exampleRules,
  ...securityRules,
  ...promiseRules,
  ...problemRules,
  ...pagingRules,
  ...limitRules,
  ...patternRules,
  ...semanticRules,
  ...extensionRules,
]

export { consumerRules }

/** What keeps a contract from being generated from, where no rule of the generator has the name. */
export const readingRules = [
  {
    id: 'readable',
    purpose: 'A contract is OpenAPI 3.1 in YAML, in one piece, of a size that people can read.',
  },
  {
    id: 'event',
    purpose: 'Who subscribes knows what comes, in which order, and for how long it can be had.',
  },
  { id: 'keywords', purpose: 'Each keyword of a schema is honoured by validators, types and docs alike.' },
]

interface Row {
  readonly id: string
  readonly purpose: string
}

const groups: readonly (readonly [string, readonly Row[]])[] = [
  ['What a contract needs so that code can be generated from it', [...readingRules, ...generatorRules]],
  ['What a contract needs to be published', contractRules],
  ['What `consumers.yaml` needs', consumerRules],
]

/** The rule book and the `x-` keys as Markdown. */
export const lintTable = (): string =>
  ['# The rules', ...groups.map(([title, rows]) => ruleTable(title, rows)), extensionTable()].join('\n\n')

const ruleTable = (title: string, rows: readonly Row[]) =>
  [
    `## ${title}\n`,
    '| rule | why |',
    '|---|---|',
    ...rows.map(({ id, purpose }) => `| \`${id}\` | ${cell(purpose)} |`),
  ].join('\n')

const extensionTable = () =>
  [
    '## Which `x-` keys there are\n',
    '| key | where | layers | meaning |',
    '|---|---|---|---|',
    ...extensions.map(
      ({ key, at, layers, means }) =>
        `| \`${key}\` | ${at} | ${layers?.join(', ') ?? 'all'} | ${cell(means)} |`,
    ),
  ].join('\n')

const cell = (text: string) => text.replaceAll('|', '\\|')
