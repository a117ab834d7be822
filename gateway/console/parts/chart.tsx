/** Figures over time. What it shows is in a table, too, for who cannot see it. */
import { useEffect, useRef } from 'preact/hooks'
import uPlot from 'uplot'

interface Line {
  readonly name: string
  readonly tone: 'accent' | 'bad'
  readonly values: readonly (number | null)[]
}

interface ChartProps {
  readonly title: string
  /** Seconds since 1970. */
  readonly at: readonly number[]
  readonly lines: readonly Line[]
}

const HEIGHT = 150

export function Chart({ title, at, lines }: ChartProps) {
  const place = useRef<HTMLDivElement>(null)
  const plot = useRef<uPlot>(undefined)
  const data = [at, ...lines.map(({ values }) => values)] as unknown as uPlot.AlignedData
  useEffect(() => {
    const { current } = place
    if (!current) return undefined
    const made = new uPlot(optionsOf(lines, current), data, current)
    plot.current = made
    const observer = new ResizeObserver(() => made.setSize({ width: current.clientWidth, height: HEIGHT }))
    observer.observe(current)
    return () => {
      observer.disconnect()
      made.destroy()
    }
  }, [])
  useEffect(() => plot.current?.setData(data))
  return (
    <figure>
      <figcaption>
        {title}
        {lines.length > 1 &&
          lines.map(({ name, tone }) => (
            <span key={name} class={`key ${tone}`}>
              {name}
            </span>
          ))}
      </figcaption>
      <div ref={place} aria-hidden="true" />
      <details>
        <summary>As a table</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">Until</th>
              {lines.map(({ name }) => (
                <th key={name} scope="col" class="figure">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {at.map((seconds, index) => (
              <tr key={seconds}>
                <th scope="row">{clockTime(seconds)}</th>
                {lines.map(({ name, values }) => (
                  <td key={name} class="figure">
                    {values[index]?.toFixed(1) ?? '–'}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}

const clockTime = (seconds: number): string => new Date(seconds * 1_000).toTimeString().slice(0, 8)

function optionsOf(lines: readonly Line[], element: HTMLElement): uPlot.Options {
  const style = getComputedStyle(element)
  const colour = (name: string) => style.getPropertyValue(`--${name}`)
  const axis = {
    stroke: () => style.color,
    grid: { stroke: colour('line'), width: 1 },
    ticks: { show: false },
    font: `11px ${style.fontFamily}`,
  }
  return {
    width: element.clientWidth,
    height: HEIGHT,
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false } },
    scales: { y: { range: (_plot, _min, max) => [0, Math.max(1, max * 1.1)] } },
    axes: [
      { ...axis, space: 80, values: (_plot, seconds) => seconds.map(clockTime) },
      { ...axis, size: 44 },
    ],
    series: [
      {},
      ...lines.map(({ name, tone }) => ({
        label: name,
        stroke: colour(tone),
        width: 1.5,
        points: { size: 4 },
      })),
    ],
  }
}
