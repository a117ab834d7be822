/** Any OpenAPI 3.0 or 3.1 document, from a file or as text, whole and ready to be compared. */
import { readFile, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseDocument } from 'yaml'
import { at } from '../runtime/document.ts'
import { isNode, type Source } from './proof/project.ts'

/** The input is at fault: one sentence says how. */
export class NotComparable extends Error {
  override readonly name = 'NotComparable'
}

export interface Loaded extends Source {
  /** What the reader calls it: a path, an address, an id. */
  readonly name: string
}

export const BYTES_MAX = 32 * 2 ** 20
const DEPTH_MAX = 400
const NODES_MAX = 5_000_000

export async function loadFile(path: string): Promise<Loaded> {
  const about = await stat(path).catch(() => undefined)
  if (!about?.isFile()) throw new NotComparable(`${path}: there is no such file`)
  if (about.size > BYTES_MAX) throw new NotComparable(`${path}: larger than ${BYTES_MAX / 2 ** 20} MB`)
  const document = loadText(await readFile(path, 'utf8'), path, { whole: false })
  return hasReferencesElsewhere(document.root) ? bundled(path) : document
}

/** @param whole refuses references to other files */
export function loadText(text: string, name: string, { whole = true } = {}): Loaded {
  if (text.length > BYTES_MAX) throw new NotComparable(`${name}: larger than ${BYTES_MAX / 2 ** 20} MB`)
  const root = parsed(text, name)
  if (!isNode(root)) throw new NotComparable(`${name}: no OpenAPI document, but ${kindOf(root)}`)
  const old = isOld(root, name)
  measure(root, name)
  if (whole && hasReferencesElsewhere(root))
    throw new NotComparable(`${name}: refers to other files, which are not here`)
  follow(root, name)
  return { root, old, name }
}

function parsed(text: string, name: string): unknown {
  try {
    if (/^\s*[{[]/.test(text)) return JSON.parse(text)
  } catch (error) {
    // Flow-style YAML begins like JSON.
    if (text.length > 2 ** 20) throw new NotComparable(`${name}: broken JSON: ${(error as Error).message}`)
  }
  try {
    const document = parseDocument(text, { uniqueKeys: false, logLevel: 'silent' })
    const [first] = document.errors
    if (first) throw new NotComparable(`${name}: broken YAML: ${first.message.split('\n')[0]}`)
    return document.toJS({ maxAliasCount: 10_000 })
  } catch (error) {
    if (error instanceof NotComparable) throw error
    const tooDeep = error instanceof RangeError ? 'it is nested too deeply' : (error as Error).message
    throw new NotComparable(`${name}: cannot be read: ${tooDeep}`)
  }
}

function isOld(root: Readonly<Record<string, unknown>>, name: string): boolean {
  if ('swagger' in root)
    throw new NotComparable(
      `${name}: is Swagger ${root.swagger}; only OpenAPI 3.0 and 3.1 can be compared. Convert it first.`,
    )
  const version = String(root.openapi ?? '')
  if (!/^3\.[012](\.|$)/.test(version))
    throw new NotComparable(
      version
        ? `${name}: is OpenAPI ${version}; only 3.0 and 3.1 can be compared`
        : `${name}: no OpenAPI document: the key openapi is missing`,
    )
  if (root.paths !== undefined && !isNode(root.paths))
    throw new NotComparable(`${name}: paths must be an object`)
  return version.startsWith('3.0')
}

/** Refuses what no person writes: values inside themselves, endless nesting, aliases that multiply. */
function measure(root: unknown, name: string): void {
  let nodes = 0
  const open = new Set<object>()
  const visit = (node: unknown, depth: number): void => {
    if (typeof node !== 'object' || node === null) return
    if (open.has(node))
      throw new NotComparable(`${name}: a value contains itself (a YAML alias leads back to its anchor)`)
    if (depth > DEPTH_MAX) throw new NotComparable(`${name}: nested deeper than ${DEPTH_MAX} levels`)
    if (++nodes > NODES_MAX) throw new NotComparable(`${name}: more than ${NODES_MAX} values`)
    open.add(node)
    for (const part of Object.values(node)) visit(part, depth + 1)
    open.delete(node)
  }
  visit(root, 0)
}

const kindOf = (value: unknown) =>
  value === null || value === undefined ? 'nothing' : Array.isArray(value) ? 'a list' : `a ${typeof value}`

function* references(root: unknown): Generator<string> {
  const pending = [root]
  while (pending.length) {
    const node = pending.pop()
    if (isNode(node) && typeof node.$ref === 'string') yield node.$ref
    if (typeof node === 'object' && node !== null)
      for (const [key, part] of Object.entries(node))
        if (key !== 'example' && key !== 'examples' && key !== 'enum' && key !== 'const') pending.push(part)
  }
}

const hasReferencesElsewhere = (root: unknown): boolean =>
  [...references(root)].some(($ref) => !$ref.startsWith('#'))

/** Every reference has to lead to something other than itself. */
function follow(root: unknown, name: string): void {
  for (const start of new Set(references(root))) {
    const trail = [start]
    for (let next: string | undefined = start; next?.startsWith('#'); ) {
      const node: unknown = at(root as never, next)
      if (node === undefined) throw new NotComparable(`${name}: the $ref ${next} leads nowhere`)
      next = isNode(node) && typeof node.$ref === 'string' ? node.$ref : undefined
      if (next && trail.includes(next))
        throw new NotComparable(`${name}: references lead in a circle: ${[...trail, next].join(' -> ')}`)
      if (next) trail.push(next)
    }
  }
}

/** Takes in the files it refers to. */
async function bundled(path: string): Promise<Loaded> {
  const { bundle, createConfig } = await import('@redocly/openapi-core')
  const result = await bundle({ ref: resolve(path), config: await createConfig({}) }).catch(
    (error: Error) => {
      throw new NotComparable(`${path}: ${error.message}`)
    },
  )
  const [problem] = result.problems.filter(({ severity }) => severity === 'error')
  if (problem) throw new NotComparable(`${path}: ${problem.message}`)
  return loadText(JSON.stringify(result.bundle.parsed), path)
}
