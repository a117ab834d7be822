/** Experience API, on its own: one screen. */
import { client } from './client.ts'
import { Home, Overview } from './schemas.ts'
import { serveRoute } from './serve.ts'

const customers = await client(process.env.PROCESS_API_URL ?? '')

serveRoute('/home/{customerId}', Home, async (customerId) => {
  const { profile, orders, sources } = Overview.parse(await customers(`/customers/${customerId}/overview`))
  return { name: profile.name, orders: orders.slice(0, 5), missing: [], sources }
})
