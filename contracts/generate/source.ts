/** A YAML file of `contracts/` with its line numbers, and what is wrong in it, in words that say what to do. */
import { readFileSync } from 'node:fs'
import { isNode, LineCounter, parseDocument } from 'yaml'

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
  /** Where the value under these keys stands; the nearest known parent when it is missing. */
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
      for (let depth = keys.length; depth >= 0; depth--) {
        const node = depth ? document.getIn(keys.slice(0, depth), true) : document.contents
        if (!isNode(node) || !node.range) continue
        const { line, col } = lines.linePos(node.range[0])
        return { file, line, column: col, message }
      }
      return { file, line: 1, column: 1, message }
    },
  }
}

export const print = ({ file, line, column, message }: Mistake) => `${file}:${line}:${column}  ${message}`
