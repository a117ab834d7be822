/** Rows under their headings, in columns as wide as they have to be; numbers to the right. */
import { styleText } from 'node:util'

type Cell = string | number

export function table(headings: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => String(row[column] ?? '').length)),
  )
  const write = (cells: readonly Cell[]) =>
    cells
      .map((cell, column) => {
        const width = widths[column] ?? 0
        return typeof cell === 'number' ? String(cell).padStart(width) : cell.padEnd(width)
      })
      .join('  ')
      .trimEnd()
  return [styleText('bold', write(headings)), ...rows.map(write)].join('\n')
}
