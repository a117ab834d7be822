/** An answer that may lack parts goes only to operations that say the same of their own: no layer hides what is missing. */
import type { Policy, Target } from '../hop/policy.ts'
import { Problem } from '../problem.ts'

/** @param client the name the caller knows the used API under */
export const partialWhereDeclared =
  (caller: Target, client: string): Policy =>
  (used, next) => {
    const call = `${client}.${used.operation.id}`
    const declared = Object.values(caller.operation.optional ?? {}).flat()
    if (!used.operation.optional || declared.includes(call)) return next
    const { contract, operation } = caller
    const message = `${contract.id} ${operation.id} asks ${call}, whose answer may lack parts: declare x-optional there too`
    return () => Promise.reject(new Problem('internal-error', message, { owner: contract.owner }))
  }
