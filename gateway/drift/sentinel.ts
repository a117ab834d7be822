/**
 * Watches what the systems behind the gateway answer: what breaks their contracts, what is beyond them, and what is
 * allowed but not as it was. One lookout for each operation; findings and baselines are those of the whole deployment.
 */
import type { Alerting } from '../alerting/alerting.ts'
import type { Target } from '../hop/policy.ts'
import { Collection } from '../store/register/collection.ts'
import type { Register } from '../store/register/register.ts'
import type { Log } from '../telemetry/log.ts'
import { Backlog } from './backlog.ts'
import type { Baseline, SealRule } from './baseline.ts'
import { Baselines } from './baselines.ts'
import { Effort } from './effort.ts'
import type { BaselineFile } from './files.ts'
import type { Affected, Finding, Place } from './finding.ts'
import { Findings } from './findings.ts'
import { type Answer, Lookout } from './lookout.ts'

export interface SentinelOptions {
  readonly register: Register
  readonly alerting: Alerting
  readonly log: Log
  /** Baselines that were reviewed. */
  readonly reviewed: ReadonlyMap<string, Baseline>
  readonly rule: SealRule
  /** So many values are looked at; of answers beyond that, only the names. @default 20_000 */
  readonly valuesPerSecond?: number
  affectedBy(place: Place): Promise<readonly Affected[]>
}

const LOOK_EVERY_MS = 1_000
const FLUSH_EVERY_MS = 10_000
/** A two-hundredth of a processor, or so. */
const VALUES_PER_SECOND = 20_000

export class Sentinel {
  readonly findings: Findings
  readonly #backlog: Backlog | undefined
  readonly #effort: Effort
  readonly #baselines: Baselines
  readonly #log: Log
  readonly #lookouts = new Map<string, Lookout>()
  readonly #answers: Answer[] = []
  #work: Promise<void> = Promise.resolve()
  #flushedAt = 0
  #timer: NodeJS.Timeout | undefined

  constructor(options: SentinelOptions) {
    const { register, alerting, log, reviewed, rule, affectedBy } = options
    this.#effort = new Effort(options.valuesPerSecond ?? VALUES_PER_SECOND)
    this.#log = log
    if (rule.observations > 0) this.#backlog = new Backlog(log)
    const kept = new Collection<Finding>(register, 'drift')
    this.findings = new Findings({ kept, alerting, log, affectedBy })
    this.#baselines = new Baselines(new Collection<Baseline>(register, 'drift-baselines'), reviewed, rule)
  }

  /** Made once for each operation. Layers are held to their contracts, systems to what they were like as well. */
  of(target: Target): Lookout {
    const name = `${target.contract.id} ${target.operation.id}`
    const known = this.#lookouts.get(name)
    if (known) return known
    const parts = {
      backlog: this.#backlog,
      effort: this.#effort,
      baselines: this.#baselines,
      findings: this.findings,
      log: this.#log,
    }
    const lookout = new Lookout(target, parts)
    this.#lookouts.set(name, lookout)
    if (target.contract.layer === 'backend') this.#answers.push(...lookout.answers)
    return lookout
  }

  async start(): Promise<void> {
    await this.look(true)
    this.#timer = setInterval(() => {
      const isDue = performance.now() - this.#flushedAt >= FLUSH_EVERY_MS
      this.#work = this.#work.then(() => this.look(isDue))
    }, LOOK_EVERY_MS).unref()
  }

  async close(): Promise<void> {
    clearInterval(this.#timer)
    await this.#work
    await this.look(true)
  }

  /**
   * From now on that is normal.
   *
   * @returns the finding, and the file to be reviewed; nothing when there is no such finding, or it breaks a contract
   */
  async accept(
    id: string,
    by: string,
    why: string,
  ): Promise<{ readonly finding: Finding; readonly file: BaselineFile } | undefined> {
    const found = (await this.findings.list()).find((finding) => finding.id === id)
    if (!found || found.isBroken) return undefined
    const { api, operation, status, pointer, event, profile } = found
    await this.#baselines.look()
    await this.#baselines.accept(`${api} ${operation} ${status}`, { pointer, event, profile }, { by, why })
    const finding = (await this.findings.accept(id, by, why)) ?? found
    this.#follow()
    return { finding, file: this.#baselines.fileOf(api) }
  }

  /** Answers that wait to be looked at. */
  get waiting(): number {
    return this.#backlog?.waiting ?? 0
  }

  /** Answers nobody looked at: there were too many. */
  get dropped(): number {
    return this.#backlog?.dropped ?? 0
  }

  /**
   * Tells what was seen, and hears what others did.
   *
   * @param isDue whether it is time to do that, even if nothing is complete
   */
  async look(isDue: boolean): Promise<void> {
    try {
      for (const answer of this.#answers) if (isDue || answer.isEnough) await answer.flush()
      if (isDue) {
        this.#flushedAt = performance.now()
        await this.findings.write()
        await this.findings.expire()
      }
      await this.#baselines.look()
      this.#follow()
    } catch (err) {
      this.#log.debug({ err }, 'the store does not say what is normal')
    }
  }

  #follow(): void {
    for (const answer of this.#answers) answer.follow()
  }
}
