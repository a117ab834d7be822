/** The rule book of `strata diff`. What breaks is decided by proof; a rule only gives it a name, a reason and a way out. */
import { protocolRules } from './protocol-rules.ts'
import type { Rule } from './rule.ts'
import { schemaRules } from './schema-rules.ts'

export const rules: readonly Rule[] = [...schemaRules, ...protocolRules]

const byId = new Map(rules.map((rule) => [rule.id, rule]))

export function ruleOf(id: string): Rule {
  const rule = byId.get(id)
  if (!rule) throw new Error(`there is no rule ${id}`)
  return rule
}

const cell = (text: string) => text.replaceAll('|', '\\|')

/** The rule book as a table for the documentation. */
export function ruleTable(): string {
  const rows = rules.map(
    ({ id, effect, flow, says, edit }) =>
      `| \`${id}\` | ${effect} | ${flow} | ${cell(says)} | ${cell(edit)} |`,
  )
  return ['| rule | effect | direction | what it says | instead |', '|---|---|---|---|---|', ...rows].join(
    '\n',
  )
}
