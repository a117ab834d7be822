/** Gives the disk so much to do that others wait for it. */
import { open, rm } from 'node:fs/promises'

const block = Buffer.alloc(16 << 20, 'strata')
/** Written over and over. */
const BLOCKS = 4

/** @param path of a file to write to. @returns ends it */
export function keepBusy(path: string): () => Promise<void> {
  let isOver = false
  const work = (async () => {
    const file = await open(path, 'w')
    for (let count = 0; !isOver; count++) {
      await file.write(block, 0, block.length, (count % BLOCKS) * block.length)
      if (count % BLOCKS === BLOCKS - 1) await file.datasync()
    }
    await file.close()
    await rm(path)
  })()
  return () => {
    isOver = true
    return work
  }
}
