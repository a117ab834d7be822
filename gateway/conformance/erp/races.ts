/** Eight callers at once: what is unique in the ERP, what is not, and how one order still becomes one sale. */
import { setTimeout as delay } from 'node:timers/promises'
import type { Transcript } from './transcript.ts'
import { type Customer, type Goods, PARTY, SALE, saleOf, widgetLine } from './wire.ts'

type Rivals = [{ id: number; state: string }, ...{ id: number; state: string }[]]

const callers = Array.from({ length: 8 }, (_, index) => index)
const undecidedStates = ['draft', 'quotation']

export async function races(transcript: Transcript, customer: Customer, goods: Goods): Promise<void> {
  const context = { language: 'en', company: 1 }
  const race = [[{ name: 'Race', code: 'RACE' }], context]
  const answers = await Promise.all(
    callers.map(() => transcript.exchange('', `${PARTY}create`, race, { isQuiet: true })),
  )
  transcript.note('race-party-code', {
    created: answers.filter(({ result }) => result).length,
    refused: answers.filter(({ error }) => error?.[0] === 'UserError').length,
  })

  const line = widgetLine(goods)
  const naive = saleOf(customer, 'RACE-NAIVE', [line])
  await Promise.all(callers.map(() => transcript.quietly(`${SALE}create`, naive)))
  await transcript.call('race-naive-sales', `${SALE}search_count`, [[['reference', '=', 'RACE-NAIVE']]])

  const winners = await Promise.all(callers.map(() => placeOrder(transcript, customer, 'RACE-SAFE', line)))
  transcript.note('race-safe-winners', new Set(winners).size)
  await transcript.call('race-safe-sales', `${SALE}search_read`, [
    [['reference', '=', 'RACE-SAFE']],
    0,
    50,
    null,
    ['state', 'invoices', 'shipments'],
  ])
}

/**
 * A draft each, then a winner, which only its own caller confirms: two confirmations at once can make two
 * invoices. The winner is chosen twice, because a draft with a lower id can be committed later.
 */
async function placeOrder(
  transcript: Transcript,
  customer: Customer,
  reference: string,
  line: unknown,
): Promise<number> {
  const drafts = await transcript.quietly<[number]>(`${SALE}create`, saleOf(customer, reference, [line]))
  const [mine] = drafts
  if ((await winnerOf(transcript, customer, reference)) === mine) {
    await transcript.quietly(`${SALE}quote`, [[mine]])
    if ((await winnerOf(transcript, customer, reference)) === mine) {
      await transcript.quietly(`${SALE}confirm`, [[mine]])
      return mine
    }
    await transcript.quietly(`${SALE}cancel`, [[mine]])
  }
  await transcript.quietly(`${SALE}delete`, [[mine]])
  return confirmedWinner(transcript, customer, reference)
}

async function confirmedWinner(
  transcript: Transcript,
  customer: Customer,
  reference: string,
): Promise<number> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const winner = await winnerOf(transcript, customer, reference)
    const [sale] = (await transcript.quietly<[{ state: string }] | undefined>(`${SALE}read`, [
      [winner],
      ['state'],
    ])) ?? [undefined]
    if (sale && !undecidedStates.includes(sale.state)) return winner
    await delay(50)
  }
  throw new Error(`${reference} is still pending`)
}

async function winnerOf(transcript: Transcript, { party }: Customer, reference: string): Promise<number> {
  const domain = [
    ['reference', '=', reference],
    ['party', '=', party],
    ['state', '!=', 'cancelled'],
  ]
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const rivals = await transcript.quietly<Rivals | undefined>(`${SALE}search_read`, [
      domain,
      0,
      50,
      [['id', 'ASC']],
      ['state'],
    ])
    // No answer: a rival was deleted between search and read.
    if (rivals) return (rivals.find(({ state }) => !undecidedStates.includes(state)) ?? rivals[0]).id
  }
  throw new Error(`no answer for ${reference}`)
}
