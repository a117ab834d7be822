/** Breaks things in the order the seed says, as the work goes on. What is broken is whole again before it breaks anew. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Fault } from '../support/fault-proxy.ts'
import { type FaultKind, LEASE_MS, type Profile } from './profile.ts'
import type { Scene } from './scene.ts'

/** Each goes through its faults one by one: the two gateways, the store, the network. */
type Lane = 0 | 1 | 'store' | 'network'

interface Planned {
  readonly kind: FaultKind
  readonly lane: Lane
  /** Share of the keys that are begun by then. */
  readonly at: number
}

const LOOK_MS = 20
/** Nothing breaks at the very beginning and the very end: there would be nobody to notice. */
const FIRST = 0.01
const LAST = 0.98
/** How far the work may be ahead of what should have broken by then. */
const LEAD = 0.01
const STORE_STOPPED_MS = 2_000
const CUT_MS = 400

export class Faults {
  readonly done: Partial<Record<FaultKind, number>> = {}
  readonly #scene: Scene
  readonly #random: () => number
  readonly #lanes: ReadonlyMap<Lane, Planned[]>

  constructor(scene: Scene, { faults }: Profile, random: () => number) {
    this.#scene = scene
    this.#random = random
    const planned = Object.entries(faults).flatMap(([kind, count]) =>
      Array.from({ length: count }, () => plan(kind as FaultKind, random)),
    )
    this.#lanes = Map.groupBy(
      planned.sort((a, b) => a.at - b.at),
      ({ lane }) => lane,
    ) as Map<Lane, Planned[]>
  }

  /** Whether something should have broken before the work gets so far. */
  isBehind(progress: number): boolean {
    return [...this.#lanes.values()].some(([next]) => next !== undefined && next.at < progress - LEAD)
  }

  /** Ends when everything broke, and is whole again. */
  async run(progress: () => number): Promise<void> {
    await Promise.all(
      [...this.#lanes.values()].map(async (lane) => {
        for (let next = lane[0]; next; next = lane[0]) {
          while (progress() < next.at) await pause(LOOK_MS)
          const hasHappened = await this.#happen(next)
          lane.shift()
          if (hasHappened) this.done[next.kind] = (this.done[next.kind] ?? 0) + 1
        }
      }),
    )
  }

  async #happen({ kind, lane }: Planned): Promise<boolean> {
    const { store, replicas } = this.#scene
    const replica = replicas[Number(lane)]
    switch (kind) {
      case 'gateway killed':
        replica?.kill()
        await pause(LOOK_MS)
        await replica?.untilReady()
        return true
      case 'gateway stopped':
        await replica?.stop(LEASE_MS * (1.1 + this.#random()))
        return true
      case 'Redis killed':
        await store.kill()
        return true
      case 'Redis killed while the disk was busy':
        return store.killWhileFsyncIsPending()
      case 'Redis stopped':
        await store.stop(STORE_STOPPED_MS)
        return true
      case 'connections cut':
        await this.#cut()
        return true
    }
  }

  async #cut(): Promise<void> {
    const proxies = Object.values(this.#scene.proxies)
    const proxy = pick(proxies, this.#random)
    await proxy.set(pick(cuts, this.#random))
    await pause(CUT_MS * (0.5 + this.#random()))
    await proxy.clear()
  }
}

const cuts: readonly Fault[] = [
  { kind: 'refuse' },
  { kind: 'reset-request', share: 0.2 },
  { kind: 'reset-reply', share: 0.2 },
  { kind: 'cut-reply', share: 0.2, atByte: [0, 200] },
  { kind: 'half-open', lost: 'requests', share: 0.05 },
  { kind: 'half-open', lost: 'replies', share: 0.05 },
]

function plan(kind: FaultKind, random: () => number): Planned {
  const lane = kind.startsWith('gateway')
    ? random() < 0.5
      ? 0
      : 1
    : kind.startsWith('Redis')
      ? 'store'
      : 'network'
  return { kind, lane, at: FIRST + random() * (LAST - FIRST) }
}

const pick = <Value>(values: readonly Value[], random: () => number): Value =>
  values[Math.floor(random() * values.length)] as Value
