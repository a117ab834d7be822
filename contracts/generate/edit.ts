/** Changes one value of a YAML file and leaves every other character as it is. */
import { isMap, isNode, parseDocument } from 'yaml'

/**
 * @param text of the file
 * @param keys where the value stands, or shall stand: its parent has to be there
 * @param value as it is to be written
 */
export function withValue(text: string, keys: readonly string[], value: string): string {
  const document = parseDocument(text)
  const node = document.getIn(keys, true)
  if (isNode(node) && node.range) {
    const [start, end] = node.range
    return text.slice(0, start) + value + text.slice(start + text.slice(start, end).trimEnd().length)
  }
  const parent = document.getIn(keys.slice(0, -1), true)
  if (!isMap(parent) || !parent.range) throw new Error(`there is no ${keys.slice(0, -1).join('.')} to add to`)
  const [start] = parent.range
  if (parent.flow) return `${text.slice(0, start + 1)} ${keys.at(-1)}: ${value},${text.slice(start + 1)}`
  const indent = ' '.repeat(start - text.lastIndexOf('\n', start - 1) - 1)
  return `${text.slice(0, start)}${keys.at(-1)}: ${value}\n${indent}${text.slice(start)}`
}
