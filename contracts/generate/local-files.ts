/** References lead to files only, of a folder where there is one: nothing is fetched. */
import { relative, sep } from 'node:path'
import { BaseResolver, ResolveError, type Source } from '@redocly/openapi-core'
import { tooMuch } from './measure.ts'
import { limits } from './source.ts'

/** Stands before the reason for which a file is not read. */
export const REFUSED = 'refused: '

export class LocalFiles extends BaseResolver {
  readonly #folder: string | undefined
  readonly #limits: typeof limits

  /** @param folder absolute; files anywhere may be read when missing */
  constructor(folder: string | undefined, most = limits) {
    super()
    this.#folder = folder
    this.#limits = most
  }

  override async loadExternalRef(absoluteRef: string): Promise<Source> {
    const isAddress = /^[a-z][a-z+.-]*:\/\//i.test(absoluteRef)
    if (this.#folder !== undefined && (isAddress || !isWithin(this.#folder, absoluteRef)))
      throw refused('the $ref leads out of contracts/: copy what it names to contracts/shared')
    if (isAddress) throw refused(`nothing is fetched: save ${absoluteRef} beside the file`)
    const source = await super.loadExternalRef(absoluteRef)
    if (source.body.length > this.#limits.bytes)
      throw refused(`the $ref leads to a file larger than ${this.#limits.bytes / 2 ** 20} MB: split it`)
    return source
  }

  override parseDocument(source: Source, isRoot = false) {
    const document = super.parseDocument(source, isRoot)
    const reason = tooMuch(document.parsed, this.#limits)
    if (reason) throw refused(`the $ref leads to a file with too much in it (${reason}): shorten it`)
    return document
  }
}

function isWithin(folder: string, file: string): boolean {
  const path = relative(folder, file)
  return !path.startsWith('..') && !path.startsWith(sep)
}

const refused = (reason: string) => new ResolveError(new Error(REFUSED + reason))
