/** Cuts SOQL into words, strings, numbers, dates and symbols. A string is one token, whatever it holds. */
import { Refusal } from '../exchange.ts'

export interface Token {
  readonly kind: 'word' | 'string' | 'number' | 'datetime' | 'date' | 'symbol' | 'end'
  /** Of a string: what stands between the quotes, still escaped. */
  readonly text: string
}

const pattern = new RegExp(
  [
    String.raw`\s+`,
    String.raw`'(?<string>(?:[^'\\]|\\.)*)'`,
    String.raw`(?<datetime>\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?(?:Z|[+-]\d{2}:?\d{2}))`,
    String.raw`(?<date>\d{4}-\d{2}-\d{2})`,
    String.raw`(?<number>[+-]?\d+(?:\.\d+)?)(?![\w-])`,
    String.raw`(?<word>[A-Za-z]\w*(?:\.[A-Za-z]\w*)*)`,
    `(?<symbol><=|>=|!=|<>|[=<>(),])`,
  ].join('|'),
  'gsuy',
)

export function tokensOf(source: string): Token[] {
  const tokens: Token[] = []
  let end = 0
  for (const match of source.matchAll(pattern)) {
    end = match.index + match[0].length
    for (const [kind, text] of Object.entries(match.groups ?? {})) {
      if (text !== undefined) tokens.push({ kind: kind as Token['kind'], text })
    }
  }
  if (end < source.length) throw malformed(source.slice(end, end + 20))
  return [...tokens, { kind: 'end', text: '<EOF>' }]
}

export function malformed(near: string): Refusal {
  return new Refusal(400, 'MALFORMED_QUERY', `unexpected token: '${near}'`)
}
