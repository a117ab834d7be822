/** The wizard that books a payment on an invoice: it is created, told the amount, and deleted. */
import { pay } from './models/invoice.ts'
import type { Call } from './models/model.ts'
import type { DecimalValue } from './values.ts'

export function paymentWizard({ store, context }: Call, verb: string, params: readonly unknown[]): unknown {
  switch (verb) {
    case 'create':
      return [Number(store.nextNumber('wizard')), 'start', 'end']
    case 'execute': {
      const [, data, state] = params as [number, { start?: { amount: DecimalValue } }, string]
      const isPaid =
        state === 'choice' && data.start && pay(store, Number(context.active_id), data.start.amount)
      // Not the amount that is due: the ERP asks what to make of the difference.
      return isPaid ? {} : { view: { state: state === 'start' ? 'start' : 'ask' } }
    }
    default:
      return null
  }
}
