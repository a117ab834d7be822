/** Lists come in pages, or say that they do not. */
import { conjuncts } from './contract.ts'
import { isNode, isServed, type LintRule } from './rule.ts'

export const pagingRules: readonly LintRule[] = [
  {
    id: 'paging',
    purpose: 'A list that is short today is long in a year, and then it is too late.',
    check(contract, report) {
      if (!isServed(contract)) return
      for (const { operation: asked, flow, media, keys } of contract.bodies) {
        const { method, keys: place, operation, parameters } = asked
        if (method !== 'get' || flow !== 'reply') continue
        const parts = [...conjuncts(contract.bundle, media.schema)]
        const properties = Object.assign({}, ...parts.map((part) => part.properties)) as object
        const names = parameters.map(({ parameter }) => parameter.name)
        const missing = [
          ...['cursor', 'limit'].filter((name) => !names.includes(name)),
          ...('nextCursor' in properties ? [] : ['nextCursor']),
        ]
        if (parts.some(({ type }) => type === 'array'))
          report(
            keys,
            'the reply is a bare list: answer { items, nextCursor }, to which something can be added',
          )
        else if (operation['x-paging'] === 'none') {
          if ('nextCursor' in properties || names.includes('cursor'))
            report([...place, 'x-paging'], 'the list has pages: remove x-paging: none')
          else if (!('items' in properties))
            report([...place, 'x-paging'], 'the reply is no list: remove x-paging: none')
        } else if (('items' in properties || missing.length < 2) && missing.length)
          report(
            place,
            `the list has no ${missing.join(', ')}: add what shared/paging.yaml has, or x-paging: none if it always comes as a whole`,
          )
      }
    },
  },
  {
    id: 'page-size',
    purpose: 'A caller never gets more at once than it can take, and may ask for less.',
    check({ operations }, report) {
      for (const { parameters } of operations)
        for (const { keys, parameter } of parameters) {
          if (parameter.name !== 'limit' || !isNode(parameter.schema)) continue
          const { maximum, default: usual } = parameter.schema as { maximum?: number; default?: number }
          if (!(Number(maximum) <= 1000) || usual === undefined)
            report([...keys, 'schema'], 'limit is open: give it a maximum of at most 1000, and a default')
        }
    },
  },
]
