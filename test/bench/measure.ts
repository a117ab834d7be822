/** Processor time per request, contender against contender in the same round: ratios hold on a busy machine, times do not. */
import type { Contender } from './contenders.ts'
import { send } from './load.ts'

export interface Measurement {
  readonly name: string
  /** Microseconds of processor time per request, one figure for each round. */
  readonly micros: readonly number[]
}

export interface Options {
  readonly rounds: number
  readonly requests: number
  readonly headers: Readonly<Record<string, string>>
  /** Called before each measurement. */
  progress(text: string): void
}

const CONNECTIONS = 32
/** Until the code is compiled as it stays. */
const WARM_UP_REQUESTS = 10_000

export async function measure(
  contenders: readonly Contender[],
  options: Options,
): Promise<readonly Measurement[]> {
  const { rounds, requests, headers, progress } = options
  for (const contender of contenders) {
    progress(`warming up: ${contender.name}`)
    await warmUp(contender, headers)
  }
  const micros = new Map<string, number[]>(contenders.map(({ name }) => [name, []]))
  for (let round = 0; round < rounds; round++)
    for (const contender of rotated(contenders, round)) {
      progress(`round ${round + 1} of ${rounds}: ${contender.name}`)
      micros.get(contender.name)?.push(await perRequest(contender, requests, headers))
    }
  return [...micros].map(([name, figures]) => ({ name, micros: figures }))
}

/** Nobody always comes after the same neighbour. */
const rotated = <Item>(items: readonly Item[], by: number): readonly Item[] => [
  ...items.slice(by % items.length),
  ...items.slice(0, by % items.length),
]

export const warmUp = ({ url }: Contender, headers: Options['headers']): Promise<void> =>
  send({ url, headers, requests: WARM_UP_REQUESTS, connections: CONNECTIONS })

export async function perRequest(
  { url, processes }: Contender,
  requests: number,
  headers: Options['headers'],
): Promise<number> {
  const used = async () =>
    (await Promise.all(processes.map((one) => one.cpuMicros()))).reduce((sum, own) => sum + own, 0)
  const before = await used()
  await send({ url, headers, requests, connections: CONNECTIONS })
  return ((await used()) - before) / requests
}

export interface Spread {
  readonly min: number
  readonly median: number
  readonly max: number
}

/** Of two contenders, round by round. */
export const ratioOf = (one: Measurement, other: Measurement): Spread =>
  spreadOf(one, other, (figure, base) => figure / base)

/** In microseconds per request, round by round. */
export const differenceOf = (one: Measurement, other: Measurement): Spread =>
  spreadOf(one, other, (figure, base) => figure - base)

function spreadOf(
  one: Measurement,
  other: Measurement,
  compare: (figure: number, base: number) => number,
): Spread {
  const figures = one.micros
    .map((figure, round) => compare(figure, other.micros[round] ?? Number.NaN))
    .toSorted((a, b) => a - b)
  const round = (value = Number.NaN) => Math.round(value * 100) / 100
  return { min: round(figures[0]), median: round(figures[figures.length >> 1]), max: round(figures.at(-1)) }
}
