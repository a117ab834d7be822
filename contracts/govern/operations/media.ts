/** Media types as ranges: `application/*` stands for all of its kind. */
import type { Media } from './operation.ts'

export const covers = (range: string, type: string): boolean =>
  range === type || range === '*/*' || (range.endsWith('/*') && type.startsWith(range.slice(0, -1)))

/** Of those that cover a type, the one that is closest to it. */
export function closest(media: readonly Media[], type: string): Media | undefined {
  const rank = (one: Media) => (one.type === type ? 0 : one.type === '*/*' ? 2 : 1)
  return media.filter((one) => covers(one.type, type)).sort((a, b) => rank(a) - rank(b))[0]
}

export const isJson = (type: string): boolean =>
  /[/+]json$/.test(type) || type === '*/*' || type === 'application/*'

/** A type of a range that none of the others cover. */
export function concrete(range: string, others: readonly Media[]): string {
  const candidates = [
    'application/json',
    'application/xml',
    'text/plain',
    'image/png',
    'audio/ogg',
    'video/mp4',
    'font/woff',
  ]
  const kinds = [...candidates, ...(range.endsWith('/*') ? [range.replace('*', 'x-other')] : [])]
  return kinds.find((type) => covers(range, type) && !closest(others, type)) ?? range
}
