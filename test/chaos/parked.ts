/** Outcomes that wait for an operator, as the store lists them. */
import { openDriver } from '../../gateway/store/open.ts'
import { untilAnswering } from '../store/drivers.ts'

const LIMIT = 10_000

export async function readParked(storeUrl: string): Promise<readonly string[]> {
  const driver = openDriver(storeUrl)
  try {
    await untilAnswering(driver)
    const ids = await driver.list('parked', LIMIT)
    return await Promise.all(
      ids.map(async (id) => `${id}: ${(await driver.load(id)).record?.reason ?? 'left in doubt'}`),
    )
  } finally {
    await driver.close()
  }
}
