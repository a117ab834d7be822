/**
 * Contracts as the comparison takes them. An event is shown as the two messages it is: one that is sent to whoever
 * subscribed, which readers of before have to understand, and one that was kept, which readers of now have to.
 */
import type { Compatibility } from '../../event.ts'
import type { OpenApiDocument } from '../../runtime/document.ts'
import { DATA } from '../../runtime/event.ts'
import { type Loaded, toDocument } from '../load.ts'
import { isNode } from '../proof/project.ts'

export const toComparable = (id: string, document: OpenApiDocument, name: string = id): Loaded =>
  toDocument(id.startsWith('events/') ? asMessages(id, document) : document, name)

/** Which revisions a change has to get on with. */
export function concerned<Revision>(
  id: string,
  document: OpenApiDocument,
  revisions: readonly Revision[],
): readonly Revision[] {
  if (!id.startsWith('events/')) return revisions
  const mode = modeOf(document)
  return mode === 'NONE' ? [] : mode.endsWith('_TRANSITIVE') ? revisions : revisions.slice(-1)
}

function asMessages(id: string, document: OpenApiDocument): object {
  const mode = modeOf(document)
  const message = {
    post: {
      requestBody: { required: true, content: { 'application/json': { schema: { $ref: DATA } } } },
      responses: {},
    },
  }
  return {
    ...document,
    paths: mode.startsWith('FORWARD') ? {} : { [`/${id}`]: message },
    webhooks: mode.startsWith('BACKWARD') ? {} : { [id]: message },
  }
}

function modeOf({ info: { 'x-event': declared } }: OpenApiDocument): Compatibility {
  const mode = isNode(declared) ? declared.compatibility : undefined
  return (mode ?? 'FULL_TRANSITIVE') as Compatibility
}
