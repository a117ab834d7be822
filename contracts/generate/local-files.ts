/** References lead to files of `contracts/` only: nothing is fetched, and nothing of the machine is read. */
import { relative, sep } from 'node:path'
import { BaseResolver, ResolveError, type Source } from '@redocly/openapi-core'
import { tooMuch } from './measure.ts'
import { limits } from './source.ts'

/** Stands before the reason for which a file is not read. */
export const REFUSED = 'refused: '

export class LocalFiles extends BaseResolver {
  readonly #folder: string

  /** @param folder absolute */
  constructor(folder: string) {
    super()
    this.#folder = folder
  }

  override async loadExternalRef(absoluteRef: string): Promise<Source> {
    const path = relative(this.#folder, absoluteRef)
    if (/^[a-z][a-z+.-]*:\/\//i.test(absoluteRef) || path.startsWith('..') || path.startsWith(sep))
      throw refused('the $ref leads out of contracts/: copy what it names to contracts/shared')
    const source = await super.loadExternalRef(absoluteRef)
    if (source.body.length > limits.bytes)
      throw refused(`the $ref leads to a file larger than ${limits.bytes / 2 ** 20} MB: split it`)
    return source
  }

  override parseDocument(source: Source, isRoot = false) {
    const document = super.parseDocument(source, isRoot)
    const reason = tooMuch(document.parsed, limits)
    if (reason) throw refused(`the $ref leads to a file with too much in it (${reason}): shorten it`)
    return document
  }
}

const refused = (reason: string) => new ResolveError(new Error(REFUSED + reason))
