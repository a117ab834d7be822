/** What parameters must get right, so that what a client writes the server reads back. */
import type { Rule } from './rule.ts'

/** The styles of OpenAPI for each place. */
const styles: Readonly<Record<string, readonly string[]>> = {
  path: ['simple', 'label', 'matrix'],
  query: ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'],
  header: ['simple'],
  cookie: ['form'],
}

export const parameterRules: readonly Rule[] = [
  {
    id: 'path-template',
    purpose: 'Routes bind whole segments.',
    check({ paths }, report) {
      for (const path of Object.keys(paths))
        for (const segment of path.split('/'))
          if (/[{}]/.test(segment) && !/^\{[A-Za-z][\w-]*\}$/.test(segment))
            report(['paths', path], `the segment ${segment} is no whole parameter: write /{name}`)
    },
  },
  {
    id: 'path-parameters',
    purpose: 'Each parameter of a path is declared, and each declared one is there.',
    check({ operations }, report) {
      for (const { keys, path, parameters } of operations) {
        const inTemplate = new Set([...path.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name as string))
        const declared = parameters.filter(({ parameter }) => parameter.in === 'path')
        for (const { keys: place, parameter } of declared) {
          if (!inTemplate.delete(parameter.name))
            report(place, `the path has no {${parameter.name}}: add it to ${path}, or remove the parameter`)
          else if (parameter.required !== true)
            report(place, `a path parameter cannot be left out: add required: true to ${parameter.name}`)
        }
        const names = [...inTemplate].map((name) => `{${name}}`).join(', ')
        if (names) report(keys, `${names} is not declared: add a parameter, in: path, required: true`)
      }
    },
  },
  {
    id: 'parameters-by-schema',
    purpose: 'Parameters are read by style and schema.',
    check({ operations }, report) {
      for (const { parameters } of operations)
        for (const { keys, parameter } of parameters) {
          const { in: place, name, style, schema } = parameter
          if (schema === undefined)
            report(keys, `${name} has no schema: content parameters are not supported`)
          else if (style !== undefined && !styles[place]?.includes(style))
            report(keys, `${name} has style ${style}: in a ${place}, use ${styles[place]?.join(' or ')}`)
        }
    },
  },
]
