/** Applies the rules to a contract, and finds where in its file a mistake stands. */

import { methods, type OpenApiDocument, type ParameterObject, resolve } from '../runtime/document.ts'
import { layerOf } from '../runtime/load.ts'
import type { Contract, Keys, Node, Operation } from './rule.ts'
import { rules } from './rules.ts'
import type { Mistake, Source } from './source.ts'

/** Schemas are JSON Schema 2020-12 only from OpenAPI 3.1 on: asked first, because another version means other things. */
export function versionMistakes(source: Source | undefined): readonly Mistake[] {
  if (!source) return []
  const { openapi } = (source.data ?? {}) as Node
  if (String(openapi).startsWith('3.1.')) return []
  return [source.mistake(['openapi'], `this is OpenAPI ${openapi}: write the contract as openapi: 3.1.0`)]
}

/**
 * Applies every rule to one contract.
 * @param source where its mistakes stand
 * @param document the contract with everything its references name
 * @param ids those of all contracts
 * @param others all contracts that can be read
 */
export function ruleMistakes(
  source: Source,
  document: OpenApiDocument,
  id: string,
  ids: ReadonlySet<string>,
  others: ReadonlyMap<string, OpenApiDocument>,
): readonly Mistake[] {
  const contract = toContract(id, document, ids, others)
  const mistakes: Mistake[] = []
  for (const rule of rules)
    rule.check(contract, (keys, message) => mistakes.push(source.mistake(keys, message, rule.id)))
  return mistakes
}

/** Lays a document open for the rules. */
export function toContract(
  id: string,
  document: OpenApiDocument,
  ids: ReadonlySet<string>,
  others: ReadonlyMap<string, OpenApiDocument>,
): Contract {
  return {
    id,
    layer: layerOf(id),
    info: document.info,
    // The contract of an event has none.
    paths: (document.paths ?? {}) as Record<string, Node>,
    document: document as unknown as Node,
    operations: operationsOf(document),
    ids,
    others,
  }
}

const operationsOf = (document: OpenApiDocument): readonly Operation[] =>
  Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    methods
      .filter((method) => item[method])
      .map((method) => {
        const keys = ['paths', path, method]
        const operation = item[method] as Node
        const follow = <Found>(node: unknown) => resolve<Found>(document, { node, pointer: '' }).node
        const parameters = [
          ...placed(item.parameters, ['paths', path, 'parameters']),
          ...placed(operation.parameters, [...keys, 'parameters']),
        ].map(({ keys, node }) => ({ keys, parameter: follow<ParameterObject>(node) }))
        const responses = Object.entries((operation.responses ?? {}) as Node).map(([status, response]) => [
          status,
          follow<Node>(response),
        ])
        return { keys, path, method, operation, parameters, responses: Object.fromEntries(responses) }
      }),
  )

const placed = (list: unknown, keys: Keys) =>
  ((list ?? []) as unknown[]).map((node, index) => ({ keys: [...keys, index], node }))
