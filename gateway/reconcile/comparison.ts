/** Holds one list of records against another system: which of them does it not know? */
import { at } from '../../contracts/runtime/document.ts'
import type { ContractData, ReconciliationData } from '../../contracts/runtime/load.ts'
import { Call } from '../call.ts'
import { fieldAt, planOf } from '../drift/plan.ts'
import type { OperationRequest, Send } from '../hop/policy.ts'

/** The calls of one API, by client and operation. */
export type Calls = (call: string) => Send

export interface Difference {
  readonly checked: number
  readonly missing: number
  /** Some of those that are missing; none when what names a record is personal. */
  readonly examples: readonly string[]
  /** There are more records than are compared at a time. */
  readonly isCut: boolean
}

const PAGE = 100
const RECORDS_MAX = 20_000
const EXAMPLES_MAX = 20
/** Next to what users ask for, it takes its time. */
const AT_ONCE = 4
const CALL_MS = 10_000

/** @throws Problem when a system does not answer */
export async function compare(
  { each, has }: ReconciliationData,
  calls: Calls,
  shows: boolean,
): Promise<Difference> {
  const list = calls(each.call)
  const find = calls(has.call)
  let [checked, missing, cursor] = [0, 0, undefined as string | undefined]
  const examples: string[] = []
  do {
    const query = { ...each.query, limit: PAGE, ...(cursor !== undefined && { cursor }) }
    const { items, nextCursor } = (await ask(list, { query })) as Page
    const keys = items.map((item) => item[each.key]).filter((key) => typeof key === 'string')
    for (let from = 0; from < keys.length; from += AT_ONCE)
      await Promise.all(
        keys.slice(from, from + AT_ONCE).map(async (key) => {
          checked++
          if ((await ask(find, { params: { [has.parameter]: key } })) !== undefined) return
          missing++
          if (shows && examples.length < EXAMPLES_MAX) examples.push(key)
        }),
      )
    cursor = nextCursor
  } while (cursor !== undefined && checked < RECORDS_MAX)
  return { checked, missing, examples: examples.sort(), isCut: cursor !== undefined }
}

interface Page {
  readonly items: readonly Readonly<Record<string, unknown>>[]
  readonly nextCursor?: string
}

/** @returns nothing when there is no such record */
async function ask(send: Send, request: OperationRequest): Promise<unknown> {
  const { status, body } = await send(request, new Call(performance.now() + CALL_MS))
  if (status === 404) return undefined
  if (status >= 300) throw new Error(`answered ${status}`)
  return body
}

/** Whether what names a record may be shown. */
export function mayShow(used: ContractData, operationId: string, key: string): boolean {
  const schema = used.operations[operationId]?.responses[200]?.schema
  const plan = schema && planOf(used.document, at(used.document, schema.pointer))
  return plan !== undefined && fieldAt(plan, `/items/0/${key}`).plan?.hidden === undefined
}
