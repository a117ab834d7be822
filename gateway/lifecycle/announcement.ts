/** What every answer of a deprecated version says of its end: `Deprecation` (RFC 9745), `Sunset` (RFC 8594), `Link`. */
import type { Reply } from '../../contracts/contract.ts'
import type { ContractData } from '../../contracts/runtime/load.ts'

export type Announcement = Readonly<Record<string, string>>

/** Headers, made once; `undefined` when nothing is to be announced. */
export function announcementOf(contract: ContractData): Announcement | undefined {
  const { deprecatedAt, sunsetAt, successor } = contract.lifecycle
  if (deprecatedAt === undefined) return undefined
  const links = [
    ...(successor === undefined ? [] : [`</${successor}>; rel="successor-version"`]),
    `<${policyOf(contract)}>; rel="deprecation"; type="text/html"`,
    ...(sunsetAt === undefined ? [] : [`<${policyOf(contract)}>; rel="sunset"; type="text/html"`]),
  ]
  return {
    deprecation: `@${Math.floor(deprecatedAt / 1_000)}`,
    // What JavaScript calls a UTC string is the HTTP-date of RFC 9110.
    ...(sunsetAt === undefined ? {} : { sunset: new Date(sunsetAt).toUTCString() }),
    link: links.join(', '),
  }
}

/** Where it says how to move on: the owner's page, or ours. */
export const policyOf = ({ id, lifecycle }: ContractData): string => lifecycle.policy ?? `/${id}/lifecycle`

export function announced(reply: Reply, announcement: Announcement | undefined): Reply {
  if (!announcement) return reply
  const { link } = reply.headers ?? {}
  const headers = { ...reply.headers, ...announcement }
  if (link !== undefined) headers.link = `${link}, ${announcement.link}`
  return { ...reply, headers }
}
