/** Where everything stands on the map: a column for each layer, and in it the order that crosses the fewest lines. */

export const columns = ['consumer', 'experience', 'process', 'system', 'backend'] as const
export type Column = (typeof columns)[number]

export interface Node {
  readonly id: string
  readonly column: Column
}

export interface Line {
  readonly from: string
  readonly to: string
}

export interface Place {
  readonly x: number
  readonly y: number
}

export interface Layout {
  readonly width: number
  readonly height: number
  readonly places: ReadonlyMap<string, Place>
}

export const NODE = { width: 198, height: 44 } as const
export const GAP = { x: 76, y: 32 } as const
const SWEEPS = 6

export function layoutOf(nodes: readonly Node[], lines: readonly Line[]): Layout {
  const ordered = columns.map((column) => nodes.filter((node) => node.column === column).map(({ id }) => id))
  const neighbours = new Map<string, string[]>(nodes.map(({ id }) => [id, []]))
  for (const { from, to } of lines) {
    neighbours.get(from)?.push(to)
    neighbours.get(to)?.push(from)
  }
  const rows = new Map<string, number>()
  const number = (own: readonly string[]) => {
    for (const [index, id] of own.entries()) rows.set(id, (index + 0.5) / own.length)
  }
  for (const own of ordered) number(own)
  for (let sweep = 0; sweep < SWEEPS; sweep++)
    for (const own of sweep % 2 ? ordered.toReversed() : ordered) {
      const mean = new Map(own.map((id) => [id, meanOf(neighbours.get(id) ?? [], rows) ?? rows.get(id) ?? 0]))
      own.sort((a, b) => (mean.get(a) ?? 0) - (mean.get(b) ?? 0) || a.localeCompare(b))
      number(own)
    }
  const height = Math.max(0, ...ordered.map(heightOf))
  const places = ordered.flatMap((own, column) => {
    const top = (height - heightOf(own)) / 2
    return own.map((id, row): [string, Place] => [
      id,
      { x: column * (NODE.width + GAP.x), y: top + row * (NODE.height + GAP.y) },
    ])
  })
  return {
    width: columns.length * (NODE.width + GAP.x) - GAP.x,
    height,
    places: new Map(places),
  }
}

const heightOf = (own: readonly string[]): number => Math.max(0, own.length * (NODE.height + GAP.y) - GAP.y)

const meanOf = (ids: readonly string[], rows: ReadonlyMap<string, number>): number | undefined =>
  ids.length ? ids.reduce((sum, id) => sum + (rows.get(id) ?? 0), 0) / ids.length : undefined
