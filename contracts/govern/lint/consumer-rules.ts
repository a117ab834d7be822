/** `contracts/consumers.yaml`: who may call what can be read by a person, and leads to APIs there are. */
import type { Keys, Node } from '../../generate/rule.ts'
import { isAddress, isKebab } from './owner.ts'
import { isNode, type LintRule, type Register } from './rule.ts'

/** What is said of a consumer. */
const required = ['id', 'description', 'owner', 'plan', 'uses']

export const consumerRules: readonly LintRule<Register>[] = [
  {
    id: 'consumer-complete',
    purpose: 'Who calls is known by name, and can be asked before something is changed.',
    check(register, report) {
      const ids = new Set<unknown>()
      for (const { consumer, keys } of consumersOf(register)) {
        const { id, owner } = consumer
        for (const key of required)
          if (consumer[key] === undefined || consumer[key] === '')
            report(keys, `the consumer ${id ?? '(no id)'} has no ${key}: add it`)
        if (typeof id === 'string' && !isKebab(id))
          report([...keys, 'id'], `the id ${id} is misspelt: write kebab-case`)
        if (ids.has(id)) report([...keys, 'id'], `there are two consumers ${id}: choose another id`)
        ids.add(id)
        const { team, contact } = (isNode(owner) ? owner : {}) as { team?: string; contact?: string }
        if (owner !== undefined && !team) report([...keys, 'owner'], `nobody owns ${id}: add owner.team`)
        if (owner !== undefined && !isAddress(String(contact)))
          report(
            [...keys, 'owner', 'contact'],
            `the owner of ${id} cannot be reached: give contact an e-mail address or an https: address`,
          )
      }
    },
  },
  {
    id: 'consumer-uses',
    purpose: 'A grant for an API that is not there is a grant nobody reviews.',
    check(register, report) {
      for (const { consumer, keys } of consumersOf(register)) {
        const uses = Array.isArray(consumer.uses) ? (consumer.uses as unknown[]) : []
        for (const [index, id] of uses.entries()) {
          const place = [...keys, 'uses', index]
          const document = register.contracts.get(String(id))
          const { status } = (document?.info['x-lifecycle'] ?? {}) as { status?: string }
          if (!register.ids.includes(String(id)))
            report(place, `${consumer.id} uses ${id}, which does not exist: correct the id, or remove it`)
          else if (!/^(experience|process)\//.test(String(id)))
            report(
              place,
              `${consumer.id} uses ${id} past the layers above it: use an experience or process API`,
            )
          else if (status === 'retired')
            report(place, `${consumer.id} uses ${id}, which is retired: use its successor`)
          else if (uses.indexOf(id) !== index) report(place, `${consumer.id} uses ${id} twice: remove one`)
        }
        if (uses.length === 0 && !(consumer.scopes as unknown[] | undefined)?.length)
          report(keys, `${consumer.id} may do nothing: give it uses or scopes, or remove it`)
      }
    },
  },
]

function consumersOf({ data }: Register): readonly { consumer: Node; keys: Keys }[] {
  const { consumers } = (isNode(data) ? data : {}) as { consumers?: unknown }
  return (Array.isArray(consumers) ? consumers : []).map((consumer, index) => ({
    consumer: isNode(consumer) ? consumer : {},
    keys: ['consumers', index],
  }))
}
