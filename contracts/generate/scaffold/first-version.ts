/** The first version of a new API: a contract to be written on, and a handler that admits it does nothing yet. */
import type { Owner } from '../../contract.ts'

/** By whom each layer is called. */
const callerOf: Readonly<Record<string, string>> = {
  experience: 'consumer',
  process: 'layer',
  system: 'layer',
}

export function firstContract(id: string, { team, contact, oncall }: Owner): string {
  const [layer = '', name = ''] = id.split('/')
  const caller = callerOf[layer] ?? 'layer'
  const title = name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ')
  return `openapi: 3.1.0
info:
  title: ${title}
  version: 1.0.0
  summary: What this API is for, in one sentence.
  description: What somebody has to know who never heard of it.
  license: { name: MIT, identifier: MIT }
  x-owner:
    team: ${team}
    contact: ${contact}
    oncall: ${oncall}
  x-lifecycle: { status: draft }
servers:
  - { url: /${id} }
security:
  - ${caller}: []
tags:
  - { name: things, description: What it is about. }

paths:
  /things/{thingId}:
    get:
      operationId: getThing
      tags: [things]
      summary: Read a thing
      x-slo: { rate: 10, p95Ms: 500, availability: 0.999 }
      parameters:
        - name: thingId
          in: path
          required: true
          description: Which one.
          schema: { type: string, minLength: 1, maxLength: 40 }
          example: T-1
      responses:
        '200':
          description: The thing.
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Thing' }
              example: { thingId: T-1, name: First }
        '404': { $ref: ../../shared/problem.yaml#/components/responses/NotFound }
        default: { $ref: ../../shared/problem.yaml#/components/responses/Problem }

components:
  securitySchemes:
    ${caller}: { $ref: ../../shared/security.yaml#/components/securitySchemes/${caller} }

  schemas:
    Thing:
      type: object
      description: What it is about.
      additionalProperties: false
      required: [thingId, name]
      properties:
        thingId: { type: string, minLength: 1, maxLength: 40 }
        name: { type: string, maxLength: 255 }
      examples: [{ thingId: T-1, name: First }]
`
}

export const firstHandler = (id: string): string => `import { implement, notFound } from '#contracts/${id}'

export default implement({
  getThing({ params: { thingId } }) {
    return notFound(\`There is no thing \${thingId}: this API is still being built.\`)
  },
})
`
