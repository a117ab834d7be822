/** System API of the ERP, on its own. */
import { recorded } from '../calls.ts'
import { toCard } from '../home.ts'
import { client } from './client.ts'
import { Orders, RawSales } from './schemas.ts'
import { serveRoute } from './serve.ts'

const { erp } = recorded()
const wanted = JSON.parse(erp.requestBody) as object
const backend = await client(process.env.BACKEND_URL ?? '')

serveRoute('/customers/{customerId}/orders', Orders, async () => {
  const request = { method: erp.method, headers: erp.requestHeaders, body: JSON.stringify(wanted) }
  const { result } = RawSales.parse(await backend(erp.path, request))
  return { items: result.map((sale) => toCard(sale as never)) }
})
