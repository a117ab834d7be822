/** Whoever has a question or an incident finds somebody. */
import type { LintRule } from './rule.ts'

export const ownerRules: readonly LintRule[] = [
  {
    id: 'owner-reachable',
    purpose: 'An alert that goes to a name goes nowhere.',
    check({ info }, report) {
      const { team, contact, oncall } = (info['x-owner'] ?? {}) as Record<string, string>
      const place = (key: string) => ['info', 'x-owner', key]
      if (team && !isKebab(team)) report(place('team'), `team ${team} is no kebab-case name: write web-shop`)
      for (const [key, value] of Object.entries({ contact, oncall }))
        if (value && !isAddress(value))
          report(place(key), `${key} ${value} cannot be reached: give an e-mail address or an https: address`)
    },
  },
]

export const isKebab = (name: string) => /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)

export const isAddress = (text: string) =>
  /^[^\s@:]+@[^\s@]+\.[a-z]+$/.test(text) || /^(https:\/\/|mailto:|tel:)\S+$/.test(text)
