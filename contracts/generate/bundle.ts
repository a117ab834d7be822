/** One document per contract: shared parts become its own components, and only local `$ref`s are left. */
import { relative } from 'node:path'
import { bundle, createConfig, getLineColLocation } from '@redocly/openapi-core'
import type { OpenApiDocument } from '../runtime/document.ts'
import type { Mistake } from './source.ts'

const config = createConfig({})

/** @param path absolute; mistakes name files relative to `root` */
export async function bundleContract(
  path: string,
  root: string,
): Promise<OpenApiDocument | readonly Mistake[]> {
  const { bundle: result, problems } = await bundle({ ref: path, config: await config })
  const mistakes = problems
    .filter(({ severity }) => severity === 'error')
    .map(({ message, location: [place] }) => {
      const file = place ? relative(root, place.source.absoluteRef) : relative(root, path)
      const { start } = place ? getLineColLocation(place) : { start: { line: 1, col: 1 } }
      return {
        file,
        line: start.line,
        column: start.col,
        message: `${message}: correct the path or add what it names`,
      }
    })
  return mistakes.length ? mistakes : (result.parsed as OpenApiDocument)
}
