/** The registry: `contracts/published`, one folder for each API version and one file for each of its revisions. */
import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Approval, RecordedApproval } from './approval.ts'
import { digestOf } from './promise.ts'
import { byRevision, type Revision } from './revision.ts'

export class Registry {
  readonly #folder: string

  /** @param root folder that holds `contracts/` */
  constructor(root: string) {
    this.#folder = join(root, 'contracts/published')
  }

  /** Every API version of which something is published. */
  ids(): readonly string[] {
    return globSync('*/*/v*', { cwd: this.#folder })
      .map((path) => path.replaceAll('\\', '/'))
      .sort()
  }

  /** Oldest first. */
  revisions(id: string): readonly Revision[] {
    const folder = join(this.#folder, id)
    if (!existsSync(folder)) return []
    return readdirSync(folder)
      .filter((name) => /^\d+\.\d+\.json$/.test(name))
      .map((name) => read<Revision>(join(folder, name)))
      .sort(byRevision)
  }

  latest(id: string): Revision | undefined {
    return this.revisions(id).at(-1)
  }

  /** In the order of their files. */
  approvals(id: string): readonly RecordedApproval[] {
    const folder = join(this.#folder, id, 'approvals')
    if (!existsSync(folder)) return []
    const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
    return names.sort().map((name) => ({
      ...read<Approval>(join(folder, name)),
      file: `contracts/published/${id}/approvals/${name}`,
    }))
  }

  /** A revision is written once. */
  add(revision: Revision): string {
    return this.#write(revision.id, `${revision.revision}.json`, revision, 'wx')
  }

  /** @param revision what is to be published */
  approve(id: string, revision: string, approval: Approval): string {
    const name = approval.fingerprint.slice('sha256:'.length).slice(0, 12)
    return this.#write(id, `approvals/${revision}-${name}.json`, approval, 'w')
  }

  #write(id: string, name: string, content: object, flag: 'w' | 'wx'): string {
    const path = join(this.#folder, id, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, `${JSON.stringify(content, undefined, 1)}\n`, { flag })
    return `contracts/published/${id}/${name}`
  }
}

/** Whether a revision still says what it said when it was published. */
export const isIntact = ({ digest, document }: Revision): boolean => digest === digestOf(document)

const read = <Content>(path: string): Content => JSON.parse(readFileSync(path, 'utf8')) as Content
