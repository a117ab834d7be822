/** Runs cases on several pairs of replicas at once. */
import { openDriver } from '../../../gateway/store/open.ts'
import { untilAnswering } from '../../store/drivers.ts'
import { type Case, nameOf } from './cases.ts'
import { Works } from './fixture/works.ts'
import { Lane } from './lane.ts'
import { startReplicas } from './replicas.ts'

export interface Figures {
  readonly cases: number
  readonly parked: number
  /** What was wrong, by case. */
  readonly wrong: readonly string[]
}

/** @param storeUrlOf a store of its own for each lane */
export async function runMatrix(
  cases: readonly Case[],
  lanes: number,
  storeUrlOf: (lane: number) => string,
): Promise<Figures> {
  const waiting = [...cases]
  const wrong: string[] = []
  let parked = 0
  const work = async (number: number) => {
    const works = new Works()
    const store = openDriver(storeUrlOf(number))
    await untilAnswering(store)
    const replicas = await startReplicas(storeUrlOf(number), await works.open())
    const lane = new Lane(replicas, works, store)
    try {
      for (let one = waiting.shift(); one; one = waiting.shift())
        for (const what of await lane.run(one)) wrong.push(`${nameOf(one)}: ${what}`)
      parked += lane.parked
    } finally {
      await replicas.stop()
      works.close()
      await store.close()
    }
  }
  await Promise.all(Array.from({ length: lanes }, (_, number) => work(number)))
  return { cases: cases.length, parked, wrong }
}
