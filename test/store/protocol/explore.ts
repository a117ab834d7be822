/**
 * Walks every interleaving of gateways and adversary, breadth first, with the real rules of the store. It looks for two
 * effects of one step, and for a record that is completed although an effect is missing.
 */
import { gatewayMoves, type Move, stepsOf } from './gateway-moves.ts'
import type { Walk } from './options.ts'
import { beginningOf, type Moment } from './state.ts'
import { worldMoves } from './world-moves.ts'

export interface Found {
  readonly states: number
  readonly violation: 'duplicate' | 'completed-without-effect' | undefined
  /** The shortest way there. */
  readonly trace: readonly string[]
  /** What was seen on the way: a walk that never completes proves nothing. */
  readonly completed: boolean
  readonly parked: boolean
}

export function explore(walk: Walk): Found {
  const first = beginningOf(walk)
  const start = keyOf(first)
  const origin = new Map<string, readonly [from: string, what: string] | undefined>([[start, undefined]])
  const queue: (readonly [key: string, moment: Moment])[] = [[start, first]]
  const seen = { completed: false, parked: false }
  const steps = stepsOf(walk)
  for (const [key, moment] of queue) {
    seen.completed ||= moment.record?.state === 'completed'
    seen.parked ||= moment.record?.state === 'parked'
    const violation = violationOf(moment, steps)
    if (violation) return { states: origin.size, violation, trace: traceTo(key, origin), ...seen }
    for (const [what, next] of moves(moment, walk)) {
      const nextKey = keyOf(next)
      if (origin.has(nextKey)) continue
      origin.set(nextKey, [key, what])
      queue.push([nextKey, next])
    }
  }
  return { states: origin.size, violation: undefined, trace: [], ...seen }
}

function* moves(moment: Moment, walk: Walk): Generator<Move> {
  for (const index of moment.gateways.keys()) yield* gatewayMoves(moment, index, walk)
  yield* worldMoves(moment, walk)
}

function violationOf({ effects, record }: Moment, steps: readonly string[]): Found['violation'] {
  if (steps.some((step) => (effects[step] ?? 0) > 1)) return 'duplicate'
  if (record?.state === 'completed' && steps.some((step) => !effects[step])) return 'completed-without-effect'
  return undefined
}

/** Only what can make a difference; everything else would multiply the states. */
function keyOf({ record, tokens, gateways, network, effects, left }: Moment): string {
  const kept = record && [
    record.state,
    record.token,
    record.leaseUntil,
    Object.entries(record.steps).map(([name, { phase }]) => name + phase),
  ]
  return JSON.stringify([kept, tokens, gateways.map(Object.values), network, effects, Object.values(left)])
}

function traceTo(key: string, origin: ReadonlyMap<string, readonly [string, string] | undefined>): string[] {
  const trace: string[] = []
  for (let step = origin.get(key); step; step = origin.get(step[0])) trace.unshift(step[1])
  return trace
}
