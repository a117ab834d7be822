/** A customer from all sides. One system may be down: then the answer holds what the other one knows, and says so. */
import { implement, ok, type Profile } from '#contracts/process/customer-360/v1'
import type { Account } from '#contracts/system/crm/v1'
import { financesOf } from './finances.ts'

export default implement({
  async getOverview({ params, params: { customerId }, query }, context) {
    const { parts, sources } = await context.gather({
      crm: ({ crm }) => crm.getAccount({ params }),
      erp: ({ erp }) => financesOf(erp, customerId, query),
    })
    const { crm: account, erp: finances } = parts
    if (account?.status === 404) return account
    return ok({ customerId, ...(account && { profile: toProfile(account.body) }), ...finances, sources })
  },
})

const toProfile = ({ customerId: _, leadId: __, ...profile }: Account): Profile => profile
