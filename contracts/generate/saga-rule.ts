/** A saga names its steps, and its caller can follow it. */
import type { Contract, Keys, Node, Operation, Report, Rule } from './rule.ts'

export const sagaRule: Rule = {
  id: 'saga',
  purpose: 'What goes on after its request was answered has steps with lasting names, and a place to look.',
  check(contract, report) {
    for (const operation of contract.operations) {
      const declared = operation.operation['x-saga']
      if (declared === undefined) continue
      const keys = [...operation.keys, 'x-saga']
      checkShape(declared, keys, report)
      checkSurroundings(contract, operation, keys, report)
    }
  },
}

function checkShape(declared: unknown, keys: Keys, report: Report): void {
  const { steps, completeWithin, ...others } = (declared ?? {}) as Node
  for (const key of Object.keys(others))
    report([...keys, key], `x-saga knows no ${key}: known are steps, completeWithin`)
  if (!Array.isArray(steps) || steps.length === 0 || !steps.every(isName))
    report([...keys, 'steps'], 'x-saga.steps must list the steps in kebab-case, in the order they are taken')
  else if (new Set(steps).size < steps.length) report([...keys, 'steps'], 'x-saga.steps names a step twice')
  if (completeWithin !== undefined && !(Number.isSafeInteger(completeWithin) && Number(completeWithin) > 0))
    report([...keys, 'completeWithin'], 'x-saga.completeWithin must be a whole number of seconds, 1 or more')
}

const isName = (step: unknown) => typeof step === 'string' && /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(step)

function checkSurroundings(
  { layer, paths }: Contract,
  { method, operation, responses }: Operation,
  keys: Keys,
  report: Report,
): void {
  if (layer !== 'process') report(keys, 'only a process API has sagas: move the steps there')
  const idempotency = operation['x-idempotency'] ?? (method === 'post' ? 'required' : 'optional')
  if (idempotency !== 'required')
    report(keys, 'a saga is found again by its key: declare x-idempotency: required')
  if (!responses[202])
    report(keys, 'a saga may outlast its request: add the response 202 of shared/operation.yaml')
  if (!(paths['/operations/{operationId}'] as Node | undefined)?.get)
    report(keys, 'a saga can be followed: add the path /operations/{operationId} of shared/operation.yaml')
}
