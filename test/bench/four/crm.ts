/** System API of the CRM, on its own. */
import { recorded } from '../calls.ts'
import { toName } from '../home.ts'
import { client } from './client.ts'
import { AccountName, RawAccount } from './schemas.ts'
import { serveRoute } from './serve.ts'

const { crm } = recorded()
const backend = await client(process.env.BACKEND_URL ?? '')

serveRoute('/accounts/{customerId}', AccountName, async () => {
  const account = RawAccount.parse(
    await backend(crm.path, { method: crm.method, headers: crm.requestHeaders, body: null }),
  )
  return { name: toName(account as never) }
})
