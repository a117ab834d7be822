/** A customer from all sides. One system may be down: then the answer holds what the other one knows, and says so. */
import { implement, ok, type Profile } from '#contracts/process/customer-360/v1'
import type { Account } from '#contracts/system/crm/v1'
import { financesOf } from './finances.ts'
import { ask, toSource } from './source.ts'

export default implement({
  async getOverview({ params, params: { customerId }, query }, { crm, erp }) {
    const [sales, finance] = await Promise.all([
      ask(crm.getAccount({ params })),
      ask(financesOf(erp, customerId, query)),
    ])
    if (sales.state === 'unavailable' && finance.state === 'unavailable') throw sales.error
    const account = sales.state === 'ok' ? sales.answer : undefined
    if (account?.status === 404) return account
    return ok({
      customerId,
      ...(account && { profile: toProfile(account.body) }),
      ...(finance.state === 'ok' && finance.answer),
      sources: [toSource('crm', sales), toSource('erp', finance)],
    })
  },
})

const toProfile = ({ customerId: _, ...profile }: Account): Profile => profile
