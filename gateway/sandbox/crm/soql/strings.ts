/** What an escaped string of SOQL means, as a value and as a LIKE pattern. */
import { Refusal } from '../exchange.ts'

const controlCharacters: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** @param escaped what stands between the quotes. */
export function stringValue(escaped: string): string {
  return escaped.replace(/\\(.)/gsu, (_, character: string) => unescaped(character))
}

/** `%` stands for any text and `_` for one character, unless written `\%` and `\_`. Case does not matter. */
export function likePattern(escaped: string): RegExp {
  const source = escaped.replace(/\\(.)|(.)/gsu, (_, after: string | undefined, plain: string) => {
    if (after === '%' || after === '_') return literally(after)
    if (after !== undefined) return literally(unescaped(after))
    if (plain === '%') return '.*'
    return plain === '_' ? '.' : literally(plain)
  })
  return new RegExp(`^${source}$`, 'isu')
}

function unescaped(character: string): string {
  const plain =
    controlCharacters[character.toLowerCase()] ?? (/["'\\]/.test(character) ? character : undefined)
  if (plain !== undefined) return plain
  throw new Refusal(400, 'MALFORMED_QUERY', `Illegal character sequence '\\${character}' in string literal`)
}

/** A pattern that matches this text and nothing else. */
function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}
