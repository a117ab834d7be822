/** Record ids: 15 case-sensitive characters, and 3 more that let systems without case tell them apart. */

const suffixAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345'

/** The id of the nth record the sandbox makes. Seeded ids have a 0 where these have the 1. */
export function recordId(keyPrefix: string, sequence: number): string {
  return toLongId(`${keyPrefix}SB1${sequence.toString(36).toUpperCase().padStart(9, '0')}`)
}

export function isRecordId(text: string): boolean {
  return /^[0-9A-Za-z]{15}(?:[0-9A-Za-z]{3})?$/.test(text)
}

/** Each of the three added characters says which of five characters are capitals. */
export function toLongId(id: string): string {
  if (id.length !== 15) return id
  const suffix = [0, 5, 10].map((start) => {
    const capitals = [...id.slice(start, start + 5)].map((character) => /[A-Z]/.test(character))
    return suffixAlphabet[capitals.reduce((bits, capital, place) => bits | (Number(capital) << place), 0)]
  })
  return id + suffix.join('')
}

export const toShortId = (id: string) => id.slice(0, 15)
