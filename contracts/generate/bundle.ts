/** One document per contract: shared parts become its own components, and only local `$ref`s are left. */
import { join, relative } from 'node:path'
import { bundle, createConfig, getLineColLocation, lint, type NormalizedProblem } from '@redocly/openapi-core'
import type { OpenApiDocument } from '../runtime/document.ts'
import { LocalFiles, REFUSED } from './local-files.ts'
import type { Mistake } from './source.ts'

/** What a file must be before anything else can be asked of it: OpenAPI, whole, with references that lead somewhere. */
const config = createConfig({ rules: { struct: 'error', 'no-unresolved-refs': 'error' } } as never)

/** @param path absolute; mistakes name files relative to `root` */
export async function bundleContract(
  path: string,
  root: string,
): Promise<OpenApiDocument | readonly Mistake[]> {
  const externalRefResolver = new LocalFiles(join(root, 'contracts'))
  const problems = await lint({ ref: path, config: await config, externalRefResolver }).catch(
    (error: Error) => error,
  )
  if (problems instanceof Error)
    return [
      { file: relative(root, path), line: 1, column: 1, message: `${problems.message}: correct the $ref` },
    ]
  if (problems.length) return problems.map((problem) => toMistake(problem, root))
  const { bundle: result } = await bundle({ ref: path, config: await config, externalRefResolver })
  return result.parsed as OpenApiDocument
}

function toMistake(
  { ruleId, message, location: [place], suggest }: NormalizedProblem,
  root: string,
): Mistake {
  const { start } = place ? getLineColLocation(place) : { start: { line: 1, col: 1 } }
  return {
    file: place ? relative(root, place.source.absoluteRef) : '',
    line: start.line,
    column: start.col,
    message:
      ruleId === 'no-unresolved-refs'
        ? (message.split(REFUSED)[1] ?? 'the $ref leads nowhere: correct its path, or add what it names')
        : `${message}${suggest?.length ? ` Did you mean ${suggest.join(' or ')}?` : ''}`,
  }
}
