/** The price of a key: each figure less that of the gateway that remembers nothing, in the same round. */

export interface Sample {
  readonly name: string
  readonly round: number
  readonly tookMs: readonly number[]
  readonly cpuMicros: number
}

export function report(samples: readonly Sample[]): string {
  const of = (name: string) => samples.filter((sample) => sample.name === name)
  const base = of('nothing')
  const figure = (measure: (sample: Sample) => number, digits: number) => (name: string) => {
    const own = of(name).map(measure)
    const added = own.map((value, index) => value - (base[index] ? measure(base[index]) : 0))
    return `${median(own).toFixed(digits).padStart(9)} (+${median(added).toFixed(digits)})`
  }
  const columns = [
    figure(percentile(0.5), 2),
    figure(percentile(0.99), 2),
    figure(({ cpuMicros }) => cpuMicros, 0),
  ]
  return [
    'remembers        p50 ms            p99 ms            µs of processor time per write',
    ...['nothing', 'Redis', 'SQLite'].map((name) =>
      [name.padEnd(12), ...columns.map((column) => column(name).padEnd(18))].join(''),
    ),
  ].join('\n')
}

const percentile =
  (share: number) =>
  ({ tookMs }: Sample): number =>
    tookMs.toSorted((a, b) => a - b)[Math.floor(tookMs.length * share)] ?? Number.NaN

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN
