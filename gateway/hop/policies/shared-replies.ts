/**
 * What makes two requests the same, and whose replies are whose. An operation that knows no end user gives all who may
 * call it the same reply, and is asked on behalf of nobody: no handler on the way can let it depend on who asked first.
 * Any other reply belongs to its caller alone.
 */
import { type Caller, nobody } from '../../call.ts'
import type { OperationRequest, Target } from '../policy.ts'

/** Ways to prove oneself that prove no end user. */
const withoutUser: ReadonlySet<string> = new Set(['consumer', 'layer'])

const isForAll = ({ operation }: Target): boolean =>
  operation.security.every((scheme) => withoutUser.has(scheme))

/** Who a shared attempt is made for. */
export const onBehalfOf = (target: Target): ((caller: Caller) => Caller) =>
  isForAll(target) ? () => nobody : (caller) => caller

/**
 * A function that tells apart requests whose replies may differ.
 * @param vary names of the headers that make a difference, in lower case; `undefined` means all
 */
export function keyOf(
  target: Target,
  vary?: readonly string[],
): (request: OperationRequest, caller: Caller) => string {
  const name = `${target.contract.id} ${target.operation.id}`
  const forAll = isForAll(target)
  return ({ params, query, headers, cookies, body, mediaType }, { consumer, customerId }) =>
    JSON.stringify([
      name,
      sorted(params),
      sorted(query),
      sorted(headers, vary),
      sorted(cookies),
      // Backends are also read with a body.
      body,
      mediaType,
      forAll ? 0 : [consumer, customerId],
    ])
}

/** Names and values in turn, in one order whoever wrote them. */
function sorted(values: Readonly<Record<string, unknown>> | undefined, names?: readonly string[]): unknown[] {
  const list: unknown[] = []
  for (const name of Object.keys(values ?? {}).sort())
    if (values?.[name] !== undefined && (!names || names.includes(name.toLowerCase())))
      list.push(name, values[name])
  return list
}
