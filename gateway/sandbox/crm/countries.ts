/** The countries an address can be in: ISO 3166-1 codes and English names, from the runtime's own tables. */

const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const notCountries = new Set(['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ'])

export const countryCodes: readonly string[] = letters
  .flatMap((first) => letters.map((second) => first + second))
  .filter((code) => countryName(code) !== null && !notCountries.has(code) && !isRetired(code))

export function countryName(code: string): string | null {
  return names.of(code) ?? null
}

/** The runtime replaces codes of countries that are no more, such as DD, by their successors. */
function isRetired(code: string): boolean {
  return new Intl.Locale(`und-${code}`).region !== code
}
