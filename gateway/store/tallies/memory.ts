/** Counts as long as the process lives: for tests, and to try things out. */
import { type Kept, sumOf, type Tallies, type Tally } from './tallies.ts'

interface Expiring<Content> {
  readonly content: Content
  until: number
}

export class MemoryTallies implements Tallies {
  readonly #groups = new Map<string, Expiring<Map<string, Tally>>>()
  readonly #lists = new Map<string, Expiring<string[]>>()
  readonly #batches = new Set<string>()

  async add(group: Kept, batch: string, tallies: readonly Tally[]): Promise<void> {
    const once = `${group.id} ${batch}`
    if (this.#batches.has(once)) return
    this.#batches.add(once)
    const counts = open(this.#groups, group, () => new Map())
    for (const tally of tallies) {
      const known = counts.get(tally.name)
      counts.set(tally.name, known ? sumOf(known, tally) : tally)
    }
  }

  async counts(groupId: string): Promise<readonly Tally[]> {
    return [...(read(this.#groups, groupId)?.values() ?? [])]
  }

  async collect(list: Kept, items: readonly string[], itemsMax: number): Promise<void> {
    const content = open(this.#lists, list, () => [])
    content.push(...items)
    content.splice(0, content.length - itemsMax)
  }

  async collected(listId: string): Promise<readonly string[]> {
    return (read(this.#lists, listId) ?? []).toReversed()
  }

  async close(): Promise<void> {}
}

function open<Content>(
  all: Map<string, Expiring<Content>>,
  { id, keepMs }: Kept,
  make: () => Content,
): Content {
  const content = read(all, id) ?? make()
  all.set(id, { content, until: Date.now() + keepMs })
  return content
}

function read<Content>(all: Map<string, Expiring<Content>>, id: string): Content | undefined {
  const found = all.get(id)
  return found && found.until > Date.now() ? found.content : undefined
}
