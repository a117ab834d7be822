/** A system of which one decides how it fares, and calls to it. */
import type { Reply } from '../../contracts/contract.ts'
import { type ContractData, toContract } from '../../contracts/runtime/load.ts'
import { Call } from '../../gateway/call.ts'
import type { Policy, Send, Target } from '../../gateway/hop/policy.ts'
import { type Failure, Problem } from '../../gateway/problem.ts'

export const contractOf = (policies?: object): ContractData =>
  toContract('backend/depot/v1', {
    openapi: '3.1.0',
    info: {
      title: 'Depot',
      version: '1.0.0',
      'x-owner': {
        team: 'depots',
        contact: 'depots@strata.example',
        oncall: 'https://oncall.strata.example',
      },
      ...(policies && { 'x-policies': policies as never }),
    },
    paths: Object.fromEntries(
      ['get', 'put', 'post'].map((method) => [
        `/${method}`,
        { [method]: { operationId: method, responses: {} } },
      ]),
    ),
  })

export const targetOf = (contract: ContractData, operation = 'get'): Target => ({
  contract,
  operation: contract.operations[operation] as Target['operation'],
})

export const target = targetOf(contractOf())

export const callFor = (lastsMs = 10_000) => new Call(performance.now() + lastsMs)

const ok: Reply = { status: 200, body: {} }
const answer = () => Promise.resolve(ok)
export const failing = (problem: unknown) => () => Promise.reject(problem)

const failed = (failure?: Failure) =>
  new Problem('upstream-unavailable', 'it failed', failure ? { failure } : {})
export const down = () => failed({ effect: 'unknown', unhealthy: true })
export const unreachable = () => failed({ effect: 'none', unhealthy: true, unreachable: true })
export const stale = () => failed({ effect: 'unknown', unhealthy: false, stale: true })
export const refused = () => new Problem('conflict', 'it said no')
export const gone = () => new Problem('deadline-exceeded', 'the client closed the connection')

/** A system behind a policy, answering as `behave` says at the time. */
export function behind(policy: Policy, on: Target = target) {
  const system = { calls: 0, behave: answer as () => Promise<Reply> }
  const send: Send = policy(on, () => {
    system.calls++
    return system.behave()
  })
  return Object.assign(system, { send: (call = callFor()) => send({}, call), answers: () => answer() })
}

/** What became of a promise so far: its status, the slug of its problem, or `waiting`. */
export async function fate(promise: Promise<unknown>): Promise<unknown> {
  const soon = new Promise((resolve) => setImmediate(resolve, 'waiting'))
  return Promise.race([
    promise.then(
      (reply) => (reply as Reply | undefined)?.status ?? 'answered',
      (error) => (error instanceof Problem ? error.slug : (error as Error).name),
    ),
    soon,
  ])
}
