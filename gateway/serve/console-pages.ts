/** The pages of the console: what the server has an address for, and the console a view. */

export const pages = [
  '/console',
  '/console/api',
  '/console/traces',
  '/console/trace',
  '/console/operations',
  '/console/operation',
  '/console/letters',
  '/console/letter',
  '/console/drift',
  '/console/finding',
  '/console/alerts',
  '/console/consumers',
  '/console/audit',
] as const

export type Page = (typeof pages)[number]
