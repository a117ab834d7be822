/**
 * Whether an object of a JSON text has one name twice. `JSON.parse` keeps the last one, others the first: who checks
 * and who acts would see different requests (RFC 8259, section 4).
 */

/** @param value what `source` was parsed to */
export function hasDuplicates(source: string, value: unknown): boolean {
  // Each name is followed by a colon, and some strings may look as if they were: when the numbers agree, nothing is lost.
  return colonsOf(source) !== namesOf(value) && namesIn(source) !== namesOf(value)
}

function colonsOf(source: string): number {
  let count = 0
  for (let at = source.indexOf(':'); at >= 0; at = source.indexOf(':', at + 1)) count++
  return count
}

/** Without recursion: nesting is the caller's choice. */
function namesOf(value: unknown): number {
  let count = 0
  const left = [value]
  while (left.length > 0) {
    const item = left.pop()
    if (typeof item !== 'object' || item === null) continue
    if (!Array.isArray(item)) count += Object.keys(item).length
    for (const part of Object.values(item)) if (typeof part === 'object') left.push(part)
  }
  return count
}

/** Names of a text that is JSON: the colons outside its strings. */
function namesIn(source: string): number {
  let count = 0
  for (let at = 0; at < source.length; at++) {
    const character = source[at]
    if (character === ':') count++
    else if (character === '"') at = endOfString(source, at)
  }
  return count
}

function endOfString(source: string, start: number): number {
  for (let at = source.indexOf('"', start + 1); ; at = source.indexOf('"', at + 1)) {
    let escapes = 0
    while (source[at - 1 - escapes] === '\\') escapes++
    if (escapes % 2 === 0) return at
  }
}
