/** All contracts of a tree, each in one piece, and everything that is wrong with them. */
import { existsSync, globSync } from 'node:fs'
import { join } from 'node:path'
import type { EventId } from '../event.ts'
import type { OpenApiDocument } from '../runtime/document.ts'
import { bundleContract } from './bundle.ts'
import { ruleMistakes, versionMistakes } from './check.ts'
import { circleMistakes } from './circles.ts'
import { eventMistakes } from './event-rules.ts'
import { keywordMistakes } from './keywords.ts'
import { type Mistake, readSource, type Source } from './source.ts'

export interface Contracts {
  /** Of all that have a file. */
  readonly ids: readonly string[]
  /** Those that can be read, by id; shared parts as `shared/money`. */
  readonly sources: ReadonlyMap<string, Source>
  /** Those that are whole, by id. */
  readonly documents: ReadonlyMap<string, OpenApiDocument>
  /** Contracts of events that are whole, by id. */
  readonly events: ReadonlyMap<EventId, OpenApiDocument>
  /** At a place there is one: the first says it best. */
  readonly mistakes: readonly Mistake[]
}

/** @param root folder that holds `contracts/` */
export async function readContracts(root: string): Promise<Contracts> {
  const ids = contractIds(root)
  const events = versionsOf(root, 'events') as readonly EventId[]
  const { sources, mistakes } = readAll(root, [...ids, ...events])
  mistakes.push(
    ...[...ids, ...events].flatMap((id) => versionMistakes(sources.get(id))),
    ...[...sources.values()].flatMap((source) => circleMistakes(source, source.data as OpenApiDocument)),
  )
  if (mistakes.length)
    return { ids, sources, documents: new Map(), events: new Map(), mistakes: firsts(mistakes) }
  const bundled = await bundleAll(root, ids, events, sources)
  return { ids, sources, ...bundled, mistakes: firsts(bundled.mistakes) }
}

/** Versions of APIs, and the gateway's own API, which its handlers come with. */
function contractIds(root: string): readonly string[] {
  const own = ['admin', 'hub'].filter((id) => existsSync(join(root, `contracts/${id}.yaml`)))
  return [...own, ...versionsOf(root, '{backend,system,process,experience}')]
}

const versionsOf = (root: string, folders: string): readonly string[] =>
  globSync(`${folders}/*/v*.yaml`, { cwd: join(root, 'contracts') })
    .map((file) => file.replaceAll('\\', '/').replace(/\.yaml$/, ''))
    .filter((id) => /\/v[1-9]\d*$/.test(id))
    .sort()

/** Contracts and shared parts as they stand in their files. */
function readAll(root: string, ids: readonly string[]) {
  const shared = globSync('shared/**/*.yaml', { cwd: join(root, 'contracts') }).map((file) =>
    file.replaceAll('\\', '/').replace(/\.yaml$/, ''),
  )
  const sources = new Map<string, Source>()
  const mistakes: Mistake[] = []
  for (const id of [...ids, ...shared.sort()]) {
    const file = `contracts/${id}.yaml`
    const source = readSource(join(root, file), file)
    if ('data' in source) sources.set(id, source)
    else mistakes.push(...source)
  }
  return { sources, mistakes }
}

async function bundleAll(
  root: string,
  apis: readonly string[],
  eventIds: readonly EventId[],
  sources: ReadonlyMap<string, Source>,
) {
  const names = [...apis, ...eventIds]
  const ids = new Set(names)
  const bundles = await Promise.all(
    names.map((id) => bundleContract(join(root, 'contracts', `${id}.yaml`), root)),
  )
  const mistakes = [...sources.values()].flatMap((source) => keywordMistakes(source, source.data))
  const sourcesAreClean = mistakes.length === 0
  const whole = new Map<string, OpenApiDocument>()
  for (const [index, id] of names.entries()) {
    const result = bundles[index] as (typeof bundles)[number]
    const circles = 'openapi' in result ? circleMistakes(sources.get(id) as Source, result) : result
    if ('openapi' in result && circles.length === 0) whole.set(id, result)
    else mistakes.push(...circles)
  }
  const events = new Map(
    eventIds.flatMap((id) => (whole.has(id) ? [[id, whole.get(id) as OpenApiDocument]] : [])),
  )
  const documents = new Map([...whole].filter(([id]) => !events.has(id as EventId)))
  for (const [id, document] of whole) {
    const source = sources.get(id) as Source
    const isEvent = events.has(id as EventId)
    mistakes.push(
      ...(isEvent
        ? eventMistakes(source, document, id, ids)
        : ruleMistakes(source, document, id, ids, documents)),
    )
    // What a contract takes from files of other folders was not among the sources.
    if (sourcesAreClean) mistakes.push(...keywordMistakes(source, document))
  }
  return { documents, events, mistakes }
}

function firsts(mistakes: readonly Mistake[]): readonly Mistake[] {
  const places = new Map<string, Mistake>()
  for (const mistake of mistakes) {
    const place = `${mistake.file}:${mistake.line}:${mistake.column}`
    if (!places.has(place)) places.set(place, mistake)
  }
  return [...places.values()]
}
