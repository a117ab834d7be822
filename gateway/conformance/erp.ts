/**
 * Drives an ERP through everything the gateway relies on and writes down what it answers, line by line.
 * The transcript of the sandbox and that of a real server must be equal.
 */
import { catalogue } from './erp/catalogue.ts'
import { formsAndRefusals } from './erp/forms-and-refusals.ts'
import { fulfilment } from './erp/fulfilment.ts'
import { orders } from './erp/orders.ts'
import { outOfStock } from './erp/out-of-stock.ts'
import { parties } from './erp/parties.ts'
import { partyRelations } from './erp/party-relations.ts'
import { logout, protocol } from './erp/protocol.ts'
import { races } from './erp/races.ts'
import { type ErpTarget, Transcript } from './erp/transcript.ts'

export { erpConformanceSeed } from './erp/seed.ts'
export type { ErpTarget } from './erp/transcript.ts'

/** The database must be freshly seeded, with what `erpConformanceSeed` holds; it is left full of trial records. */
export async function runErpConformance(target: ErpTarget): Promise<string[]> {
  const transcript = new Transcript(target)
  await protocol(transcript)
  const customer = await parties(transcript)
  await partyRelations(transcript)
  const goods = await catalogue(transcript)
  const order = await orders(transcript, customer, goods)
  await formsAndRefusals(transcript, customer, goods)
  await fulfilment(transcript, goods, order)
  await outOfStock(transcript, customer, goods)
  await races(transcript, customer, goods)
  await logout(transcript)
  return transcript.lines
}
