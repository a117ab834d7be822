/** What an operation promises of repetition, time and reliability is written down. */
import { isServed, type LintRule } from './rule.ts'

export const promiseRules: readonly LintRule[] = [
  {
    id: 'slo',
    purpose: 'Load tests, alerts and the budget for failure follow from what an operation promises.',
    check(contract, report) {
      if (!isServed(contract)) return
      for (const { keys, operation } of contract.operations) {
        const slo = (operation['x-slo'] ?? undefined) as { p95Ms?: number } | undefined
        const deadlineMs = Number(operation['x-deadline-ms'] ?? 10_000)
        if (slo === undefined)
          report(
            keys,
            `${operation.operationId} promises nothing: add x-slo: { rate: 20, p95Ms: 500, availability: 0.999 }`,
          )
        else if (Number(slo.p95Ms) > deadlineMs)
          report(
            [...keys, 'x-slo', 'p95Ms'],
            `p95Ms ${slo.p95Ms} is after the deadline of ${deadlineMs} ms: promise less, or raise x-deadline-ms`,
          )
      }
    },
  },
  {
    id: 'idempotency',
    purpose: 'A caller that got no answer knows whether it may ask again.',
    check(contract, report) {
      if (!isServed(contract)) return
      for (const { keys, method, operation, parameters } of contract.operations) {
        const name = operation.operationId
        const declared = operation['x-idempotency']
        const mode = declared ?? usual[method]
        const parameter = parameters.find(
          ({ parameter }) => parameter.name.toLowerCase() === 'idempotency-key',
        )
        if (declared === undefined && mode === 'required')
          report(keys, `${name} does not say whether it may be repeated: add x-idempotency: required`)
        else if (mode === 'none' ? parameter : !parameter)
          report(
            parameter?.keys ?? keys,
            mode === 'none'
              ? `${name} takes an Idempotency-Key and ignores it: remove the parameter, or x-idempotency: none`
              : `${name} takes a key and does not say so: add the ${mode === 'required' ? '' : 'Optional'}IdempotencyKey of shared/idempotency.yaml`,
          )
        else if (parameter && (parameter.parameter.required === true) !== (mode === 'required'))
          report(
            parameter.keys,
            `the key of ${name} is ${mode}: use the ${mode === 'required' ? '' : 'Optional'}IdempotencyKey of shared/idempotency.yaml`,
          )
      }
    },
  },
  {
    id: 'effect',
    purpose: 'What a repetition does at a backend decides whether a lost answer is asked for again.',
    check(contract, report) {
      if (isServed(contract)) return
      for (const { keys, method, operation } of contract.operations)
        if (operation['x-effect'] === undefined && method !== 'get')
          report(
            keys,
            `${operation.operationId} does not say what a repetition does: add x-effect: read, keyed, lookup or opaque`,
          )
    },
  },
]

const usual: Readonly<Record<string, string>> = {
  get: 'none',
  put: 'optional',
  delete: 'optional',
  post: 'required',
  patch: 'required',
}
