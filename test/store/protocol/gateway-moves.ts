/** What a gateway may do next: begin, record an intent, send, learn the outcome or not, complete, give up, die. */

import type { Command } from '../../../gateway/store/command.ts'
import type { StepRecord } from '../../../gateway/store/record.ts'
import type { Walk } from './options.ts'
import { ask, type Gateway, idle, type Moment, spend, withGateway } from './state.ts'

export type Move = readonly [what: string, next: Moment]

export const stepsOf = ({ steps = 1 }: Walk) =>
  Array.from({ length: steps }, (_, index) => `step-${index + 1}`)

export function* gatewayMoves(moment: Moment, index: number, walk: Walk): Generator<Move> {
  const gateway = moment.gateways[index] as Gateway
  const { at } = gateway
  if (at === 'idle' && moment.left.begins > 0) yield begin(moment, index, walk)
  if (at === 'working') yield* work(moment, index, walk)
  if (at === 'intended') yield* send(moment, index, walk)
  if (at === 'waiting') yield* learn(moment, index, walk)
  if (at !== 'idle' && moment.left.crashes > 0)
    yield [`g${index} dies`, withGateway(spend(moment, 'crashes'), index, idle)]
}

/** A step of class A can be taken again, one of class B must not be. */
const intend = ({ effect }: Walk, token: string, step: string): Command => ({
  kind: 'note',
  token,
  notes: { [step]: { phase: effect === 'A' ? 'intent' : 'sent' } },
})

const say = (index: number, what: string) => `g${index} ${what}`

function begin(before: Moment, index: number, { broken }: Walk): Move {
  const token = `token-${before.tokens + 1}`
  const asked = ask(
    { ...spend(before, 'begins'), tokens: before.tokens + 1 },
    { kind: 'begin', fingerprint: '', token, leaseMs: 1 },
    broken,
  )
  const { answer, moment } = asked
  const what = say(index, `begins: ${answer}`)
  if (answer !== 'held') return [what, moment]
  const steps = broken === 'steps-forgotten' ? {} : (moment.record?.steps ?? {})
  const known = Object.fromEntries(Object.entries(steps).map(([name, { phase }]) => [name, phase]))
  return [what, withGateway(asked.moment, index, { ...idle, at: 'working', token, known })]
}

function* work(moment: Moment, index: number, walk: Walk): Generator<Move> {
  const gateway = moment.gateways[index] as Gateway
  const { token, known } = gateway
  const { broken } = walk
  const step = stepsOf(walk).find((name) => known[name] !== 'done')
  if (moment.left.releases > 0) {
    const released = ask(spend(moment, 'releases'), { kind: 'release', token, keep: false }, broken)
    yield [say(index, 'gives up'), withGateway(released.moment, index, idle)]
  }
  if (!step) {
    const completed = ask(moment, { kind: 'complete', token, reply: '', retentionMs: 1 }, broken)
    yield [say(index, `completes: ${completed.answer}`), withGateway(completed.moment, index, idle)]
    return
  }
  if (known[step] === 'sent' && walk.effect === 'B' && broken !== 'resend-on-resume') {
    yield lookUp(moment, index, walk, step)
    return
  }
  if (broken === 'send-before-intent') {
    yield [
      say(index, `intends ${step} later`),
      withGateway(moment, index, { ...gateway, at: 'intended', step }),
    ]
    return
  }
  const intended = ask(moment, intend(walk, token, step), broken)
  const goesOn = intended.answer === 'done' || broken === 'intent-ignored'
  const next: Gateway = goesOn ? { ...gateway, at: 'intended', step } : idle
  yield [say(index, `intends ${step}: ${intended.answer}`), withGateway(intended.moment, index, next)]
}

/** Class B after an intent: the effect exists, or nobody can know. */
function lookUp(moment: Moment, index: number, walk: Walk, step: string): Move {
  const { token } = moment.gateways[index] as Gateway
  if (moment.effects[step]) return finish(moment, index, walk, step, 'finds')
  const parked = ask(moment, { kind: 'park', token, reason: '' }, walk.broken)
  return [say(index, `does not find ${step}, parks`), withGateway(parked.moment, index, idle)]
}

function finish(moment: Moment, index: number, { broken }: Walk, step: string, how: string): Move {
  const gateway = moment.gateways[index] as Gateway
  const note = { kind: 'note', token: gateway.token, notes: { [step]: { phase: 'done' } } } as const
  const done = ask(moment, note, broken)
  const known = { ...gateway.known, [step]: 'done' as StepRecord['phase'] }
  const next: Gateway =
    done.answer === 'done' ? { ...idle, at: 'working', token: gateway.token, known } : idle
  return [say(index, `${how} ${step}: ${done.answer}`), withGateway(done.moment, index, next)]
}

/** However long a gateway was stopped in between: whoever has its intent sends. */
function* send(moment: Moment, index: number, walk: Walk): Generator<Move> {
  const gateway = moment.gateways[index] as Gateway
  const { token, step } = gateway
  const sent = { ...moment, network: [...moment.network, { gateway: index, token, step }].sort(byContent) }
  yield [say(index, `sends ${step}`), withGateway(sent, index, { ...gateway, at: 'waiting' })]
  if (moment.left.undos > 0) yield undo(moment, index, walk, 'cannot send')
}

function undo(moment: Moment, index: number, { broken }: Walk, why: string): Move {
  const gateway = moment.gateways[index] as Gateway
  const undone = ask(
    spend(moment, 'undos'),
    { kind: 'withdraw', token: gateway.token, step: gateway.step },
    broken,
  )
  const known = { ...gateway.known }
  delete known[gateway.step]
  const next: Gateway =
    undone.answer === 'done' ? { ...idle, at: 'working', token: gateway.token, known } : idle
  return [say(index, `${why} ${gateway.step}, undoes its intent`), withGateway(undone.moment, index, next)]
}

function* learn(moment: Moment, index: number, walk: Walk): Generator<Move> {
  const gateway = moment.gateways[index] as Gateway
  const { step } = gateway
  const { broken } = walk
  if (broken === 'send-before-intent')
    yield [say(index, `intends ${step} now`), ask(moment, intend(walk, gateway.token, step), broken).moment]
  yield [say(index, `hears nothing of ${step}`), withGateway(moment, index, idle)]
  if (gateway.answered) yield finish(moment, index, walk, step, 'has done')
  if (broken === 'complete-on-timeout') yield finish(moment, index, walk, step, 'assumes')
  if (broken === 'undo-after-send' && moment.left.undos > 0) yield undo(moment, index, walk, 'forgets')
}

const byContent = (one: object, other: object) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1)
