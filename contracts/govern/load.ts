/** Any OpenAPI 3.0 or 3.1 document, from a file or as text, whole and ready to be compared. */
import { readFile, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { tooMuch } from '../generate/measure.ts'
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
const limits = { depth: 400, values: 5_000_000 }

export async function loadFile(path: string): Promise<Loaded> {
  const about = await stat(path).catch(() => undefined)
  if (!about?.isFile()) throw new NotComparable(`${path}: there is no such file`)
  if (about.size > BYTES_MAX) throw new NotComparable(`${path}: larger than ${BYTES_MAX / 2 ** 20} MB`)
  const root = await parsed(await readFile(path, 'utf8'), path)
  return hasReferencesElsewhere(measured(root, path)) ? bundled(path) : toDocument(root, path)
}

/** A document that comes from elsewhere has to be whole. */
export async function loadText(text: string, name: string): Promise<Loaded> {
  if (text.length > BYTES_MAX) throw new NotComparable(`${name}: larger than ${BYTES_MAX / 2 ** 20} MB`)
  return toDocument(await parsed(text, name), name)
}

/** @param root what the text says */
export function toDocument(root: unknown, name: string): Loaded {
  const old = isOld(measured(root, name), name)
  if (hasReferencesElsewhere(root))
    throw new NotComparable(`${name}: refers to other files, which are not here`)
  follow(root, name)
  return { root, old, name }
}

/** JSON needs no tools; YAML begins like JSON at times. */
async function parsed(text: string, name: string): Promise<unknown> {
  if (/^\s*[{[]/.test(text))
    try {
      return JSON.parse(text)
    } catch (error) {
      if (text.length > 2 ** 20) throw new NotComparable(`${name}: broken JSON: ${(error as Error).message}`)
    }
  const { parseYaml } = await import('@redocly/openapi-core')
  try {
    return parseYaml(text)
  } catch (error) {
    const reason = error instanceof RangeError ? 'nested too deeply' : (error as Error).message.split('\n')[0]
    throw new NotComparable(`${name}: broken YAML: ${reason}`)
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

function measured(root: unknown, name: string): Readonly<Record<string, unknown>> {
  if (!isNode(root)) throw new NotComparable(`${name}: no OpenAPI document, but ${kindOf(root)}`)
  const reason = tooMuch(root, limits)
  if (reason) throw new NotComparable(`${name}: ${reason}`)
  return root
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
  const { LocalFiles, REFUSED } = await import('../generate/local-files.ts')
  const externalRefResolver = new LocalFiles(undefined, { ...limits, bytes: BYTES_MAX })
  const config = await createConfig({})
  const result = await bundle({ ref: resolve(path), config, externalRefResolver }).catch((error: Error) => {
    throw new NotComparable(`${path}: ${error.message}`)
  })
  const [problem] = result.problems.filter(({ severity }) => severity === 'error')
  if (problem) throw new NotComparable(`${path}: ${problem.message.split(REFUSED)[1] ?? problem.message}`)
  return toDocument(result.bundle.parsed, path)
}
