/** The settings by which a backend wants to be protected are settings there are. */
import { policyMistakes } from '../policies.ts'
import type { Rule } from './rule.ts'

export const policiesRule: Rule = {
  id: 'policies',
  purpose: 'A misspelt limit protects nothing.',
  check({ info, layer }, report) {
    const settings = info['x-policies']
    const place = ['info', 'x-policies']
    if (settings === undefined) return
    if (layer !== 'backend')
      report(place, 'x-policies protects a backend: move it to the contract of the backend')
    else
      for (const { keys, message } of policyMistakes(settings))
        report([...place, ...keys], `x-policies: ${message}`)
  },
}
