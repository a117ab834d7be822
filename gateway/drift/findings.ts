/** Keeps what was found, once for all processes, and lets owners know. */
import type { Alerting } from '../alerting/alerting.ts'
import { toInstant } from '../instant.ts'
import type { Collection } from '../store/register/collection.ts'
import type { Log } from '../telemetry/log.ts'
import {
  type Affected,
  type Finding,
  findingId,
  type Place,
  type Seen,
  sentenceOf,
  subjectOf,
} from './finding.ts'
import type { ProfileData } from './profile.ts'

export interface FindingsOptions {
  readonly kept: Collection<Finding>
  readonly alerting: Alerting
  readonly log: Log
  /** What is made from a field. */
  affectedBy(place: Place): Promise<readonly Affected[]>
}

interface Update {
  readonly seen: Seen
  times: number
  lastAt: number
  profile: ProfileData | undefined
}

/** Different ones this process has in mind; more than that are left to the log. */
const FINDINGS_MAX = 1_000
/** What broke a contract and was not seen for so long is over. */
const OVER_AFTER_MS = 10 * 60_000
const AFFECTED_TOLD = 10
/** Longer than other processes take to hear of it. */
const ON_ITS_WAY_MS = 15_000

export class Findings {
  readonly #options: FindingsOptions
  readonly #known = new Set<string>()
  readonly #updates = new Map<string, Update>()
  #writing: Promise<void> = Promise.resolve()

  constructor(options: FindingsOptions) {
    this.#options = options
  }

  /**
   * It was seen, so many times. The first time it is written down at once, later now and then.
   *
   * @param profile what the field is like since it was first seen
   */
  note(seen: Seen, times = 1, profile?: ProfileData): void {
    const id = findingId(seen, seen.isBroken)
    const update = this.#updates.get(id)
    if (update) {
      update.times += times
      update.lastAt = Date.now()
      update.profile = profile ?? update.profile
      return
    }
    const isNew = !this.#known.has(id)
    if (isNew && this.#known.size >= FINDINGS_MAX) return
    this.#known.add(id)
    this.#updates.set(id, { seen, times, lastAt: Date.now(), profile })
    if (isNew) this.write().catch((err) => this.#options.log.debug({ err }, 'drift cannot be written down'))
    else this.#tell(seen, id, [])
  }

  /** Writes down what was seen since the last time, after what is being written. @throws StoreUnavailable */
  write(): Promise<void> {
    this.#writing = this.#writing.then(
      () => this.#write(),
      () => this.#write(),
    )
    return this.#writing
  }

  async #write(): Promise<void> {
    const updates = [...this.#updates]
    this.#updates.clear()
    for (const [id, update] of updates) {
      try {
        await this.#put(id, update)
      } catch (error) {
        this.#updates.set(id, update)
        throw error
      }
    }
  }

  async #put(id: string, { seen, times, lastAt, profile }: Update): Promise<void> {
    const { kept, affectedBy, log } = this.#options
    const known = kept.get(id)
    const affected =
      known?.affected ??
      (await affectedBy(seen).catch((err: unknown) => {
        log.debug({ err }, 'what is affected is not known')
        return []
      }))
    let isQuiet = false
    await kept.change(id, (known) => {
      // It was accepted while this was on its way.
      isQuiet = known?.state === 'accepted' && lastAt < (known.accepted?.at ?? 0) + ON_ITS_WAY_MS
      if (isQuiet) return undefined
      return {
        ...seen,
        id,
        state: 'open',
        firstAt: known && known.state !== 'over' ? known.firstAt : lastAt,
        lastAt,
        times: (known?.times ?? 0) + times,
        affected,
        ...(profile && { profile }),
      }
    })
    if (!isQuiet) this.#tell(seen, id, affected)
  }

  /** It is not like that any more. */
  async over(seen: Seen): Promise<void> {
    const id = findingId(seen, seen.isBroken)
    this.#known.delete(id)
    this.#options.alerting.resolve(aboutOf(seen))
    await this.#options.kept.change(id, (known) =>
      known?.state === 'open' ? { ...known, state: 'over' } : undefined,
    )
  }

  /** Ends what was not seen for a while. @throws StoreUnavailable */
  async expire(): Promise<void> {
    const { kept } = this.#options
    await kept.look()
    const now = Date.now()
    for (const finding of kept.values)
      if (finding.state === 'open' && finding.isBroken && now - finding.lastAt > OVER_AFTER_MS)
        await this.over(finding)
  }

  /** Nobody is told of it any more. @returns nothing when there is no such finding */
  async accept(id: string, by: string, why: string): Promise<Finding | undefined> {
    const { kept, alerting } = this.#options
    await kept.look()
    const finding = await kept.change(
      id,
      (known) => known && { ...known, state: 'accepted', accepted: { by, why, at: Date.now() } },
    )
    if (!finding) return undefined
    this.#known.delete(id)
    this.#updates.delete(id)
    alerting.resolve(aboutOf(finding))
    return finding
  }

  async list(): Promise<readonly Finding[]> {
    await this.write()
    await this.#options.kept.look()
    return this.#options.kept.values.toSorted((a, b) => b.lastAt - a.lastAt)
  }

  #tell(seen: Seen, id: string, affected: readonly Affected[]): void {
    const { before, after } = seen
    this.#options.alerting.alert({
      ...aboutOf(seen),
      owner: seen.owner,
      summary: sentenceOf(seen),
      facts: {
        finding: id,
        before,
        after,
        firstSeen: toInstant(this.#options.kept.get(id)?.firstAt ?? Date.now()),
        ...(affected.length && {
          affected: mostTelling(affected).map(({ api, operation }) => `${api} ${operation}`),
        }),
      },
    })
  }
}

/** Those first that are known to show it. */
const mostTelling = (affected: readonly Affected[]): readonly Affected[] =>
  affected.toSorted((a, b) => Math.sign(b.fields.length) - Math.sign(a.fields.length)).slice(0, AFFECTED_TOLD)

const aboutOf = (seen: Seen) =>
  ({ kind: seen.isBroken ? 'contract-broken' : 'drift', api: seen.api, subject: subjectOf(seen) }) as const
