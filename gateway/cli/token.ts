/** `strata token <consumer>`: an access token of the development issuer, alone on standard output. */
import { defineCommand } from 'citty'
import { readConfig } from '../config.ts'
import { type Consumer, type Consumers, readConsumers } from '../security/consumers.ts'
import { developmentIssuer } from '../security/issuer.ts'
import { Mistake } from './mistake.ts'

export const token = defineCommand({
  meta: { name: 'token', description: 'print an access token of the development issuer' },
  args: {
    consumer: { type: 'positional', description: 'id in contracts/consumers.yaml', required: true },
    customer: { type: 'string', description: 'the customer the token proves (default: the demo customer)' },
    json: { type: 'boolean', description: 'print {consumer, customerId, token}' },
  },
  async run({ args }) {
    const config = readConfig(process.env)
    if (config.auth) throw new Mistake(`AUTH_ISSUER is set: get a token from ${config.auth.issuer}`)
    const consumer = find(readConsumers(), args.consumer)
    const customerId = args.customer ?? (await demoCustomerFor(consumer))
    const issued = await issueToken(config, consumer, customerId)
    console.log(args.json ? JSON.stringify({ consumer: consumer.id, customerId, token: issued }) : issued)
  },
})

export async function issueToken(
  { stateDirectory, audience }: Pick<ReturnType<typeof readConfig>, 'stateDirectory' | 'audience'>,
  { id }: Consumer,
  customerId: string | undefined,
  lifetimeSeconds?: number,
): Promise<string> {
  const issuer = await developmentIssuer(stateDirectory)
  return issuer.issue(
    { consumer: id, ...(customerId === undefined ? {} : { customerId }) },
    audience,
    lifetimeSeconds,
  )
}

/** The customer of the demonstration, for consumers that act for an end user. */
export async function demoCustomerFor({ uses }: Consumer): Promise<string | undefined> {
  const [{ apis }, { seed }] = await Promise.all([
    import('../apis.gen.ts'),
    import('../sandbox/seed/main.ts'),
  ])
  const actsForCustomers = apis.some(
    ({ contract }) =>
      uses.includes(contract.id) &&
      Object.values(contract.operations).some(({ security }) => security.includes('customer')),
  )
  return actsForCustomers ? seed.customers[0]?.customerId : undefined
}

function find(consumers: Consumers, id: string): Consumer {
  const consumer = consumers.get(id)
  if (!consumer)
    throw new Mistake(`no consumer ${id}: contracts/consumers.yaml has ${[...consumers.keys()].join(', ')}`)
  return consumer
}
