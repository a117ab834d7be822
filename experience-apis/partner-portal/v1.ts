/** Partners bring in customers and follow what they buy. */
import { accepted, created, implement, ok } from '#contracts/experience/partner-portal/v1'
import { toCustomer, toCustomerSummary } from './customer.ts'
import { toInvoice, toOrder } from './sales.ts'

export default implement({
  async listCustomers({ query }, { onboarding }) {
    const customers = await onboarding.listCustomers({ query })
    return ok({ ...customers.body, items: customers.body.items.map(toCustomerSummary) })
  },

  async onboardCustomer({ body }, { onboarding }) {
    const customer = await onboarding.onboardCustomer({ body })
    if (customer.status === 409) return customer
    if (customer.status === 202) return accepted(customer.body)
    const { customerId, billing } = customer.body
    const location = `/customers/${customerId}`
    return created({ customerId, canOrder: billing.state === 'active' }, { location })
  },

  async getCustomer({ params }, { onboarding }) {
    const customer = await onboarding.getCustomer({ params })
    return customer.status === 404 ? customer : ok(toCustomer(customer.body))
  },

  async getOperation({ params }, { onboarding }) {
    return onboarding.getOperation({ params })
  },

  async listOrders({ query }, { orders }) {
    const page = await orders.listOrders({ query })
    return ok({ ...page.body, items: page.body.items.map(toOrder) })
  },

  async listInvoices({ query }, { orders }) {
    const page = await orders.listInvoices({ query })
    return ok({ ...page.body, items: page.body.items.map(toInvoice) })
  },
})
