/**
 * Two builds of the same program against each other, in several pairs of processes: how V8 compiles a program differs
 * from one process to the next by more than what is measured here.
 */
import type { Measurement, Options } from './measure.ts'
import { perRequest, warmUp } from './measure.ts'
import { type Measured, start } from './processes.ts'

export interface Build {
  readonly name: string
  /** Relative to this folder. */
  readonly file: string
}

const PAIRS = 4

export async function measurePairs(
  builds: readonly [Build, Build],
  {
    path,
    env,
    ...options
  }: Options & { readonly path: string; readonly env: Readonly<Record<string, string>> },
): Promise<readonly Measurement[]> {
  const { rounds, requests, headers, progress } = options
  const micros = new Map(builds.map(({ name }) => [name, [] as number[]]))
  for (let pair = 0; pair < PAIRS; pair++) {
    progress(`pair ${pair + 1} of ${PAIRS}: warming up`)
    const contenders: { name: string; url: string; processes: readonly Measured[] }[] = []
    for (const { name, file } of pair % 2 ? builds.toReversed() : builds) {
      const process = await start(file, env)
      contenders.push({ name, url: process.url + path, processes: [process] })
    }
    for (const contender of contenders) await warmUp(contender, headers)
    for (let round = 0; round < Math.ceil(rounds / PAIRS); round++)
      for (const contender of round % 2 ? contenders.toReversed() : contenders) {
        progress(`pair ${pair + 1} of ${PAIRS}, round ${round + 1}: ${contender.name}`)
        micros.get(contender.name)?.push(await perRequest(contender, requests, headers))
      }
    await Promise.all(contenders.flatMap(({ processes }) => processes).map((one) => one.stop()))
  }
  return [...micros].map(([name, figures]) => ({ name, micros: figures }))
}
