/** The baselines in force: those of files, and those of the store, which all processes make together. */
import type { Collection } from '../store/register/collection.ts'
import {
  type Acceptance,
  accepted,
  type Baseline,
  type Learned,
  learned,
  type NewNormal,
  type SealRule,
} from './baseline.ts'
import type { BaselineFile } from './files.ts'

export class Baselines {
  readonly #kept: Collection<Baseline>
  readonly #reviewed: ReadonlyMap<string, Baseline>
  readonly #rule: SealRule

  constructor(kept: Collection<Baseline>, reviewed: ReadonlyMap<string, Baseline>, rule: SealRule) {
    this.#kept = kept
    this.#reviewed = reviewed
    this.#rule = rule
  }

  /** @param answer as `backend/erp/v1 findSales 200` */
  get(answer: string): Baseline | undefined {
    const kept = this.#kept.get(answer)
    const reviewed = this.#reviewed.get(answer)
    if (!kept || !reviewed) return kept ?? reviewed
    // What was accepted since the file was made is in force as well.
    return kept.state === 'sealed' && kept.changedAt > reviewed.changedAt ? kept : reviewed
  }

  /** How many more observations it takes; 0 when it is sealed. */
  missing(answer: string): number {
    const known = this.get(answer)
    return known?.state === 'sealed' ? 0 : this.#rule.observations - (known?.observations ?? 0)
  }

  /** @returns whether anything is new, of other processes too */
  look(): Promise<boolean> {
    return this.#kept.look()
  }

  /** @returns what is known now */
  learn(answer: string, news: Learned, version: string): Promise<Baseline | undefined> {
    return this.#kept.change(answer, (known) => learned(known, news, version, this.#rule, Date.now()))
  }

  accept(
    answer: string,
    normal: NewNormal,
    by: Pick<Acceptance, 'by' | 'why'>,
  ): Promise<Baseline | undefined> {
    return this.#kept.change(answer, (known) => {
      const base = known?.state === 'sealed' ? known : this.get(answer)
      return base && accepted(base, normal, by, Date.now())
    })
  }

  /** All that is sealed of a contract, as its file has it. */
  fileOf(api: string): BaselineFile {
    const names = new Set(
      [...this.#kept.ids, ...this.#reviewed.keys()].filter((name) => name.startsWith(`${api} `)),
    )
    const sealed = [...names].sort().flatMap((name) => {
      const baseline = this.get(name)
      return baseline?.state === 'sealed' ? [[name.slice(api.length + 1), baseline] as const] : []
    })
    return { contract: api, answers: Object.fromEntries(sealed) }
  }
}
