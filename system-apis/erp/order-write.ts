/**
 * Places an order once, in an ERP that takes any number of sales under one reference and makes an invoice each time one
 * is confirmed. Whoever places it makes a draft of their own. The draft with the lowest id wins, and only its maker
 * confirms it, after looking twice; all others delete theirs and wait for the winner.
 *
 * This is the second line of defence: the gateway lets one request at a time work on an order.
 */
import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { NewSale, Sale } from '#contracts/backend/erp/v1'
import { type OrderFields, refuse } from '#contracts/system/erp/v2'
import { isOutcomeUnknown } from '#wire/outcome'
import { toTimeMs } from '#wire/tryton'
import type { Erp } from './client.ts'
import { differenceOf } from './order-difference.ts'
import { draftOrder } from './order-draft.ts'
import { findOrder, findRivals, isOpen, winnerOf } from './sales.ts'

/** Longer than any request that places an order may last: whoever made an older draft is gone. */
const abandonedAfterMs = 40_000

/** @param signal of the request: nothing is waited for once it is over */
export async function placeOrder(erp: Erp, orderId: string, order: OrderFields, signal: AbortSignal) {
  const known = await findOrder(erp, orderId)
  const difference = known && differenceOf(known, order)
  if (difference) return refuse('conflict', `${orderId} is an order ${difference}.`)
  if (known && !isOpen(known)) return { sale: known, isNew: false }

  const plan = await draftOrder(erp, orderId, order)
  if ('status' in plan) return plan
  const own = await createDraft(erp, orderId, plan.draft, signal)
  const chosen = await chooseWinner(erp, orderId, own, signal)
  if (chosen !== undefined) return { sale: await confirm(erp, orderId, chosen, signal), isNew: true }
  const sale = await settled(erp, orderId, signal)
  const surprise = differenceOf(sale, order)
  return surprise ? refuse('conflict', `${orderId} became an order ${surprise}.`) : { sale, isNew: false }
}

/** A draft of this request's own. When the ERP's answer is lost, the mark on the draft tells which one it is. */
async function createDraft(erp: Erp, orderId: string, draft: NewSale, signal: AbortSignal): Promise<number> {
  const mark = randomUUID()
  try {
    const made = await erp.createSales({ body: [[{ ...draft, description: mark }], {}] })
    const [id] = made.body
    if (id === undefined) throw new Error('The ERP answered no id for a new sale')
    return id
  } catch (error) {
    if (!isOutcomeUnknown(error)) throw error
    const found = await findMarked(erp, orderId, mark, signal)
    if (found === undefined) throw error
    return found
  }
}

/** The ERP may still be at it: a look or two later the draft can be there. */
async function findMarked(
  erp: Erp,
  orderId: string,
  mark: string,
  signal: AbortSignal,
): Promise<number | undefined> {
  for (const delayMs of [0, 100, 400]) {
    await pause(delayMs, signal)
    const own = (await findRivals(erp, orderId)).find(({ description }) => description === mark)
    if (own) return own.id
  }
  return undefined
}

/** The sale this request has to confirm, if any: its own, or one whose maker is gone. */
async function chooseWinner(
  erp: Erp,
  orderId: string,
  own: number,
  signal: AbortSignal,
): Promise<number | undefined> {
  const rivals = await findRivals(erp, orderId)
  const winner = winnerOf(rivals)
  if (winner === undefined || winner.id === own) return own
  const draft = rivals.find(({ id }) => id === own)
  await erp.deleteSales({ body: [[own], {}] })
  if (!draft || !isOpen(winner)) return undefined
  // By the clock of the ERP: from the older draft to the younger one, and the time since then.
  const leftMs = abandonedAfterMs - (toTimeMs(draft.create_date) - toTimeMs(winner.create_date))
  const sale = await settledWithin(erp, orderId, leftMs, signal)
  return sale?.id === winner.id && isOpen(sale) ? winner.id : undefined
}

async function confirm(erp: Erp, orderId: string, id: number, signal: AbortSignal): Promise<Sale> {
  await quote(erp, id)
  // Ids are given before they can be seen: a lower one may have come up in the meantime.
  const winner = winnerOf(await findRivals(erp, orderId))
  if (winner?.id !== id) {
    await erp.cancelSales({ body: [[id], {}] })
    await erp.deleteSales({ body: [[id], {}] })
    return settled(erp, orderId, signal)
  }
  // Never asked for twice: when the answer is lost, the state of the sale tells, or else nobody can.
  const lost = await erp.confirmSales({ body: [[id], {}] }).then(() => undefined, onlyIfLost)
  try {
    const sale = await settled(erp, orderId, signal)
    if (sale.invoices.length <= 1) return sale
    // Confirmed twice after all: the ERP then credits the surplus itself. Deleting an invoice would make another one.
    await erp.processSales({ body: [[id], {}] })
    return await settled(erp, orderId, signal)
  } catch (error) {
    throw lost ?? error
  }
}

/** Quoting a sale that is quoted already does nothing: a lost answer is asked for again. */
const quote = (erp: Erp, id: number) =>
  erp.quoteSales({ body: [[id], {}] }).catch((error: unknown) => {
    onlyIfLost(error)
    return erp.quoteSales({ body: [[id], {}] })
  })

/** The error, if it leaves open what happened. */
function onlyIfLost(error: unknown): unknown {
  if (isOutcomeUnknown(error)) return error
  throw error
}

/** Waits until the order is past all choices. */
async function settled(erp: Erp, orderId: string, signal: AbortSignal): Promise<Sale> {
  for (;;) {
    const sale = await settledWithin(erp, orderId, Number.POSITIVE_INFINITY, signal)
    if (sale) return sale
  }
}

/** The order when it is past all choices, or as it is when the time is over. */
async function settledWithin(erp: Erp, orderId: string, timeMs: number, signal: AbortSignal) {
  const until = performance.now() + timeMs
  for (let delayMs = 20; ; delayMs = Math.min(2 * delayMs, 1000)) {
    const sale = await findOrder(erp, orderId)
    if (performance.now() >= until || (sale && !isOpen(sale))) return sale
    await pause(delayMs, signal)
  }
}

/** Ends early, with the reason of the signal, when the request does. */
const pause = (delayMs: number, signal: AbortSignal) =>
  setTimeout(delayMs, undefined, { signal }).catch(() => signal.throwIfAborted())
