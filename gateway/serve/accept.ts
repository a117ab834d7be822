/** Content negotiation (RFC 9110, section 12.5.1) as far as it can fail: each reply has one representation. */
import type { OperationData } from '../../contracts/runtime/load.ts'
import { Problem } from '../problem.ts'

/** A function that throws `not-acceptable` for an Accept header that allows none of the operation's media types. */
export function acceptable({ responses }: OperationData): (accept: string | undefined) => void {
  const offered = new Set(
    Object.entries(responses).flatMap(([status, { mediaType }]) =>
      status < '300' && mediaType ? [mediaType] : [],
    ),
  )
  return function accepts(accept) {
    if (accept === undefined || offered.size === 0 || accept.includes('*/*')) return
    for (const range of accept.toLowerCase().split(',')) {
      const [type = '', ...parameters] = range.split(';').map((part) => part.trim())
      if (parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))) continue
      if (
        offered.has(type) ||
        [...offered].some((own) => type.endsWith('/*') && own.startsWith(type.slice(0, -1)))
      )
        return
    }
    throw new Problem('not-acceptable', 'no acceptable media type', {
      detail: `The operation answers with ${[...offered].join(', ')}.`,
    })
  }
}
