/** Strata without policies: as it is, but for the lists of the hop, which are empty. */
import { registerHooks } from 'node:module'

const lists = new URL('no-policies.ts', import.meta.url).href

registerHooks({
  resolve: (specifier, context, next) =>
    specifier.endsWith('/hop/hop.ts') ? { url: lists, shortCircuit: true } : next(specifier, context),
})

await import('./strata.ts')
