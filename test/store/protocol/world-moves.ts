/** What happens to the gateways: late calls, leases that end, a store that forgets, an operator. */
import type { Move } from './gateway-moves.ts'
import type { Walk } from './options.ts'
import { ask, expireLease, isLive, type Moment, spend, withGateway } from './state.ts'

export function* worldMoves(moment: Moment, walk: Walk): Generator<Move> {
  yield* deliver(moment, walk)
  const { record, left } = moment
  if (left.expiries > 0 && isLive(record))
    yield ['the lease ends', { ...spend(moment, 'expiries'), record: expireLease(record) }]
  if (left.losses > 0 && record)
    yield ['the store forgets the record', { ...spend(moment, 'losses'), record: undefined }]
  if (left.resolves > 0 && record?.state === 'parked') yield* resolveAbsent(moment, walk)
}

/** In any order, as late as it likes. */
function* deliver(moment: Moment, { effect }: Walk): Generator<Move> {
  for (const [at, { gateway, token, step }] of moment.network.entries()) {
    const before = moment.effects[step] ?? 0
    const after = effect === 'A' && before > 0 ? before : before + 1
    const applied = {
      ...moment,
      network: moment.network.toSpliced(at, 1),
      effects: { ...moment.effects, [step]: after },
    }
    const sender = moment.gateways[gateway]
    const waits = sender?.at === 'waiting' && sender.token === token && sender.step === step
    yield [
      `the backend applies ${step} of g${gateway}`,
      waits ? withGateway(applied, gateway, { ...sender, answered: true }) : applied,
    ]
  }
}

function* resolveAbsent(moment: Moment, { resolveAbsent, broken }: Walk): Generator<Move> {
  const open = Object.entries(moment.record?.steps ?? {}).filter(([, { phase }]) => phase === 'sent')
  if (open.some(([name]) => moment.effects[name])) return
  const quiet = moment.network.length === 0
  const nobodyPaused = moment.gateways.every(({ at }) => at !== 'intended')
  const waited = resolveAbsent === 'now' || (quiet && (resolveAbsent === 'network-drained' || nobodyPaused))
  if (!waited) return
  yield [
    `an operator declares it absent (${resolveAbsent})`,
    ask(spend(moment, 'resolves'), { kind: 'retry' }, broken).moment,
  ]
}
