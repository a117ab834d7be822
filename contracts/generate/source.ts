/** A YAML file of `contracts/` with its line numbers, and what is wrong in it, in words that say what to do. */
import { readFileSync } from 'node:fs'
import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import { tooMuch } from './measure.ts'

export interface Mistake {
  /** As `contracts/system/erp/v1.yaml`. */
  readonly file: string
  readonly line: number
  readonly column: number
  readonly message: string
  /** The rule that is broken, where there is one of that name. */
  readonly rule?: string
}

export interface Source {
  readonly file: string
  readonly data: unknown
  /** Says where the last of the keys stands; the nearest known parent when it is missing. */
  mistake(keys: readonly (string | number)[], message: string, rule?: string): Mistake
}

/** More than a contract that people can read has. */
export const limits = { bytes: 2 * 2 ** 20, depth: 100, values: 200_000 }

/** Reads a file; broken YAML comes back as mistakes. */
export function readSource(path: string, file: string): Source | readonly Mistake[] {
  const text = readFileSync(path, 'utf8')
  const refuse = (message: string) => [{ file, line: 1, column: 1, message }]
  if (text.length > limits.bytes)
    return refuse(`larger than ${limits.bytes / 2 ** 20} MB: split the contract`)
  const lines = new LineCounter()
  try {
    return toSource(parseDocument(text, { lineCounter: lines, uniqueKeys: true }), lines, file)
  } catch (error) {
    if (error instanceof RangeError) return refuse('nested too deeply: write it flatter')
    return refuse(`broken YAML: ${(error as Error).message.split('\n')[0]}`)
  }
}

function toSource(document: Document, lines: LineCounter, file: string): Source | readonly Mistake[] {
  if (document.errors.length)
    return document.errors.map(({ pos, message }) => {
      const { line, col } = lines.linePos(pos[0])
      return {
        file,
        line,
        column: col,
        message: /call stack/.test(message)
          ? 'nested too deeply: write it flatter'
          : `broken YAML: ${message.split('\n')[0]?.replace(/ at line.*/, '')}`,
      }
    })
  const data: unknown = document.toJS({ maxAliasCount: -1 })
  const reason = tooMuch(data, limits)
  if (reason) return [{ file, line: 1, column: 1, message: `${reason}: write out what is meant` }]
  return {
    file,
    data,
    mistake(keys, message, rule) {
      const { line, col } = lines.linePos(placeOf(document, keys))
      return { file, line, column: col, message, ...(rule === undefined ? {} : { rule }) }
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
