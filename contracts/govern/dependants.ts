/** Who depends on a contract: APIs by `x-uses` or `x-subscribes`, directly or through others, and the consumers of any of them. */
import type { OpenApiDocument } from '../runtime/document.ts'
import { isNode } from './proof/project.ts'

interface User {
  readonly id: string
  readonly uses: readonly string[]
}

/** @returns ids, those nearest first */
export function dependantsOf(
  id: string,
  contracts: ReadonlyMap<string, OpenApiDocument>,
  consumers: Iterable<User>,
): readonly string[] {
  const users: readonly User[] = [
    ...[...contracts].map(([user, { info }]) => ({ id: user, uses: usesOf(info) })),
    ...consumers,
  ]
  const found = new Set([id])
  for (const known of found) for (const user of users) if (user.uses.includes(known)) found.add(user.id)
  found.delete(id)
  return [...found]
}

const usesOf = ({ 'x-uses': uses, 'x-subscribes': events }: OpenApiDocument['info']): readonly string[] => [
  ...(isNode(uses) ? Object.values(uses).map(String) : []),
  ...(Array.isArray(events) ? events : []).map(({ event }: { event?: unknown }) => String(event)),
]
