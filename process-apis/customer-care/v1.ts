/** What is owed to customers after the sale. */
import { implement, noContent } from '#contracts/process/customer-care/v1'

export default implement({
  async welcomeBack({ params }, { crm }) {
    const account = await crm.getAccount({ params })
    if (account.status === 404 || account.body.relationship !== 'dormant') return noContent()
    const { customerId: _, ...fields } = account.body
    await crm.putAccount({ params, body: { ...fields, relationship: 'active' } })
    return noContent()
  },
})
