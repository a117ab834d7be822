/** Process API, on its own: both systems in parallel. */
import { toSources } from '../home.ts'
import { client } from './client.ts'
import { AccountName, Orders, Overview } from './schemas.ts'
import { serveRoute } from './serve.ts'

const crm = await client(process.env.CRM_API_URL ?? '')
const erp = await client(process.env.ERP_API_URL ?? '')

serveRoute('/customers/{customerId}/overview', Overview, async (customerId) => {
  const [account, orders] = await Promise.all([
    crm(`/accounts/${customerId}`),
    erp(`/customers/${customerId}/orders`),
  ])
  return { profile: AccountName.parse(account), orders: Orders.parse(orders).items, sources: toSources() }
})
