/** The map: who calls what, how much of it fails, and how long it takes, from the front ends to the backends. */
import { useMemo, useState } from 'preact/hooks'
import type { ApiVersion, Overview } from '#contracts/admin'
import { callsOf, duration, percent, rate, shareFailed } from '../parts/figures.ts'
import { Scroll } from '../parts/parts.tsx'
import { endsOf, labelsOf } from './labels.ts'
import { columns, GAP, type Layout, type Line, layoutOf, NODE, type Place } from './layout.ts'
import { type Health, healthOf } from './troubles.ts'

type Edge = Overview['edges'][number]

interface Shown {
  readonly apis: readonly ApiVersion[]
  readonly overview: Overview
}

const HEAD = 28
const names = {
  consumer: 'Consumers',
  experience: 'Experience APIs',
  process: 'Process APIs',
  system: 'System APIs',
  backend: 'Backends',
} as const

export function ApiMap({ apis, overview }: Shown) {
  const [near, setNear] = useState<string | undefined>(undefined)
  const consumers = [...new Set(apis.flatMap((api) => api.consumers))].sort()
  const declared = linesOf(apis)
  // What it depends on changes with the contracts only, so that nothing moves while it is looked at.
  const key = apis.map(({ api }) => api).join()
  const layout = useMemo(
    () =>
      layoutOf(
        [
          ...consumers.map((id) => ({ id, column: 'consumer' as const })),
          ...apis.map(({ api, layer }) => ({ id: api, column: layer })),
        ],
        declared,
      ),
    [key],
  )
  const health = healthOf(apis, overview)
  const used = new Map(overview.edges.map((edge) => [`${edge.from} ${edge.to}`, edge]))
  const drawn = declared.map((line) => ({ ...line, edge: used.get(`${line.from} ${line.to}`) }))
  const busy = overview.edges
    .filter(({ from, to }) => layout.places.has(from) && layout.places.has(to))
    .toSorted((a, b) => Number(health(b) !== 'ok') - Number(health(a) !== 'ok'))
  const labels = labelsOf(busy, layout)
  const isNear = ({ from, to }: { from: string; to: string }) =>
    near === undefined || near === from || near === to
  return (
    <Scroll name="Map of the APIs" kind="map">
      {/* biome-ignore lint/a11y/useSemanticElements: a picture with links in it */}
      <svg
        viewBox={`-6 ${-HEAD} ${layout.width + 12} ${layout.height + HEAD + 6}`}
        role="group"
        aria-label="APIs by layer; the same figures are in the tables below"
      >
        {columns.map((column, index) => (
          <text key={column} class="column" x={index * (NODE.width + GAP.x)} y={-12}>
            {names[column]}
          </text>
        ))}
        {drawn.map((line) => (
          <Curve
            key={`${line.from} ${line.to}`}
            path={curveOf(line, layout)}
            health={line.edge && health(line.edge)}
            weight={line.edge ? callsOf(line.edge) / overview.windowSeconds : 0}
            faded={!isNear(line)}
          />
        ))}
        {Array.from(labels, ([edge, at]) =>
          isNear(edge) ? (
            <Figures
              key={`${edge.from} ${edge.to}`}
              at={at}
              edge={edge}
              health={health(edge)}
              seconds={overview.windowSeconds}
            />
          ) : null,
        )}
        {consumers.map((id) => (
          <Box key={id} id={id} place={layout.places.get(id)} title={id} onNear={setNear} />
        ))}
        {apis.map((api) => (
          <Box
            key={api.api}
            id={api.api}
            place={layout.places.get(api.api)}
            title={nameOf(api.api)}
            version={api.api.split('/')[2]}
            below={api.owner.team}
            api={api}
            state={stateOf(api.api, overview, health)}
            onNear={setNear}
          />
        ))}
      </svg>
    </Scroll>
  )
}

/** What may be called, whether it is or not. */
const linesOf = (apis: readonly ApiVersion[]) =>
  apis.flatMap(({ api, uses, consumers }) => [
    ...consumers.map((from) => ({ from, to: api })),
    ...uses.map((to) => ({ from: api, to })),
  ])

const nameOf = (api: string): string => api.split('/')[1] ?? api

type State = Health | 'open' | 'half-open' | 'idle'

/** The worst there is: what is kept from it, then what comes back from it. */
function stateOf(api: string, { breakers, edges }: Overview, health: (edge: Edge) => Health): State {
  const own = breakers.filter((one) => one.api === api)
  for (const state of ['open', 'half-open'] as const) if (own.some((one) => one.state === state)) return state
  const to = edges.filter((edge) => edge.to === api)
  if (to.length === 0) return 'idle'
  const states = to.map(health)
  return states.includes('failing') ? 'failing' : states.includes('slow') ? 'slow' : 'ok'
}

const words: Readonly<Record<State, string>> = {
  ok: 'works',
  slow: 'slow',
  failing: 'failing',
  open: 'breaker open',
  'half-open': 'breaker half-open',
  idle: 'no calls',
}

interface BoxProps {
  readonly id: string
  readonly place: Place | undefined
  readonly title: string
  readonly version?: string | undefined
  readonly below?: string
  readonly api?: ApiVersion
  readonly state?: State
  onNear(id: string | undefined): void
}

function Box({ id, place, title, version, below, api, state, onNear }: BoxProps) {
  if (!place) return null
  const word = state && state !== 'ok' && state !== 'idle' ? words[state] : undefined
  const href = api ? `/console/api?id=${id}` : `/console/consumers?id=${id}`
  const shown = [title, version, word ?? (api?.status === 'deprecated' ? 'deprecated' : undefined), below]
  const label = `${shown.filter(Boolean).join(' ')}${state ? `, ${api?.layer}, ${words[state]}` : ''}`
  return (
    <a
      href={href}
      class={`box ${state ?? 'consumer'} ${api?.status ?? ''}`}
      aria-label={label}
      onMouseEnter={() => onNear(id)}
      onMouseLeave={() => onNear(undefined)}
      onFocus={() => onNear(id)}
      onBlur={() => onNear(undefined)}
    >
      <g transform={`translate(${place.x} ${place.y})`}>
        <rect class="face" width={NODE.width} height={NODE.height} rx="5" />
        <rect class="edge" width="4" height={NODE.height} rx="2" />
        <text class="title" x="12" y={below ? 18 : 27}>
          {title}
          {version && (
            <tspan class="version" dx="3">
              {` ${version}`}
            </tspan>
          )}
        </text>
        {below && (
          <text class="below" x="12" y="34">
            {word ? (
              <tspan class="word">{` ${word} `}</tspan>
            ) : (
              api?.status === 'deprecated' && ' deprecated '
            )}
            <tspan dx={word || api?.status === 'deprecated' ? 5 : 0}>{` ${below}`}</tspan>
          </text>
        )}
      </g>
    </a>
  )
}

interface CurveProps {
  readonly path: string
  readonly health: Health | undefined
  /** Calls a second. */
  readonly weight: number
  readonly faded: boolean
}

const Curve = ({ path, health, weight, faded }: CurveProps) => (
  <path
    class={`line ${health ?? 'idle'} ${faded ? 'faded' : ''}`}
    d={path}
    stroke-width={health ? 1.25 + Math.min(3.5, Math.log10(1 + weight) * 2) : 1}
  />
)

interface FiguresProps {
  readonly at: Place
  readonly edge: Edge
  readonly health: Health
  readonly seconds: number
}

const Figures = ({ at, edge, health, seconds }: FiguresProps) => (
  <text class={`figures ${health}`} x={at.x} y={at.y} text-anchor="middle">
    <tspan x={at.x}>{rate(callsOf(edge), seconds)}</tspan>
    <tspan x={at.x} dy="12">
      {health === 'failing'
        ? `${percent(shareFailed(edge))} fail`
        : edge.p95Ms === undefined
          ? ''
          : duration(edge.p95Ms)}
    </tspan>
  </text>
)

function curveOf(line: Line, layout: Layout): string {
  const [start, end] = endsOf(line, layout)
  const bend = (end.x - start.x) / 2
  return `M${start.x} ${start.y}C${start.x + bend} ${start.y} ${end.x - bend} ${end.y} ${end.x} ${end.y}`
}
