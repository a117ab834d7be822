/** The sandbox is a Salesforce to those who know one best: the unmodified jsforce client works with it. */
import { describe, expect, test } from 'vitest'
import { seed } from '../../gateway/sandbox/seed/main.ts'
import { connectionTo, dataPath, login, startCrm } from './support.ts'

const { url } = await startCrm({ seed, dailyLimit: 5000 })
const connection = await login(url)
const accounts = connection.sobject('Account')

const named = (errorCode: string) =>
  expect.toSatisfy((error) => [error.errorCode, error.name].includes(errorCode), errorCode)

describe('login', () => {
  test('client credentials give a token for this org', () => {
    expect(connection.instanceUrl).toBe(url)
    expect(connection.accessToken).toMatch(/^00D/)
  })

  test('a wrong secret does not', async () => {
    const attempt = connectionTo(url, 'wrong').authorize({ grant_type: 'client_credentials' })
    await expect(attempt).rejects.toEqual(named('invalid_client'))
  })

  test('another grant does not', async () => {
    const attempt = connectionTo(url).authorize({ grant_type: 'password' })
    await expect(attempt).rejects.toEqual(named('unsupported_grant_type'))
  })
})

describe('records', () => {
  test('are created, retrieved, updated and deleted', async () => {
    const id = idOf(await accounts.create({ Name: 'Short-lived' }))
    expect(await accounts.retrieve(id)).toMatchObject({ Id: id, Name: 'Short-lived', Phone: null })
    await accounts.update({ Id: id, Phone: '+44 1632 960 999' })
    expect(await accounts.retrieve(id)).toMatchObject({ Phone: '+44 1632 960 999' })
    await accounts.destroy(id)
    await expect(accounts.retrieve(id)).rejects.toEqual(named('NOT_FOUND'))
  })

  test('are upserted by the id another system gave them', async () => {
    const upsert = (Name: string) => accounts.upsert({ Name, External_Id__c: 'CUS-1' }, 'External_Id__c')
    const first = await upsert('Alder')
    expect(first).toMatchObject({ success: true, created: true })
    expect(await upsert('Alder Ltd')).toMatchObject({ id: first.id, created: false })
  })

  test('find their parent by its external id, and go when it goes', async () => {
    const contacts = connection.sobject('Contact')
    const accountId = idOf(await accounts.create({ Name: 'Parent', External_Id__c: 'CUS-PARENT' }))
    const contact = { LastName: 'Child', External_Id__c: 'CON-1', Account: { External_Id__c: 'CUS-PARENT' } }
    await contacts.upsert(contact, 'External_Id__c')
    const query = "SELECT LastName, Account.Name FROM Contact WHERE Account.External_Id__c = 'CUS-PARENT'"
    expect((await connection.query(query)).records).toMatchObject([
      { LastName: 'Child', Account: { attributes: { type: 'Account' }, Name: 'Parent' } },
    ])
    await accounts.destroy(accountId)
    expect((await connection.query(query)).totalSize).toBe(0)
  })

  test('take what a standard picklist does not list', async () => {
    const leads = connection.sobject('Lead')
    const id = idOf(await leads.create({ LastName: 'L', Company: 'C', LeadSource: 'storefront' }))
    expect(await leads.retrieve(id)).toMatchObject({
      LeadSource: 'storefront',
      Status: 'Open - Not Contacted',
    })
  })

  test('of the seed are there', async () => {
    const [customer] = seed.customers
    const query = `SELECT Name FROM Account WHERE External_Id__c = '${customer?.customerId}'`
    expect((await connection.query(query)).records).toMatchObject([{ Name: customer?.legalName }])
    for (const { leadId, lastName } of seed.leads) {
      expect(await connection.sobject('Lead').retrieve(leadId)).toMatchObject({ LastName: lastName })
    }
  })
})

describe('queries', () => {
  const names = ["O'Neill and Sons, Ltd", 'back\\slash', '100% cotton', "\\' OR Name != '", 'Ünïcode – 商']

  test.each(names)('find %s', async (name) => {
    await accounts.create({ Name: name })
    const escaped = name.replace(/[\\']/g, '\\$&')
    const { records } = await connection.query(`SELECT Name FROM Account WHERE Name = '${escaped}'`)
    expect(records).toMatchObject([{ Name: name }])
  })

  test('of jsforce itself work', async () => {
    await accounts.create({ Name: 'Quarry Works' })
    expect(await accounts.find({ Name: { $like: 'Quarry%' } }, ['Name']).limit(5)).toMatchObject([
      { Name: 'Quarry Works' },
    ])
    expect(await accounts.count({ Name: 'Quarry Works' })).toBe(1)
  })

  test('are answered in pages', async () => {
    const leads = connection.sobject('Lead')
    await Promise.all(
      Array.from({ length: 450 }, (_, n) => leads.create({ LastName: `L${n}`, Company: 'Paged' })),
    )
    const result = await connection.query("SELECT Id FROM Lead WHERE Company = 'Paged'", {
      autoFetch: true,
      maxFetch: 1000,
      headers: { 'Sforce-Query-Options': 'batchSize=200' },
    })
    expect(result.totalSize).toBe(450)
    expect(new Set(result.records.map(({ Id }) => Id)).size).toBe(450)
  })
})

describe('errors have their type', () => {
  test.each([
    ['REQUIRED_FIELD_MISSING', () => accounts.create({})],
    ['DUPLICATE_VALUE', () => accounts.create({ Name: 'X', External_Id__c: seed.customers[0]?.customerId })],
    ['INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', () => accounts.create({ Name: 'X', Relationship__c: 'Odd' })],
    [
      'REQUIRED_FIELD_MISSING',
      () => connection.sobject('Lead').create({ LastName: 'X', Company: 'X', Status: null }),
    ],
    ['INVALID_EMAIL_ADDRESS', () => accounts.create({ Name: 'X', Email__c: 'nope' })],
    ['STRING_TOO_LONG', () => accounts.create({ Name: 'X'.repeat(256) })],
    ['INVALID_FIELD', () => accounts.create({ Name: 'X', Nope__c: 1 })],
    ['JSON_PARSER_ERROR', () => accounts.create({ Name: 5 })],
    ['INVALID_FIELD_FOR_INSERT_UPDATE', () => accounts.create({ Name: 'X', BillingCountry: 'Germany' })],
    ['MALFORMED_ID', () => connection.sobject('Contact').create({ LastName: 'X', AccountId: '00Q' })],
    ['NOT_FOUND', () => accounts.retrieve('001SB0000000000')],
    ['MALFORMED_QUERY', () => connection.query("SELECT Id FROM Account WHERE Name = 'a\\z'")],
    ['INVALID_TYPE', () => connection.query('SELECT Id FROM Nope')],
  ])('%s', async (errorCode, call) => {
    await expect(call()).rejects.toEqual(named(errorCode))
  })
})

describe('a composite', () => {
  const compose = (allOrNone: boolean, compositeRequest: unknown[]) =>
    connection.requestPost<{ compositeResponse: { httpStatusCode: number; body: unknown }[] }>(
      `${dataPath}/composite`,
      { allOrNone, compositeRequest },
    )
  const post = (object: string, referenceId: string, body: unknown) => ({
    method: 'POST',
    url: `${dataPath}/sobjects/${object}`,
    referenceId,
    body,
  })

  test('uses what an earlier call answered', async () => {
    const { compositeResponse } = await compose(true, [
      post('Account', 'account', { Name: 'Composed' }),
      post('Contact', 'contact', { LastName: 'Composed', AccountId: '@{account.id}' }),
    ])
    expect(compositeResponse.map((part) => part.httpStatusCode)).toEqual([201, 201])
    const { records } = await connection.query("SELECT Account.Name FROM Contact WHERE Name = 'Composed'")
    expect(records).toMatchObject([{ Account: { Name: 'Composed' } }])
  })

  test('leaves nothing behind when one call fails and all were wanted', async () => {
    const { compositeResponse } = await compose(true, [
      post('Account', 'account', { Name: 'Rolled back' }),
      post('Contact', 'contact', {}),
    ])
    expect(compositeResponse).toMatchObject([
      { httpStatusCode: 400, body: [{ errorCode: 'PROCESSING_HALTED' }] },
      { httpStatusCode: 400, body: [{ errorCode: 'REQUIRED_FIELD_MISSING' }] },
    ])
    expect(await accounts.count({ Name: 'Rolled back' })).toBe(0)
  })

  test('keeps the rest otherwise, and halts what needed the failed one', async () => {
    const { compositeResponse } = await compose(false, [
      post('Account', 'bad', {}),
      post('Account', 'good', { Name: 'Kept' }),
      post('Contact', 'orphan', { LastName: 'Orphan', AccountId: '@{bad.id}' }),
    ])
    expect(compositeResponse.map((part) => part.httpStatusCode)).toEqual([400, 201, 400])
    expect(await accounts.count({ Name: 'Kept' })).toBe(1)
  })
})

describe('the org', () => {
  test('describes its objects', async () => {
    const { fields } = await accounts.describe()
    const fieldOf = (name: string) => fields.find((field) => field.name === name)
    expect(fieldOf('External_Id__c')).toMatchObject({ externalId: true, unique: true, length: 255 })
    expect(fieldOf('Name')).toMatchObject({ nillable: false })
    expect(fieldOf('Relationship__c')?.picklistValues?.map(({ value }) => value)).toEqual([
      'Prospect',
      'Active',
      'Dormant',
      'Declined',
    ])
    expect((await connection.describeGlobal()).sobjects.map(({ name }) => name)).toContain('Lead')
  })

  test('says with every answer how much of the daily limit is used', async () => {
    const { DailyApiRequests } = await connection.limits()
    expect(connection.limitInfo.apiUsage).toEqual({ used: expect.any(Number), limit: 5000 })
    expect(DailyApiRequests?.Max).toBe(5000)
  })
})

test('past the daily limit every call is refused', async () => {
  const small = await startCrm({ dailyLimit: 2 })
  const limited = await login(small.url)
  await limited.limits()
  await limited.limits()
  await expect(limited.limits()).rejects.toEqual(named('REQUEST_LIMIT_EXCEEDED'))
})

function idOf({ id }: { id?: string | undefined }): string {
  if (id === undefined) throw new Error('nothing was made')
  return id
}
