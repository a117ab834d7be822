/** Strata that looks at every call, not at one of a hundred: so that what looking costs can be told at all. */
process.env.OBSERVE_EVERY = '1'

await import('./strata.ts')
