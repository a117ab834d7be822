/** Looks into an ERP past Strata, as an auditor would: what is really stored there? */
import { request } from 'undici'

export interface ErpAccess {
  readonly url: string
  readonly database: string
  readonly user: string
  readonly password: string
}

/** Logs in and calls one method. @param params without the context, which is added */
export async function callErp(erp: ErpAccess, method: string, params: readonly unknown[]): Promise<unknown> {
  const [userId, key] = (await rpc(erp, 'common.db.login', [erp.user, { password: erp.password }, 'en'])) as [
    number,
    string,
  ]
  const session = Buffer.from(`${erp.user}:${userId}:${key}`).toString('base64')
  return rpc(erp, method, [...params, { language: 'en', company: 1 }], `Session ${session}`)
}

/** Every sale under an order id: its state, and how many invoices were made for it. */
export async function salesUnder(
  erp: ErpAccess,
  orderId: string,
): Promise<{ state: string; invoices: number }[]> {
  const domain = [['reference', '=', orderId]]
  const sales = await callErp(erp, 'model.sale.sale.search_read', [
    domain,
    0,
    null,
    [['id', 'ASC']],
    ['state', 'invoices'],
  ])
  return (sales as { state: string; invoices: number[] }[]).map(({ state, invoices }) => ({
    state,
    invoices: invoices.length,
  }))
}

async function rpc(
  { url, database }: ErpAccess,
  method: string,
  params: readonly unknown[],
  authorization?: string,
) {
  const { body } = await request(`${url}/${database}/`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
    body: JSON.stringify({ id: 1, method, params }),
  })
  const { result, error } = (await body.json()) as { result?: unknown; error?: unknown }
  if (error !== undefined) throw new Error(`${method}: ${JSON.stringify(error)}`)
  return result
}
