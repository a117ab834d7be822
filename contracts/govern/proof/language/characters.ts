/** Sets of characters: sorted, disjoint ranges of code points. */

export type Range = readonly [from: number, to: number]
export type Characters = readonly Range[]

export const LAST = 0x10ffff
export const everything: Characters = [[0, LAST]]

export const characters = (...ranges: readonly Range[]): Characters => {
  const merged: [number, number][] = []
  for (const [from, to] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = merged.at(-1)
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to)
    else merged.push([from, to])
  }
  return merged
}

export function except(set: Characters): Characters {
  const rest: Range[] = []
  let next = 0
  for (const [from, to] of set) {
    if (from > next) rest.push([next, from - 1])
    next = to + 1
  }
  return next <= LAST ? [...rest, [next, LAST]] : rest
}

export function has(set: Characters, code: number): boolean {
  return set.some(([from, to]) => code >= from && code <= to)
}

const digit = characters([48, 57])
const word = characters([48, 57], [65, 90], [95, 95], [97, 122])
const lineEnds = characters([10, 10], [13, 13], [0x2028, 0x2029])
const space = characters(
  ...([
    [9, 13],
    [32, 32],
    [0xa0, 0xa0],
    [0x1680, 0x1680],
    [0x2000, 0x200a],
  ] as const),
  ...([
    [0x2028, 0x2029],
    [0x202f, 0x202f],
    [0x205f, 0x205f],
    [0x3000, 0x3000],
    [0xfeff, 0xfeff],
  ] as const),
)

export const dot = except(lineEnds)
export const classes: Readonly<Record<string, Characters>> = {
  d: digit,
  D: except(digit),
  w: word,
  W: except(word),
  s: space,
  S: except(space),
}

const properties = new Map<string, Characters>()

/** The characters of a Unicode property such as `\p{L}`, asked of the engine itself. */
export function unicodeProperty(escaped: string): Characters {
  const known = properties.get(escaped)
  if (known) return known
  const pattern = new RegExp(`^${escaped}$`, 'u')
  const ranges: Range[] = []
  let from = -1
  for (let code = 0; code <= LAST + 1; code++) {
    const inside = code <= LAST && pattern.test(String.fromCodePoint(code))
    if (inside && from < 0) from = code
    else if (!inside && from >= 0) {
      ranges.push([from, code - 1])
      from = -1
    }
  }
  properties.set(escaped, ranges)
  return ranges
}

/** The character of a set that is easiest to read in an example. */
export function readable(set: Characters): number {
  for (const [first, last] of [
    [97, 122],
    [48, 57],
    [65, 90],
    [45, 45],
    [32, 126],
  ] as const)
    for (const [from, to] of set)
      if (Math.max(from, first) <= Math.min(to, last)) return Math.max(from, first)
  const [plain] = set.filter(([from, to]) => to >= 0xa1 && !(from >= 0xd800 && to <= 0xdfff))
  return plain ? Math.max(plain[0], plain[0] < 0xa1 ? 0xa1 : plain[0]) : (set[0]?.[0] ?? 0)
}
