/** Strata that does not watch what the systems answer: for what that costs. */
process.env.DRIFT_LEARN = '0'

await import('./strata.ts')
