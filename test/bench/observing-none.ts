/** Strata that looks at no call: it only counts them. */
process.env.OBSERVE_EVERY = '0'

await import('./strata.ts')
