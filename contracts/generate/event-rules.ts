/** What the contract of an event must get right before code can be generated from it. */
import { compatibilities } from '../event.ts'
import { at, type OpenApiDocument } from '../runtime/document.ts'
import { DATA, toEvent } from '../runtime/event.ts'
import { compileMapping } from '../runtime/mapping.ts'
import type { Keys, Node } from './rule.ts'
import type { Mistake, Source } from './source.ts'

const place: Keys = ['info', 'x-event']
const known = ['key', 'retention', 'compatibility', 'downgrade']

/**
 * @param document the contract with everything its references name
 * @param ids those of all contracts
 */
export function eventMistakes(
  source: Source,
  document: OpenApiDocument,
  id: string,
  ids: ReadonlySet<string>,
): readonly Mistake[] {
  const mistakes: Mistake[] = []
  const report = (keys: Keys, message: string) => mistakes.push(source.mistake(keys, message, 'event'))
  checkOwner(document, report)
  checkEvent((document.info['x-event'] ?? {}) as Node, id, ids, report)
  checkData(document, report)
  if (mistakes.length === 0) checkExamples(document, id, report)
  return mistakes
}

type Report = (keys: Keys, message: string) => void

function checkOwner({ info }: OpenApiDocument, report: Report): void {
  const owner = (info['x-owner'] ?? {}) as Node
  const missing = ['team', 'contact', 'oncall'].filter((name) => typeof owner[name] !== 'string')
  if (missing.length) report(['info', 'x-owner'], `no owner: add ${missing.join(', ')} to info.x-owner`)
}

function checkEvent(event: Node, id: string, ids: ReadonlySet<string>, report: Report): void {
  for (const name of Object.keys(event))
    if (!known.includes(name))
      report([...place, name], `x-event knows no ${name}: known are ${known.join(', ')}`)
  const { key, retention, compatibility, downgrade } = event
  if (typeof key !== 'string' || !/^(\/[^/]+)+$/.test(key))
    report(
      [...place, 'key'],
      'x-event.key must be the JSON Pointer of a member of the data, such as /orderId',
    )
  if (retention !== undefined && !(Number.isSafeInteger(retention) && Number(retention) > 0))
    report([...place, 'retention'], 'x-event.retention must be a whole number of seconds, 1 or more')
  if (compatibility !== undefined && !compatibilities.includes(compatibility as never))
    report([...place, 'compatibility'], `x-event.compatibility must be one of ${compatibilities.join(', ')}`)
  if (downgrade !== undefined) checkDowngrade((downgrade ?? {}) as Node, id, ids, report)
}

function checkDowngrade({ to, data }: Node, id: string, ids: ReadonlySet<string>, report: Report): void {
  const here = [...place, 'downgrade']
  const [, topic, version] = id.split('/') as [string, string, string]
  const isEarlier = String(to).startsWith(`events/${topic}/v`) && ids.has(String(to)) && to !== id
  if (!isEarlier)
    report([...here, 'to'], `x-event.downgrade.to must be a version of ${topic} before ${version}`)
  try {
    compileMapping((data ?? null) as never)
  } catch (error) {
    report([...here, 'data'], (error as Error).message)
  }
}

function checkData(document: OpenApiDocument, report: Report): void {
  const data = at(document, DATA) as Node | undefined
  const keys = ['components', 'schemas', 'Data']
  if (data?.type !== 'object') report(keys, 'an event has data: add components.schemas.Data, an object')
  else if (!Array.isArray(data.examples) || data.examples.length === 0)
    report([...keys, 'examples'], 'show what is published: add examples to Data')
}

/** An example is what subscribers are tried with. */
function checkExamples(document: OpenApiDocument, id: string, report: Report): void {
  const { schema, key } = toEvent(id as never, document)
  const { examples } = at(document, DATA) as { examples: readonly unknown[] }
  for (const [index, example] of examples.entries()) {
    const keys = ['components', 'schemas', 'Data', 'examples', index]
    const [finding] = schema.findings(example)
    if (finding) report(keys, `the example breaks its schema: ${finding.pointer || '/'} ${finding.detail}`)
    else if (typeof at(example as never, `#${key}`) !== 'string')
      report(keys, `x-event.key is ${key}, and the example has no text there`)
  }
}
