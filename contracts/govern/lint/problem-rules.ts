/** Every API says no in one way. */
import { type ProblemSlug, problems } from '../../problems.ts'
import { conjuncts, flowOf } from './contract.ts'
import { isNode, isServed, type LintRule } from './rule.ts'

const members = ['type', 'title', 'status']

export const problemRules: readonly LintRule[] = [
  {
    id: 'problem-default',
    purpose: 'What can always happen (400, 401, 429, 5xx) is declared once.',
    check(contract, report) {
      if (!isServed(contract)) return
      for (const { keys, operation, responses } of contract.operations)
        if (!responses.default)
          report(
            [...keys, 'responses'],
            `${operation.operationId} does not say how it fails: add default, shared/problem.yaml#/components/responses/Problem`,
          )
    },
  },
  {
    id: 'problem-replies',
    purpose: 'A client decides by the type of a problem (RFC 9457), never by its text.',
    check(contract, report) {
      if (!isServed(contract)) return
      for (const { keys, responses } of contract.operations)
        for (const [status, { content }] of Object.entries(responses)) {
          const place = [...keys, 'responses', status]
          const [mediaType, media] = Object.entries(isNode(content) ? content : {})[0] ?? []
          if (flowOf(status) !== 'problem') continue
          if (mediaType !== 'application/problem+json')
            report(place, `${status} is no problem: answer application/problem+json of shared/problem.yaml`)
          else if (!isProblem(contract.bundle, isNode(media) ? media.schema : undefined))
            report(
              place,
              `${status} has no type, title and status: build it on Problem of shared/problem.yaml`,
            )
        }
    },
  },
  {
    id: 'problem-statuses',
    purpose: 'A problem comes with the status its page tells.',
    check(contract, report) {
      for (const { keys, status, media } of contract.bodies.filter(({ flow }) => flow === 'problem'))
        for (const slug of slugsOf(contract.bundle, media.schema)) {
          const due = Object.hasOwn(problems, slug) ? problems[slug as ProblemSlug].status : undefined
          if (due !== undefined && status !== 'default' && String(due) !== status)
            report(keys, `${slug} has the status ${due}, not ${status}: declare it there`)
        }
    },
  },
  {
    id: 'not-found',
    purpose: 'What is asked for by its id may not be there.',
    check(contract, report) {
      if (!isServed(contract)) return
      for (const { keys, method, path, operation, responses } of contract.operations)
        if (method === 'get' && path.endsWith('}') && !responses[404])
          report(
            [...keys, 'responses'],
            `${operation.operationId} always finds something: add 404, shared/problem.yaml#/components/responses/NotFound`,
          )
    },
  },
]

type Bundle = Parameters<typeof conjuncts>[0]

function isProblem(bundle: Bundle, schema: unknown): boolean {
  const parts = [...conjuncts(bundle, schema)]
  const required = parts.flatMap((part) => (Array.isArray(part.required) ? part.required : []))
  const known = parts.flatMap(({ properties }) => (isNode(properties) ? Object.keys(properties) : []))
  return members.every((name) => required.includes(name) && known.includes(name))
}

/** The problems a reply is restricted to. */
function slugsOf(bundle: Bundle, schema: unknown): readonly string[] {
  return [...conjuncts(bundle, schema)].flatMap(({ properties }) => {
    const { type } = (isNode(properties) ? properties : {}) as { type?: { enum?: string[]; const?: string } }
    return [...(type?.enum ?? []), ...(type?.const === undefined ? [] : [type.const])].map((value) =>
      String(value).replace(/^\/problems\//, ''),
    )
  })
}
