/** Compares two documents, operation by operation. */
import { type Comparison, verdictOf } from '../finding.ts'
import type { Loaded } from '../load.ts'
import { usualLimits } from '../proof/proof.ts'
import { compareSecurity } from './access.ts'
import { addCurls } from './curl.ts'
import { Comparing, type Matched, type Options } from './exchange.ts'
import { compareLifecycle, compareNames } from './lifecycle.ts'
import { compareAddresses, match } from './match.ts'
import { compareMessages, compareParameters } from './messages.ts'
import { operationsOf } from './read.ts'
import { compareResponses } from './responses.ts'

export function compareDocuments(old: Loaded, next: Loaded, options: Partial<Options> = {}): Comparison {
  const comparing = new Comparing({ old, new: next }, { limits: usualLimits, model: 'lenient', ...options })
  const before = operationsOf(old)
  const after = operationsOf(next)
  for (const matched of match(comparing, before, after)) compareMatched(comparing, matched)
  const findings = addCurls(comparing, before)
  return { verdict: verdictOf(findings), findings, old: old.name, new: next.name }
}

const compareMatched = (comparing: Comparing, matched: Matched): void =>
  comparing.within(matched, () => compareOperations(comparing, matched))

function compareOperations(comparing: Comparing, matched: Matched): void {
  const { old, next } = matched
  const toServer = old.kind === 'operation'
  if (toServer) {
    compareAddresses(comparing, matched)
    compareSecurity(comparing, old, next)
  }
  compareParameters(comparing, old, next, toServer ? 'request' : 'response')
  compareMessages(comparing, old, next, toServer ? 'request' : 'response')
  compareResponses(comparing, old, next, toServer ? 'response' : 'request')
  compareLifecycle(comparing, old, next)
  compareNames(comparing, old, next)
  for (const inner of match(comparing, old.callbacks, next.callbacks)) compareMatched(comparing, inner)
}
