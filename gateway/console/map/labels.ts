/** Where figures stand on the lines of the map: in the gaps between the columns, and none upon another. */
import { GAP, type Layout, type Line, NODE, type Place } from './layout.ts'

/** How far along its line: in the middle of one that is level, beside the middle, where others cross it, of the rest. */
const shares = [0.38, 0.62, 0.5, 0.3, 0.7, 0.22, 0.78] as const
const levelShares = [0.5, ...shares] as const
const SIZE = { x: 58, y: 23 } as const

/** @param lines the most important first: who comes later makes way */
export function labelsOf<Own extends Line>(lines: readonly Own[], layout: Layout): ReadonlyMap<Own, Place> {
  const taken: Place[] = []
  const isFree = ({ x, y }: Place) =>
    taken.every((other) => Math.abs(other.x - x) >= SIZE.x || Math.abs(other.y - y) >= SIZE.y)
  return new Map(
    lines.map((line) => {
      const [start, end] = endsOf(line, layout)
      const places = (start.y === end.y ? levelShares : shares).map((share) => pointOf(line, share, layout))
      const place = places.find(isFree) ?? (places[0] as Place)
      taken.push(place)
      return [line, place]
    }),
  )
}

/** Where a line begins and ends. */
export function endsOf({ from, to }: Line, { places }: Layout): readonly [Place, Place] {
  const nowhere = { x: 0, y: 0 }
  const start = places.get(from) ?? nowhere
  const end = places.get(to) ?? nowhere
  return [
    { x: start.x + NODE.width, y: start.y + NODE.height / 2 },
    { x: end.x, y: end.y + NODE.height / 2 },
  ]
}

/** On the curve; of a line that passes behind a column, on its part after that. */
function pointOf(line: Line, share: number, layout: Layout): Place {
  const [start, end] = endsOf(line, layout)
  const length = end.x - start.x
  const t = 1 - (1 - share) * Math.min(1, (0.6 * GAP.x) / length + (length > GAP.x ? 0 : 1))
  const rest = 1 - t
  const bend = length / 2
  const [a, b, c, d] = [rest ** 3, 3 * rest ** 2 * t, 3 * rest * t ** 2, t ** 3] as const
  return {
    x: a * start.x + b * (start.x + bend) + c * (end.x - bend) + d * end.x,
    y: (a + b) * start.y + (c + d) * end.y - 2,
  }
}
