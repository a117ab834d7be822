/** The module of one event: its data as a type, and its contract. */
import type { EventContract } from '../runtime/event.ts'

export function eventModule({ id }: EventContract): string {
  const version = id.split('/').at(-1)
  return `import { loadEvent } from '../../../runtime/event.ts'
import type { components } from './${version}.types.ts'

export type Data = components['schemas']['Data']

export const event = loadEvent('${id}', import.meta.dirname)
`
}
