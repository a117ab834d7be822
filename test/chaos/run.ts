/** One run: wishes sent while everything breaks, asked for again when all is over, and judged. */
import { setTimeout as pause } from 'node:timers/promises'
import { randomOf } from '../support/random.ts'
import { readEffects } from './effects.ts'
import { Faults } from './faults.ts'
import { judge, type Told, type Verdict } from './judge.ts'
import { readParked } from './parked.ts'
import { type FaultKind, PATIENCE_MS, type Profile } from './profile.ts'
import { type Scene, startScene } from './scene.ts'
import { type Final, type SenderOptions, send } from './sender.ts'
import { type Wish, wishesOf } from './wishes.ts'

export interface RunOptions {
  readonly profile: Profile
  readonly seed: number
  /** Whether each attempt has a key of its own, as if there were none: to see that the judge finds what it should. */
  readonly without: boolean
  readonly onProgress: (text: string) => void
}

export interface Result {
  readonly keys: number
  readonly requests: number
  readonly seconds: number
  readonly faults: Readonly<Partial<Record<FaultKind, number>>>
  /** How long after the last fault the last answer was final. */
  readonly settledAfterMs: number
  /** Why attempts were repeated, and how often. */
  readonly repeated: Readonly<Record<string, number>>
  /** What the gateways logged as errors, and how often. */
  readonly errors: Readonly<Record<string, number>>
  readonly parked: readonly string[]
  readonly verdict: Verdict
}

export async function run(options: RunOptions): Promise<Result> {
  const errors = new Tally()
  const scene = await startScene(options.seed, (line) => errors.add(messageOf(line)))
  try {
    return await observe(scene, options, errors)
  } finally {
    await scene.close()
  }
}

async function observe(scene: Scene, options: RunOptions, errors: Tally): Promise<Result> {
  const { profile, seed, without, onProgress } = options
  const random = randomOf(seed)
  const wishes = wishesOf(profile, `s${seed}`, random)
  const faults = new Faults(scene, profile, random)
  const repeated = new Tally()
  const beganAt = performance.now()
  const { replicas, tokenOf } = scene
  const sending = {
    replicas,
    tokenOf,
    without,
    random: Math.random,
    onOpen: (why: string) => repeated.add(why),
  }
  const patience = new AbortController()
  let begun = 0
  let settled = 0
  const told: Told[] = []
  const show = setInterval(() => {
    const broken = Object.values(faults.done).reduce((sum, count) => sum + count, 0)
    onProgress(`${settled} of ${wishes.length} keys settled, ${broken} faults, ${begun - settled} under way`)
  }, 500)
  const breaking = faults.run(() => begun / wishes.length)
  const work = atOnce(profile.atOnce, wishes, async (wish) => {
    while (faults.isBehind(begun / wishes.length)) await pause(20)
    begun++
    told.push(await grant(wish, sending, patience.signal))
    settled++
  })
  await breaking
  const lastFaultAt = performance.now()
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS)
  await work
  clearTimeout(timer)
  clearInterval(show)
  const settledAfterMs = Math.max(0, performance.now() - lastFaultAt)
  onProgress('asking for everything again')
  const again = without ? told : await askAgain(told, profile, sending)
  const parked = await readParked(scene.storeUrl)
  return {
    keys: wishes.length,
    requests: again.reduce((sum, { finals }) => sum + finals.reduce((own, one) => own + one.attempts, 0), 0),
    seconds: Math.round((performance.now() - beganAt) / 1000),
    faults: faults.done,
    settledAfterMs: Math.round(settledAfterMs),
    repeated: repeated.counts,
    errors: errors.counts,
    parked,
    verdict: judge(again, await readEffects(scene.erp, scene.crm)),
  }
}

/** All senders of a wish, at once. */
async function grant(wish: Wish, sending: SenderOptions, signal: AbortSignal): Promise<Told> {
  const senders = Array.from({ length: wish.senders }, () => send(wish, sending, signal))
  const finals = (await Promise.all(senders)).filter((final): final is Final => final !== undefined)
  return { wish, finals, isOpen: finals.length < wish.senders }
}

async function askAgain(told: readonly Told[], { atOnce: limit }: Profile, sending: SenderOptions) {
  const again: Told[] = []
  await atOnce(limit, told, async (one) => {
    const final = await send(one.wish, sending, AbortSignal.timeout(PATIENCE_MS))
    again.push({ ...one, finals: [...one.finals, ...(final ? [final] : [])] })
  })
  return again
}

async function atOnce<Item>(limit: number, items: readonly Item[], act: (item: Item) => Promise<void>) {
  const left = items.values()
  const worker = async () => {
    for (const item of left) await act(item)
  }
  await Promise.all(Array.from({ length: limit }, worker))
}

class Tally {
  readonly counts: Record<string, number> = {}

  add(what: string): void {
    this.counts[what] = (this.counts[what] ?? 0) + 1
  }
}

/** Without the ids of records, which are different each time. */
function messageOf(line: string): string {
  try {
    const { msg = '', problem = '' } = JSON.parse(line) as { msg?: string; problem?: string }
    return `${problem} ${msg}`.replaceAll(/[\w-]{32}/g, '…').trim()
  } catch {
    return line.slice(0, 200)
  }
}
