/** One API version of a few operations, and what publishing it would do. */
import {
  asPublished,
  type Plan,
  type Publication,
  planPublication,
  type Revision,
} from '../../../contracts/govern/main.ts'
import { digestOf } from '../../../contracts/govern/registry/promise.ts'
import type { OpenApiDocument } from '../../../contracts/runtime/document.ts'
import { contract, type Parts } from '../support.ts'

export const id = 'system/things/v1'
export const owner = { team: 'things', contact: 'things@strata.example', oncall: 'https://oncall.example' }
export const author = 'joan@strata.example'
export const now = Date.parse('2026-11-25T12:00:00Z')

/** `POST /things` of an owner. */
export const things = (parts: Parts = {}, info: object = {}): OpenApiDocument =>
  JSON.parse(
    contract({
      ...parts,
      document: { info: { title: 'Things', version: '1.0.0', 'x-owner': owner, ...info }, ...parts.document },
    }),
  )

/** Each as it was published, one after the other. */
export const published = (...documents: readonly OpenApiDocument[]): readonly Revision[] =>
  publishedAs(id, documents)

export function publishedAs(id: string, documents: readonly OpenApiDocument[]): readonly Revision[] {
  const revisions: Revision[] = []
  for (const document of documents) {
    const promised = asPublished(id, document, revisions.at(-1))
    revisions.push({
      id,
      revision: `1.${revisions.length}`,
      digest: digestOf(promised),
      publishedAt: '2026-11-01T00:00:00.000Z',
      publishedBy: author,
      authors: [author],
      owner,
      exceptions: [],
      document: promised,
    })
  }
  return revisions
}

export const plan = (
  document: OpenApiDocument,
  revisions: readonly Revision[],
  more: Partial<Publication> = {},
): Plan =>
  planPublication({
    id,
    document,
    faults: [],
    revisions,
    approvals: [],
    authors: [author],
    dependants: ['process/desk/v1', 'shop'],
    statusOf: () => undefined,
    now,
    ...more,
  })
