/** `contracts/consumers.yaml`: who may call what can be read by a person, and leads to APIs there are. */
import type { Keys, Node } from '../../generate/rule.ts'
import { isAddress, isKebab } from './owner.ts'
import { registerShape } from './register-shape.ts'
import { isNode, type LintRule, type Register } from './rule.ts'
import { shapeMistakes } from './shape.ts'

/** What is said of a consumer. */
const required = ['id', 'description', 'owner', 'plan', 'uses']

export const consumerRules: readonly LintRule<Register>[] = [
  {
    id: 'register-shape',
    purpose: 'What is misspelt or missing in the register grants, or limits, something else.',
    check({ data }, report) {
      for (const { keys, message } of shapeMistakes(registerShape, data))
        report(keys, `${keys.length ? keys.join('.') : 'the register'} ${message}: correct it`)
    },
  },
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
    purpose: 'A grant for what is not there, or not any more, is a grant nobody reviews.',
    check(register, report) {
      for (const { consumer, keys } of consumersOf(register)) {
        const grants = grantsOf(consumer)
        for (const [index, { api, since }] of grants.entries()) {
          const fault = faultOf(register, api, since)
          const isTwice = grants.findIndex((grant) => grant.api === api) !== index
          if (fault) report([...keys, 'uses', index], `${consumer.id} uses ${api}, ${fault}`)
          else if (isTwice) report([...keys, 'uses', index], `${consumer.id} uses ${api} twice: remove one`)
        }
        const others = ['scopes', 'publishes'].some((key) => (consumer[key] as unknown[] | undefined)?.length)
        if (grants.length === 0 && !others)
          report(keys, `${consumer.id} may do nothing: give it uses, publishes or scopes, or remove it`)
      }
    },
  },
  {
    id: 'consumer-limits',
    purpose: 'Who may ask without limit can ask for everything, and take it from all others.',
    check(register, report) {
      const plans = plansOf(register)
      for (const [name, plan] of Object.entries(plans)) {
        const limits = isNode(plan) && Array.isArray(plan.limits) ? plan.limits.filter(isNode) : []
        if (limits.length === 0) report(['plans', name], `the plan ${name} has no limits: add one`)
        for (const [index, limit] of limits.entries())
          for (const member of ['requests', 'seconds'])
            if (!(Number.isInteger(limit[member]) && Number(limit[member]) > 0))
              report(
                ['plans', name, 'limits', index],
                `the limit ${limit.name} has no ${member}: write a whole number above 0`,
              )
      }
      for (const { consumer, keys } of consumersOf(register))
        if (consumer.plan !== undefined && !Object.hasOwn(plans, String(consumer.plan)))
          report(
            [...keys, 'plan'],
            `${consumer.id} has the plan ${consumer.plan}, which does not exist: use ${Object.keys(plans).join(' or ')}`,
          )
    },
  },
  {
    id: 'consumer-origins',
    purpose:
      'A site that calls as a consumer acts for the people who use it: it is one site, and nobody else can pose as it.',
    check(register, report) {
      for (const { consumer, keys } of consumersOf(register))
        for (const [index, origin] of (Array.isArray(consumer.origins) ? consumer.origins : []).entries())
          if (!isOrigin(String(origin)))
            report(
              [...keys, 'origins', index],
              `${origin} is no site: write https:, the host and nothing else`,
            )
    },
  },
]

function faultOf({ ids, contracts }: Register, api: string, since: unknown): string | undefined {
  if (!ids.includes(api)) return 'which does not exist: correct the id, or remove it'
  if (!/^(experience|process)\//.test(api))
    return 'past the layers above it: use an experience or process API'
  const declared = contracts.get(api)?.info['x-lifecycle']
  const { status, deprecated, successor } = isNode(declared) ? declared : {}
  const instead = typeof successor === 'string' ? successor : 'another API'
  if (status === 'retired') return `which is retired: use ${instead}`
  const isLate = deprecated !== undefined && !(Date.parse(String(since)) < Date.parse(String(deprecated)))
  return isLate
    ? `which was deprecated before, and takes nobody new: use ${instead}, or say since when it may`
    : undefined
}

/** What a consumer may call, each with the day since when. */
function grantsOf({ uses, since: registered }: Node): readonly { api: string; since: unknown }[] {
  return (Array.isArray(uses) ? (uses as unknown[]) : []).flatMap((use) => {
    if (typeof use === 'string') return [{ api: use, since: registered }]
    return isNode(use) ? [{ api: String(use.api), since: use.since ?? registered }] : []
  })
}

function consumersOf({ data }: Register): readonly { consumer: Node; keys: Keys }[] {
  const { consumers } = (isNode(data) ? data : {}) as { consumers?: unknown }
  return (Array.isArray(consumers) ? consumers : []).map((consumer, index) => ({
    consumer: isNode(consumer) ? consumer : {},
    keys: ['consumers', index],
  }))
}

const plansOf = ({ data }: Register): Node => {
  const { plans } = (isNode(data) ? data : {}) as { plans?: unknown }
  return isNode(plans) ? plans : {}
}

/** As browsers write it in `Origin`; without encryption only on the machine of a developer. */
const isOrigin = (text: string): boolean =>
  URL.canParse(text) &&
  new URL(text).origin === text &&
  (text.startsWith('https://') || /^http:\/\/localhost(:\d+)?$/.test(text))
