/** Who is registered to call what, as far as reviews need to know; the gateway reads the rest itself. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Mistake, readSource } from './source.ts'

export interface OwnedConsumer {
  readonly id: string
  readonly owner: { readonly contact: string }
  readonly uses: readonly string[]
}

interface Registered extends Omit<OwnedConsumer, 'uses'> {
  readonly uses?: readonly (string | { readonly api: string })[]
}

export function readOwnedConsumers(
  root: string,
): readonly OwnedConsumer[] | { mistakes: readonly Mistake[] } {
  const file = 'contracts/consumers.yaml'
  if (!existsSync(join(root, file))) return []
  const source = readSource(join(root, file), file)
  if (!('data' in source)) return { mistakes: source }
  const { consumers = [] } = (source.data ?? {}) as { consumers?: readonly Registered[] }
  return consumers.map(({ uses = [], ...consumer }) => ({
    ...consumer,
    uses: uses.map((use) => (typeof use === 'string' ? use : use.api)),
  }))
}
