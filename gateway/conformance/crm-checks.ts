/** What the gateway relies on of a CRM, one check each. They run in order: later ones use the account of earlier ones. */
import { contains, soql } from '#wire/soql'
import { neededFields } from './crm-fields.ts'
import { type CrmOrg, fieldsOf, type OrgReply } from './crm-org.ts'

export interface CrmCheck {
  readonly name: string
  /** Gives what is worth telling, or throws what is wrong. */
  readonly run: (org: CrmOrg) => Promise<string>
}

const accountPath = (org: CrmOrg) => `/sobjects/Account/External_Id__c/${org.prefix}-1`
/** Every character that means something in SOQL. */
const accountName = (org: CrmOrg) => `${org.prefix} O'Neill \\ 100%_`

export const crmChecks: readonly CrmCheck[] = [
  {
    name: 'a wrong secret gives no token',
    run: async (org) => {
      const reply = await org.token('wrong')
      demand(reply.status === 400 && 'error' in fieldsOf(reply.body), reply)
      return String(fieldsOf(reply.body).error)
    },
  },
  {
    name: 'an invalid token is refused as INVALID_SESSION_ID',
    run: (org) => refusedWith(org, 401, 'INVALID_SESSION_ID', 'GET', '/limits', { headers: invalidToken }),
  },
  {
    name: 'the org has the fields the gateway needs',
    run: async (org) => {
      const missing = await missingFields(org)
      if (missing.length > 0) throw new Error(`missing: ${missing.join(', ')}`)
      return `${neededFields.length} fields`
    },
  },
  {
    name: 'an upsert creates an account',
    run: async (org) => {
      const reply = await org.call('PATCH', accountPath(org), {
        body: { Name: accountName(org), Relationship__c: 'Prospect', BillingCountryCode: 'DE' },
      })
      demand(reply.status === 201 && fieldsOf(reply.body).created === true, reply)
      return String(fieldsOf(reply.body).id)
    },
  },
  {
    name: 'a second upsert updates it',
    run: async (org) => {
      const reply = await org.call('PATCH', accountPath(org), { body: { Relationship__c: 'Active' } })
      demand(reply.status === 204 || fieldsOf(reply.body).created === false, reply)
      return `status ${reply.status}`
    },
  },
  {
    name: 'the account is read by its external id',
    run: async (org) => {
      const reply = await org.call('GET', accountPath(org))
      const { Name, Relationship__c, BillingCountryCode } = fieldsOf(reply.body)
      const values = [Name, Relationship__c, BillingCountryCode]
      demand(values.join() === [accountName(org), 'Active', 'DE'].join(), reply)
      return values.join(', ')
    },
  },
  {
    name: 'a query finds a name with quotes, backslashes and wildcards, and nothing else',
    run: async (org) => {
      const equal = soql`SELECT External_Id__c FROM Account WHERE Name = ${accountName(org)}`
      const like = soql`SELECT External_Id__c FROM Account WHERE Name LIKE ${contains(accountName(org))}`
      for (const query of [equal, like]) {
        const reply = await org.query(query)
        demand(fieldsOf(reply.body).totalSize === 1 && fieldsOf(reply.body).done === true, reply)
      }
      return 'with = and LIKE'
    },
  },
  {
    name: 'a contact names its account by external id',
    run: async (org) => {
      const Account = { External_Id__c: `${org.prefix}-1` }
      const path = `/sobjects/Contact/External_Id__c/${org.prefix}-2`
      const made = await org.call('PATCH', path, { body: { LastName: org.prefix, Account } })
      demand(made.status === 201, made)
      const found = await org.query(
        soql`SELECT Id, Account.External_Id__c FROM Contact WHERE Account.External_Id__c = ${Account.External_Id__c}`,
      )
      const [record] = Object.values(fieldsOf(fieldsOf(found.body).records))
      demand(fieldsOf(fieldsOf(record).Account).External_Id__c === Account.External_Id__c, found)
      return 'and is found through it'
    },
  },
  {
    name: 'a lead is created once under an external id, and marked with the customer it became',
    run: async (org) => {
      const upsert = () =>
        org.call('PATCH', `/sobjects/Lead/External_Id__c/${org.prefix}-3`, {
          body: { LastName: org.prefix, Company: org.prefix, Status: 'Working - Contacted' },
        })
      const made = await upsert()
      demand(made.status === 201, made)
      const again = await upsert()
      demand(again.status === 204 || fieldsOf(again.body).id === fieldsOf(made.body).id, again)
      const path = `/sobjects/Lead/${fieldsOf(made.body).id}`
      const changed = await org.call('PATCH', path, { body: { Customer_Id__c: `${org.prefix}-1` } })
      demand(changed.status === 204, changed)
      const read = await org.call('GET', path)
      demand(fieldsOf(read.body).Customer_Id__c === `${org.prefix}-1`, read)
      return path
    },
  },
  {
    name: 'a stale entity tag is refused with 412',
    run: async (org) => {
      const { body } = await org.call('GET', accountPath(org))
      const path = `/sobjects/Account/${fieldsOf(body).Id}`
      const read = await org.call('GET', path)
      const etag = read.headers.get('etag')
      if (etag === null) throw new Error('no entity tag')
      await org.call('PATCH', path, { body: { Phone: '+44 1632 960 001' } })
      const stale = await org.call('PATCH', path, { body: { Phone: null }, headers: { 'if-match': etag } })
      demand(stale.status === 412, stale)
      return etag
    },
  },
  {
    name: 'a unique field refuses a second record as DUPLICATE_VALUE',
    run: (org) =>
      refusedWith(org, 400, 'DUPLICATE_VALUE', 'POST', '/sobjects/Account', {
        body: { Name: `${org.prefix} again`, External_Id__c: `${org.prefix}-1` },
      }),
  },
  {
    name: 'a missing field is REQUIRED_FIELD_MISSING',
    run: (org) => refusedWith(org, 400, 'REQUIRED_FIELD_MISSING', 'POST', '/sobjects/Contact', { body: {} }),
  },
  {
    name: 'a malformed e-mail address is INVALID_EMAIL_ADDRESS',
    run: (org) =>
      refusedWith(org, 400, 'INVALID_EMAIL_ADDRESS', 'PATCH', accountPath(org), {
        body: { Email__c: 'nope' },
      }),
  },
  {
    name: 'a value no picklist has is INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
    run: (org) =>
      refusedWith(org, 400, 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', 'PATCH', accountPath(org), {
        body: { Relationship__c: 'Strange' },
      }),
  },
  {
    name: 'an unknown record is NOT_FOUND',
    run: (org) =>
      refusedWith(org, 404, 'NOT_FOUND', 'GET', `/sobjects/Account/External_Id__c/${org.prefix}-0`),
  },
  {
    name: 'a malformed query is MALFORMED_QUERY',
    run: (org) => refusedWith(org, 400, 'MALFORMED_QUERY', 'GET', '/query?q=SELECT'),
  },
  {
    name: 'answers carry the use of the daily limit',
    run: async (org) => {
      const reply = await org.call('GET', '/limits')
      const usage = reply.headers.get('sforce-limit-info') ?? ''
      demand(/api-usage=\d+\/\d+/.test(usage), reply)
      return usage
    },
  },
]

const invalidToken = { authorization: 'Bearer invalid' }

function demand(condition: boolean, { status, body }: OrgReply): void {
  if (!condition) throw new Error(`answered ${status} ${JSON.stringify(body)?.slice(0, 300)}`)
}

async function refusedWith(
  org: CrmOrg,
  status: number,
  errorCode: string,
  ...call: Parameters<CrmOrg['call']>
) {
  const reply = await org.call(...call)
  const [error] = Object.values(fieldsOf(reply.body))
  demand(reply.status === status && fieldsOf(error).errorCode === errorCode, reply)
  return String(fieldsOf(error).message)
}

async function missingFields(org: CrmOrg): Promise<string[]> {
  const missing: string[] = []
  for (const [object, needed] of Map.groupBy(neededFields, (field) => field.object)) {
    const { body } = await org.call('GET', `/sobjects/${object}/describe`)
    const described = Object.values(fieldsOf(fieldsOf(body).fields)).map(fieldsOf)
    for (const { name, externalId, picklist = [] } of needed) {
      const field = described.find((candidate) => candidate.name === name)
      const values = Object.values(fieldsOf(field?.picklistValues)).map((entry) => fieldsOf(entry).value)
      if (!field) missing.push(`${object}.${name}`)
      else if (externalId && !(field.externalId && field.unique))
        missing.push(`${object}.${name} as unique id`)
      for (const value of picklist) if (!values.includes(value)) missing.push(`${object}.${name} '${value}'`)
    }
  }
  return missing
}
