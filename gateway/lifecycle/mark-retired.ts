/** Says in a contract that its version is retired: one word of the file, and nothing else of it. */
import { readFileSync, writeFileSync } from 'node:fs'
import { isScalar, parseDocument } from 'yaml'

export function markRetired(file: string): void {
  const text = readFileSync(file, 'utf8')
  const status = parseDocument(text).getIn(['info', 'x-lifecycle', 'status'], true)
  if (!isScalar(status) || !status.range) throw new Error(`${file} has no info.x-lifecycle.status`)
  const [from, to] = status.range
  writeFileSync(file, `${text.slice(0, from)}retired${text.slice(to)}`)
}
