/** What a contract was before: in the registry, in git, at an address, in a file. */
import { join } from 'node:path'
import {
  type Loaded,
  loadFile,
  loadRevision,
  loadText,
  NotComparable,
  Registry,
  toComparable,
} from '../../contracts/govern/main.ts'
import type { OpenApiDocument } from '../../contracts/runtime/document.ts'
import { isContractId, root } from './contracts.ts'
import { git } from './git.ts'

/** A contract by its id, or any file. */
export async function load(name: string): Promise<Loaded> {
  if (!isContractId(name)) return { ...(await loadFile(name)), name }
  const { root: document } = await loadFile(join(root, 'contracts', `${name}.yaml`))
  return toComparable(name, document as OpenApiDocument)
}

/** @param against `published`, `git:REF`, an address or a file; what was published, or else HEAD, unless told */
export async function loadBefore(name: string, against: string | undefined): Promise<Loaded> {
  const published = new Registry(root).latest(name)
  const from = against ?? (published ? 'published' : 'git:HEAD')
  if (from === 'published') {
    if (!published) throw new NotComparable(`${name}: nothing is published yet; try --against git:HEAD`)
    return loadRevision(published)
  }
  if (from.startsWith('git:')) return loadFromGit(name, from.slice('git:'.length))
  return /^https?:\/\//.test(from) ? loadFromUrl(from) : load(from)
}

/** The contracts there were: those a comparison of all has to account for. */
export async function idsBefore(against: string): Promise<readonly string[]> {
  if (against === 'published') return new Registry(root).ids()
  if (!against.startsWith('git:'))
    throw new NotComparable(`all contracts can be compared with published or git:REF, not with ${against}`)
  const ref = against.slice('git:'.length)
  const names = await git(root, 'ls-tree', '-r', '--name-only', ref, 'contracts/generated').catch(
    (error: Error) => {
      throw new NotComparable(`git does not know ${ref}: ${error.message}`)
    },
  )
  return names
    .split('\n')
    .map((name) => name.replace(/^.*contracts\/generated\/|\.json$/g, ''))
    .filter(isContractId)
}

async function loadFromGit(name: string, ref: string): Promise<Loaded> {
  const path = isContractId(name) ? `contracts/generated/${name}.json` : name
  const text = await git(isContractId(name) ? root : process.cwd(), 'show', `${ref}:./${path}`).catch(
    (error: Error) => {
      throw new NotComparable(`${name}: git has no ${path} at ${ref}: ${error.message}`)
    },
  )
  const loaded = await loadText(text, `${name} (${ref})`)
  return isContractId(name) ? toComparable(name, loaded.root as OpenApiDocument, loaded.name) : loaded
}

async function loadFromUrl(url: string): Promise<Loaded> {
  const text = await fetch(url, { signal: AbortSignal.timeout(30_000) })
    .then((response) =>
      response.ok ? response.text() : Promise.reject(new Error(`it answers ${response.status}`)),
    )
    .catch((error: Error) => {
      throw new NotComparable(`${url}: ${error.message}`)
    })
  return loadText(text, url)
}
