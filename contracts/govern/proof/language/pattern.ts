/**
 * ECMAScript patterns as trees, as far as they are regular: everything but look-around, back references and word
 * boundaries.
 */
import {
  type Characters,
  characters,
  classes,
  dot,
  except,
  type Range,
  unicodeProperty,
} from './characters.ts'

export type Pattern =
  | { readonly kind: 'characters'; readonly set: Characters }
  | { readonly kind: 'sequence'; readonly parts: readonly Pattern[] }
  | { readonly kind: 'choice'; readonly parts: readonly Pattern[] }
  | { readonly kind: 'repeat'; readonly part: Pattern; readonly min: number; readonly max: number }
  | { readonly kind: 'start' }
  | { readonly kind: 'end' }

/** The pattern is not regular, or not a pattern: nothing can be said about its language. */
export class NotRegular extends Error {}

export function parsePattern(source: string): Pattern {
  const parser = new Parser(source)
  return parser.whole()
}

const controls: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, v: 11, f: 12, 0: 0 }

class Parser {
  readonly #text: readonly string[]
  #at = 0

  constructor(source: string) {
    this.#text = [...source]
  }

  whole(): Pattern {
    const pattern = this.#choice(0)
    if (this.#at < this.#text.length) throw new NotRegular('an unmatched )')
    return pattern
  }

  #choice(depth: number): Pattern {
    if (depth > 100) throw new NotRegular('nested too deeply')
    const parts = [this.#sequence(depth)]
    while (this.#eat('|')) parts.push(this.#sequence(depth))
    return parts.length === 1 ? (parts[0] as Pattern) : { kind: 'choice', parts }
  }

  #sequence(depth: number): Pattern {
    const parts: Pattern[] = []
    for (let next = this.#peek(); next !== undefined && next !== '|' && next !== ')'; next = this.#peek())
      parts.push(this.#quantified(this.#term(depth)))
    return { kind: 'sequence', parts }
  }

  #term(depth: number): Pattern {
    const next = this.#next()
    if (next === '^') return { kind: 'start' }
    if (next === '$') return { kind: 'end' }
    if (next === '.') return { kind: 'characters', set: dot }
    if (next === '[') return { kind: 'characters', set: this.#class() }
    if (next === '(') return this.#group(depth)
    if (next === '\\') return { kind: 'characters', set: this.#escape() }
    if ('*+?'.includes(next)) throw new NotRegular('nothing to repeat')
    return { kind: 'characters', set: single(next.codePointAt(0) as number) }
  }

  #group(depth: number): Pattern {
    if (this.#eat('?')) {
      if (this.#eat('<')) {
        if (this.#peek() === '=' || this.#peek() === '!') throw new NotRegular('look-behind')
        while (this.#next() !== '>');
      } else if (!this.#eat(':')) throw new NotRegular('look-ahead')
    }
    const inner = this.#choice(depth + 1)
    if (!this.#eat(')')) throw new NotRegular('a missing )')
    return inner
  }

  #quantified(part: Pattern): Pattern {
    const bounds = this.#bounds()
    if (!bounds) return part
    if (part.kind === 'start' || part.kind === 'end') throw new NotRegular('a repeated anchor')
    this.#eat('?')
    if (this.#bounds()) throw new NotRegular('nothing to repeat')
    return { kind: 'repeat', part, min: bounds[0], max: bounds[1] }
  }

  #bounds(): readonly [number, number] | undefined {
    if (this.#eat('*')) return [0, Infinity]
    if (this.#eat('+')) return [1, Infinity]
    if (this.#eat('?')) return [0, 1]
    if (this.#peek() !== '{') return undefined
    const [whole = '', min, comma, max] =
      /^\{(\d+)(,?)(\d*)\}/.exec(this.#text.slice(this.#at, this.#at + 24).join('')) ?? []
    if (!whole) return undefined
    this.#at += whole.length
    return [Number(min), max ? Number(max) : comma ? Infinity : Number(min)]
  }

  #escape(): Characters {
    const next = this.#next()
    if (classes[next]) return classes[next]
    if (next === 'p' || next === 'P') return this.#property(next)
    if (/[bBk1-9]/.test(next)) throw new NotRegular('a word boundary or back reference')
    return single(this.#escapedCode(next))
  }

  #escapedCode(next: string): number {
    if (next in controls) return controls[next] as number
    if (next === 'x') return Number.parseInt(this.#take(2), 16)
    if (next === 'c') return (this.#next().codePointAt(0) as number) % 32
    if (next !== 'u') return next.codePointAt(0) as number
    if (!this.#eat('{')) return this.#pair(Number.parseInt(this.#take(4), 16))
    let digits = ''
    for (let char = this.#next(); char !== '}'; char = this.#next()) digits += char
    return Number.parseInt(digits, 16)
  }

  /** Two escaped halves are one character. */
  #pair(high: number): number {
    const [, low] =
      /^\\u([dD][c-fC-F][0-9a-fA-F]{2})/.exec(this.#text.slice(this.#at, this.#at + 6).join('')) ?? []
    if (high < 0xd800 || high > 0xdbff || !low) return high
    this.#at += 6
    return ((high - 0xd800) << 10) + (Number.parseInt(low, 16) - 0xdc00) + 0x10000
  }

  #property(letter: string): Characters {
    let text = `\\${letter}`
    do text += this.#next()
    while (!text.endsWith('}'))
    try {
      return unicodeProperty(text)
    } catch {
      throw new NotRegular(`an unknown property ${text}`)
    }
  }

  #class(): Characters {
    const negated = this.#eat('^')
    const ranges: Range[] = []
    while (!this.#eat(']')) {
      const from = this.#member()
      if (this.#peek() === '-' && this.#text[this.#at + 1] !== ']' && typeof from === 'number') {
        this.#at++
        const to = this.#member()
        if (typeof to !== 'number' || to < from) throw new NotRegular('a range out of order')
        ranges.push([from, to])
      } else ranges.push(...(typeof from === 'number' ? single(from) : from))
    }
    const set = characters(...ranges)
    return negated ? except(set) : set
  }

  #member(): number | Characters {
    const next = this.#next()
    if (next !== '\\') return next.codePointAt(0) as number
    const escaped = this.#next()
    if (escaped === 'b') return 8
    if (classes[escaped]) return classes[escaped]
    if (escaped === 'p' || escaped === 'P') return this.#property(escaped)
    return this.#escapedCode(escaped)
  }

  #peek = () => this.#text[this.#at]

  #next(): string {
    const next = this.#text[this.#at++]
    if (next === undefined) throw new NotRegular('it ends too early')
    return next
  }

  #take(count: number): string {
    const text = this.#text.slice(this.#at, this.#at + count).join('')
    if (!/^[0-9a-fA-F]+$/.test(text) || text.length < count) throw new NotRegular('a broken escape')
    this.#at += count
    return text
  }

  #eat(char: string): boolean {
    if (this.#peek() !== char) return false
    this.#at++
    return true
  }
}

const single = (code: number): Characters => [[code, code]]
