/** A version beside the one before it: it begins as its copy and takes over its work. */
import { withValue } from '../edit.ts'

export interface End {
  readonly deprecated: string
  readonly sunset: string
}

/** A draft that says what its predecessor says, as another version. */
export function nextContract(text: string, from: string, id: string): string {
  const own = text.replaceAll(new RegExp(`\\b${from}(?!\\d)`, 'g'), id)
  const version = withValue(own, ['info', 'version'], `${id.slice(id.lastIndexOf('/v') + 2)}.0.0`)
  return withValue(version, ['info', 'x-lifecycle'], '{ status: draft }')
}

/** The version before, which tells from now on that it ends, and when. */
export function endingContract(text: string, successor: string, { deprecated, sunset }: End): string {
  const lifecycle = [
    'status: deprecated',
    `deprecated: '${deprecated}'`,
    `sunset: '${sunset}'`,
    `successor: ${successor}`,
  ]
  return withValue(text, ['info', 'x-lifecycle'], `{ ${lifecycle.join(', ')} }`)
    .replace(/^( +)x-lifecycle:\s+\{ (.*) \}$/m, (_, indent: string, members: string) =>
      [`${indent}x-lifecycle:`, ...members.split(', ').map((member) => `${indent}  ${member}`)].join('\n'),
    )
    .replaceAll(/^(\s+)operationId: .*$(?!\n\s+deprecated: true)/gm, '$&\n$1deprecated: true')
}

/** Handlers and what they are made of, for the version that does the work now. */
export const takenOver = (code: string, from: string, id: string): string =>
  code.replaceAll(`'#contracts/${from}'`, `'#contracts/${id}'`)

/** An operation of the version before that the next one does not serve as it is. */
export interface Difference {
  readonly operationId: string
  /** Statuses with other bodies. */
  readonly statuses: readonly string[]
  /** Whether it is asked in another way. */
  readonly isAskedOtherwise: boolean
}

/**
 * The handler of the version before: the next one does its work. What differs is spelt out, and does not compile until
 * somebody says how the old shape follows from the new one.
 */
export function adapterHandler(from: string, id: string, differences: readonly Difference[]): string {
  const version = id.slice(id.lastIndexOf('/') + 1)
  const lines = differences.map(({ operationId, statuses, isAskedOtherwise }) =>
    isAskedOtherwise
      ? `  ${operationId}: (request, context) => ${version}.handlers.${operationId}(request, context),`
      : `  ${operationId}: adapt(${version}.handlers.${operationId}, [${statuses.join(', ')}], (body) => body),`,
  )
  return [
    `/** ${from} as it was until ${version}, which does the work: only the shape is old. */`,
    `import { implement } from '#contracts/${from}'`,
    ...(differences.some(({ isAskedOtherwise }) => !isAskedOtherwise)
      ? [`import { adapt } from '#wire/adapt'`]
      : []),
    `import ${version} from './${version}.ts'`,
    '',
    lines.length ? 'export default implement({' : `export default implement(${version}.handlers)`,
    ...(lines.length ? [`  ...${version}.handlers,`, ...lines, '})'] : []),
    '',
  ].join('\n')
}
