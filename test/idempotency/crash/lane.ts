/** Runs cases one after the other on a pair of replicas, and says in words what of the promise was broken. */
import { randomUUID } from 'node:crypto'
import { setTimeout as after } from 'node:timers/promises'
import { request } from 'undici'
import type { Driver } from '../../../gateway/store/driver.ts'
import type { Case } from './cases.ts'
import type { Fault, Plan, Works } from './fixture/works.ts'
import { LEASE_MS, type Replica, type Replicas } from './replicas.ts'

const PATIENCE_MS = 15_000
const AGAIN_MS = 50

/** What every operation does in the end, once. */
const effectsOf = {
  keyed: ['/keyed'],
  lookup: ['/confirmations'],
  opaque: ['/opaque'],
  saga: ['/reservations', '/payments'],
} as const
const paths = ['/keyed', '/confirmations', '/opaque', '/reservations', '/payments', '/cancellations']

interface Answer {
  readonly status: number
  readonly text: string
  readonly isReplayed: boolean
  readonly isUnrecorded: boolean
}

export class Lane {
  readonly #replicas: Replicas
  readonly #works: Works
  readonly #store: Driver
  #parked = 0

  constructor(replicas: Replicas, works: Works, store: Driver) {
    this.#replicas = replicas
    this.#works = works
    this.#store = store
  }

  get parked(): number {
    return this.#parked
  }

  /** @returns what was wrong */
  async run(one: Case): Promise<string[]> {
    const { victim, other } = this.#replicas
    const wish = { operation: one.operation, item: randomUUID(), key: randomUUID() }
    if (one.trouble) this.#works.plans.push({ times: 1, ...one.trouble, item: wish.item })
    const leaving = new AbortController()
    const { reached } = await this.#arm(one, wish.item, leaving)
    const first = this.#post(victim, wish, leaving.signal).catch(() => undefined)
    const wasReached = await Promise.race([reached.then(() => true), after(PATIENCE_MS, false)])
    if (!wasReached) return [`never came to ${one.place}: ${(await first)?.text}`]

    const target = one.retryAt === 'victim' ? victim : other
    const goesOn = one.action === 'stop' ? this.#goOn(victim) : undefined
    if (target === victim) await goesOn
    if (one.action === 'kill' && target === victim) await victim.revive()
    const final = await this.#settle(target, wish)
    if (one.action === 'kill' && target === other) await victim.revive()
    await goesOn
    return isFinal(final) ? this.#judge(one, wish, final, await first) : [`came to no end: ${final.text}`]
  }

  /** Sets the trap: in the victim, or for what happens outside of it in the backend. */
  async #arm({ place, action, passes = 0 }: Case, item: string, client: AbortController) {
    const { victim } = this.#replicas
    const [where, path = ''] = place.split(' ')
    const isOutside = where === 'effect' || (action === 'reset' && (where === 'send' || where === 'reply'))
    if (!isOutside) return victim.arm({ place, action, passes })
    const reached = new Promise<void>((resolve) => {
      const happened = () => {
        if (action === 'kill') victim.signal('SIGKILL')
        if (action === 'stop') victim.signal('SIGSTOP')
        if (where === 'reply') client.abort()
        resolve()
      }
      const plan: Plan = { path, item, fault: faultOf(where as 'send', action), times: 1, happened }
      this.#works.plans.push(plan)
    })
    return { reached }
  }

  /** After its lease is over. */
  async #goOn(stopped: Replica): Promise<void> {
    await after(2.2 * LEASE_MS)
    stopped.signal('SIGCONT')
    this.#works.letGo()
    await after(LEASE_MS / 2)
  }

  /** Repeats the request until the answer is the last word on it. */
  async #settle(replica: Replica, wish: Wish): Promise<Answer> {
    const until = performance.now() + PATIENCE_MS
    for (;;) {
      const answer = await this.#post(replica, wish).catch(({ message }: Error) => noAnswer(message))
      if (isFinal(answer) || performance.now() > until) return answer
      await after(AGAIN_MS)
    }
  }

  async #judge(one: Case, wish: Wish, final: Answer, first: Answer | undefined): Promise<string[]> {
    const { victim, other } = this.#replicas
    const wrong: string[] = []
    const again = [await this.#settle(victim, wish), await this.#settle(other, wish)]
    // What could not be written down is true, and may yet come to an operator.
    const counts = first && isFinal(first) && !isParked(first) && !(first.isUnrecorded && isParked(final))
    if (counts) again.push(first)
    for (const { status, text } of again)
      if (status !== final.status || (text !== final.text && !isParked(final)))
        wrong.push(`answered ${status} ${text} as well as ${final.status} ${final.text}`)
    if (!isParked(final) && !again[1]?.isReplayed) wrong.push('does not say that it was answered before')

    const effects = (path: string) => this.#works.effects(path, wish.item)
    for (const path of paths) if (effects(path) > 1) wrong.push(`${path} was done ${effects(path)} times`)
    if (final.status === 201)
      for (const path of effectsOf[one.operation])
        if (effects(path) === 0) wrong.push(`answered 201, and ${path} was not done`)
    if (isParked(final)) {
      this.#parked++
      if (one.operation !== 'opaque') wrong.push(`parked without need: ${final.text}`)
      const mayBeSent = one.action === 'kill' || one.action === 'stop' || /\/opaque|withdraw/.test(one.place)
      if (!mayBeSent && effects('/opaque') === 0) wrong.push(`parked, and nothing was sent: ${final.text}`)
      const listed = await this.#store.list('parked', 1_000)
      if (listed.length !== this.#parked) wrong.push(`parked, and ${listed.length} of ${this.#parked} listed`)
    } else if (final.status >= 400 && effects('/reservations') !== effects('/cancellations'))
      wrong.push(`answered ${final.status}, and it was not taken back`)
    else if (final.status >= 400 && one.trouble?.fault !== 'refused') wrong.push(`refused: ${final.text}`)

    const reused = { ...wish, item: `${wish.item}-other` }
    const { status } = await this.#post(other, reused)
    if (status !== 422) wrong.push(`answered ${status} to another wish under the same key`)
    for (const path of paths)
      if (this.#works.effects(path, reused.item) > 0) wrong.push(`${path} was done after ${status}`)
    return wrong
  }

  async #post(replica: Replica, { operation, item, key }: Wish, signal?: AbortSignal): Promise<Answer> {
    const { statusCode, headers, body } = await request(`${replica.url}/process/line/v1/${operation}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${this.#replicas.token}`,
        'content-type': 'application/json',
        'idempotency-key': key,
      },
      body: JSON.stringify({ item }),
      reset: true,
      ...(signal && { signal }),
    })
    return {
      status: statusCode,
      text: await body.text(),
      isReplayed: headers['idempotency-replayed'] === 'true',
      isUnrecorded: headers['idempotency-status'] === 'unrecorded',
    }
  }
}

interface Wish {
  readonly operation: Case['operation']
  readonly item: string
  readonly key: string
}

/** What a trap outside of the victim does to the exchange it waits for. */
function faultOf(where: 'send' | 'effect' | 'reply', action: Case['action']): Fault {
  if (where === 'send') return 'lost'
  if (where === 'reply') return 'none'
  return ({ kill: 'held', stop: 'held', throw: 'garbled', reset: 'reset' } as const)[action]
}

const noAnswer = (text: string): Answer => ({ status: 599, text, isReplayed: false, isUnrecorded: false })

const isParked = ({ text }: Answer): boolean => text.includes('/problems/idempotency-outcome-unknown')

const isFinal = (answer: Answer): boolean =>
  isParked(answer) ||
  (answer.status !== 202 && answer.status < 500 && !answer.text.includes('idempotency-in-progress'))
