/** The registry: `contracts/published`, one folder for each API version and one file for each of its revisions. */
import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
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

  /** A revision is written once. */
  add(revision: Revision): string {
    const folder = join(this.#folder, revision.id)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, `${revision.revision}.json`), written(revision), { flag: 'wx' })
    return `contracts/published/${revision.id}/${revision.revision}.json`
  }
}

/** Whether a revision still says what it said when it was published. */
export const isIntact = ({ digest, document }: Revision): boolean => digest === digestOf(document)

const read = <Content>(path: string): Content => JSON.parse(readFileSync(path, 'utf8')) as Content

const written = (content: object) => `${JSON.stringify(content, undefined, 1)}\n`
