/** Where an operation answers. */
import { isNode } from '../proof/project.ts'
import type { Address } from './operation.ts'

const CHOICES_MAX = 20

/** @param levels the servers of the operation, its path and its document: the nearest that are given count */
export function addressesOf(levels: readonly unknown[]): readonly Address[] {
  const servers = levels.find((level) => Array.isArray(level) && level.length > 0) as
    | readonly unknown[]
    | undefined
  const urls = (servers ?? [{ url: '/' }]).flatMap((server) =>
    isNode(server) && typeof server.url === 'string' ? filledIn(server.url, server.variables) : [],
  )
  return [...new Map(urls.map(split).map((address) => [address.origin + address.base, address])).values()]
}

function filledIn(url: string, variables: unknown): readonly string[] {
  let urls = [url]
  for (const [name, variable] of Object.entries(isNode(variables) ? variables : {})) {
    if (!isNode(variable)) continue
    const values =
      Array.isArray(variable.enum) && variable.enum.length ? variable.enum : [variable.default ?? '']
    urls = urls
      .flatMap((one) => values.map((value) => one.replaceAll(`{${name}}`, String(value))))
      .slice(0, CHOICES_MAX)
  }
  return urls
}

function split(url: string): Address {
  const [, origin = '', path = ''] = /^([a-z][a-z0-9+.-]*:\/\/[^/?#]*|\/\/[^/?#]*)?([^?#]*)/i.exec(url) ?? []
  const base = path.replace(/\/+$/, '')
  return {
    origin: origin.toLowerCase(),
    base: base === '' || base.startsWith('/') ? base : `/${base.replace(/^\.?\//, '')}`,
  }
}
