/** Small contracts to compare, and what comparing them says. */
import type { Comparison } from '../../contracts/govern/main.ts'
import { compareDocuments, toDocument } from '../../contracts/govern/main.ts'
import type { ContentModel } from '../../contracts/govern/proof/search.ts'

export type Schema = Readonly<Record<string, unknown>> | boolean

export interface Parts {
  /** Of the request body. */
  readonly body?: Schema
  /** Of the body of the 200. */
  readonly reply?: Schema
  readonly parameters?: readonly object[]
  readonly operation?: object
  readonly document?: object
  readonly schemas?: Readonly<Record<string, Schema>>
  readonly path?: string
}

/** A contract of one operation, `POST /things`. */
export function contract({
  body,
  reply,
  parameters,
  operation,
  document,
  schemas,
  path = '/things',
}: Parts): string {
  const content = (schema: Schema) => ({ content: { 'application/json': { schema } } })
  return JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Things', version: '1' },
    paths: {
      [path]: {
        post: {
          operationId: 'postThing',
          ...(parameters ? { parameters } : {}),
          ...(body === undefined ? {} : { requestBody: { required: true, ...content(body) } }),
          responses: { 200: { description: 'Done.', ...(reply === undefined ? {} : content(reply)) } },
          ...operation,
        },
      },
    },
    ...(schemas ? { components: { schemas } } : {}),
    ...document,
  })
}

export const compareTexts = (old: string, next: string, model: ContentModel = 'lenient'): Comparison =>
  compareDocuments(toDocument(JSON.parse(old), 'old'), toDocument(JSON.parse(next), 'new'), { model })

export const compareParts = (old: Parts, next: Parts, model?: ContentModel): Comparison =>
  compareTexts(contract(old), contract(next), model)

/** `break`, `risky`, …: the gravest effect of all findings; `unproved` for a break that is not proved. */
export function effectOf({ findings }: Comparison): string {
  const effects = findings.map(({ effect, verdict }) => (effect === 'break' ? verdict : effect))
  const gravest = ['breaking', 'unproved', 'exposure', 'risky', 'lifecycle', 'sdk'].find((one) =>
    effects.includes(one as never),
  )
  return gravest === 'breaking' ? 'break' : (gravest ?? 'ok')
}

export const rulesOf = ({ findings }: Comparison): readonly string[] => findings.map(({ rule }) => rule)
