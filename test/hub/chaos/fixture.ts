/** Contracts and handlers of the processes that are killed. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Api, ContractId } from '../../../contracts/contract.ts'
import { toEvent } from '../../../contracts/runtime/event.ts'
import { toContract } from '../../../contracts/runtime/load.ts'

const { event, taker, effects } = parse(readFileSync(new URL('fixture.yaml', import.meta.url), 'utf8'))
const contractOf = (id: ContractId, document: never) => toContract(id, document)

export const thingHappened = toEvent('events/thing-happened/v1', event)
export const backends = [contractOf('backend/effects/v1', effects as never)]
export const apis: readonly Api[] = [
  {
    contract: contractOf('system/taker/v1', taker as never),
    routes: () => ({}),
    handlers: {
      async take({ body }, context) {
        await context.effects.record({ body: { ...body, effect: context.mint('EF') } })
        return { status: 204 }
      },
    },
  },
]
export const DATA_KEY = 'chaos'.repeat(8)
