/** The methods of the ERP that need a session: `model.<model>.<verb>` and one wizard. */
import { press } from './buttons.ts'
import type { Domain } from './domain.ts'
import { ProgrammingError } from './errors.ts'
import { saleLineOnChange, saleOnChange } from './forms.ts'
import { isModelName } from './models/main.ts'
import type { Call } from './models/model.ts'
import { assign } from './models/shipment.ts'
import { paymentWizard } from './payment-wizard.ts'
import { existing, read, readRecord } from './reader.ts'
import type { ModelName } from './records.ts'
import { type Search, search } from './search.ts'
import type { Store } from './store.ts'
import { create, remove, type Values, write } from './writer.ts'

/** Carries out one call as one transaction. Its last parameter is the context. */
export function invoke(store: Store, method: string, params: readonly unknown[]): unknown {
  const context = params.at(-1)
  if (context === null || typeof context !== 'object' || Array.isArray(context)) {
    throw new ProgrammingError('Missing context argument')
  }
  const call: Call = { store, context: context as Record<string, unknown> }
  return store.transaction(() => dispatch(call, method, params.slice(0, -1)))
}

function dispatch(call: Call, method: string, params: readonly unknown[]): unknown {
  const [, kind = '', name = '', verb = ''] = /^(model|wizard)\.(.+)\.(\w+)$/.exec(method) ?? []
  if (kind === 'wizard' && name === 'account.invoice.pay') return paymentWizard(call, verb, params)
  if (kind === 'model' && name === 'res.user' && verb === 'get_preferences') return preferences(call)
  if (kind !== 'model' || !isModelName(name)) throw new ProgrammingError(`'${name}'`)
  return onModel(call, name, verb, params)
}

function onModel(call: Call, model: ModelName, verb: string, params: readonly unknown[]): unknown {
  const { store } = call
  const [first, second] = params
  switch (verb) {
    case 'create':
      return (first as Values[]).map((values) => create(call, model, values))
    case 'read':
      return read(call, model, idsOf(first), second as string[])
    case 'write':
      write(call, model, idsOf(first), second as Values)
      return null
    case 'delete':
      remove(call, model, idsOf(first))
      return null
    case 'search':
      return search(call, model, searchOf(params)).map(({ id }) => id)
    case 'search_count':
      return search(call, model, { domain: first as Domain }).length
    case 'search_read':
      return search(call, model, searchOf(params)).map((record) =>
        readRecord(call, model, record, params[4] as string[]),
      )
    case 'on_change':
      if (model === 'sale.sale') return saleOnChange(store, first as { party?: number })
      if (model === 'sale.line') return saleLineOnChange(store, first as { product: number })
      return [{}]
    case 'assign_try':
      return idsOf(first).every((id) => assign(store, existing(store, 'stock.shipment.out', id, 'read').id))
    default:
      press(store, model, verb, idsOf(first))
      return null
  }
}

function preferences({ store }: Call) {
  const company = store.must('company.company', 1)
  return {
    company: company.id,
    'company.rec_name': store.must('party.party', company.party).name,
    company_filter: 'one',
    language: 'en',
    language_direction: 'ltr',
  }
}

function searchOf([domain, offset, limit, order]: readonly unknown[]): Search {
  return { domain, offset: offset ?? 0, limit, order } as Search
}

function idsOf(param: unknown): number[] {
  if (!Array.isArray(param)) throw new ProgrammingError(`'${typeof param}' object is not iterable`)
  return param.map((item) => {
    const id = Number(item)
    if (!Number.isInteger(id)) throw new ProgrammingError(`invalid literal for int() with base 10: '${item}'`)
    return id
  })
}
