/** The pages of the console: what the server has an address for, and the console a view. */

export const pages = [
  '/console',
  '/console/api',
  '/console/traces',
  '/console/trace',
  '/console/consumers',
] as const

export type Page = (typeof pages)[number]
