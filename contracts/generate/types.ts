/** TypeScript types of a contract, by openapi-typescript: `operations` and `components`, exactly as the document says. */
import openapiTS, { astToString } from 'openapi-typescript'
import type { OpenApiDocument } from '../runtime/document.ts'

export async function typesModule(document: OpenApiDocument): Promise<string> {
  // Types of data that travels between layers by reference: nobody may change it.
  const ast = await openapiTS(document as never, { defaultNonNullable: false, immutable: true })
  return astToString(ast)
}
