/** A YAML file of `contracts/` with its line numbers, and what is wrong in it, in words that say what to do. */
import { readFileSync } from 'node:fs'
import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'

export interface Mistake {
  /** As `contracts/system/erp/v1.yaml`. */
  readonly file: string
  readonly line: number
  readonly column: number
  readonly message: string
}

export interface Source {
  readonly file: string
  readonly data: unknown
  /** Says where the last of the keys stands; the nearest known parent when it is missing. */
  mistake(keys: readonly (string | number)[], message: string): Mistake
}

/** Reads a file; broken YAML comes back as mistakes. */
export function readSource(path: string, file: string): Source | readonly Mistake[] {
  const lines = new LineCounter()
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines, uniqueKeys: true })
  if (document.errors.length)
    return document.errors.map(({ pos, message }) => {
      const { line, col } = lines.linePos(pos[0])
      return {
        file,
        line,
        column: col,
        message: `broken YAML: ${message.split('\n')[0]?.replace(/ at line.*/, '')}`,
      }
    })
  return {
    file,
    data: document.toJS(),
    mistake(keys, message) {
      const { line, col } = lines.linePos(placeOf(document, keys))
      return { file, line, column: col, message }
    },
  }
}

/** Where the last of the keys stands; the nearest known parent when it is missing. */
function placeOf(document: Document, keys: readonly (string | number)[]): number {
  for (let depth = keys.length; depth > 0; depth--) {
    const parent = document.getIn(keys.slice(0, depth - 1), true)
    const key = keys[depth - 1]
    const node = isMap(parent)
      ? parent.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key)?.key
      : isSeq(parent) && parent.get(key, true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return document.contents?.range?.[0] ?? 0
}

export const print = ({ file, line, column, message }: Mistake) => `${file}:${line}:${column}  ${message}`
