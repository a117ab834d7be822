/** Walks over the tokens of a query, one after the other, and stops at the first that does not fit. */
import { Refusal } from '../exchange.ts'
import type { Path } from './ast.ts'
import { malformed, type Token, tokensOf } from './tokens.ts'

export class TokenReader {
  readonly #tokens: readonly Token[]
  #at = 0

  constructor(source: string) {
    this.#tokens = tokensOf(source)
  }

  next(): Token {
    const token = this.#peek()
    this.#at += 1
    return token
  }

  acceptWord(word: string): boolean {
    return this.acceptWords(word)
  }

  /** All of these words in a row, or none. */
  acceptWords(...words: readonly string[]): boolean {
    const found = words.every((word, ahead) => isWord(this.#peek(ahead), word))
    if (found) this.#at += words.length
    return found
  }

  acceptSymbol(symbol: string): boolean {
    const { kind, text } = this.#peek()
    const found = kind === 'symbol' && text === symbol
    if (found) this.#at += 1
    return found
  }

  expectWord(word: string): void {
    if (!this.acceptWord(word)) throw malformed(this.#peek().text)
  }

  expectSymbol(symbol: string): void {
    if (!this.acceptSymbol(symbol)) throw malformed(this.#peek().text)
  }

  expectEnd(): void {
    if (this.#peek().kind !== 'end') throw malformed(this.#peek().text)
  }

  name(): string {
    const { kind, text } = this.next()
    if (kind === 'word' && !text.includes('.')) return text
    throw malformed(text)
  }

  path(): Path {
    const { kind, text } = this.next()
    const [first, second, ...deeper] = text.split('.')
    if (kind !== 'word' || first === undefined) throw malformed(text)
    if (deeper.length > 0) {
      throw new Refusal(400, 'INVALID_FIELD', `Didn't understand relationship in field path '${text}'`)
    }
    return second === undefined ? [first] : [first, second]
  }

  wholeNumber(): number {
    const { kind, text } = this.next()
    if (kind === 'number' && /^\d+$/.test(text)) return Number(text)
    throw malformed(text)
  }

  list<Item>(item: () => Item): Item[] {
    const items = [item()]
    while (this.acceptSymbol(',')) items.push(item())
    return items
  }

  #peek(ahead = 0): Token {
    return this.#tokens[this.#at + ahead] ?? { kind: 'end', text: '<EOF>' }
  }
}

function isWord({ kind, text }: Token, word: string): boolean {
  return kind === 'word' && text.toLowerCase() === word
}
