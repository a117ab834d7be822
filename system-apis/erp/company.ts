/** The company that sells: its currency is that of every price. */
import { search } from '#wire/tryton'
import type { Erp } from './client.ts'

export async function findCompany(erp: Erp) {
  const found = await erp.findCompanies({ body: search([], ['currency.code'], { limit: 1 }) })
  const [company] = found.body
  if (!company) throw new Error('The ERP has no company')
  return { id: company.id, currency: company['currency.'] }
}
