/** What the backends really hold, read past Strata as an auditor would. */
import { callErp, type ErpAccess } from '../support/erp-client.ts'
import { isName } from './wishes.ts'

export interface Effects {
  /** Orders the ERP has taken, by the name of their wish. */
  readonly orders: ReadonlyMap<string, readonly Order[]>
  /** Customers of sales. */
  readonly accounts: ReadonlyMap<string, readonly Entity[]>
  /** Customers of finance. */
  readonly parties: ReadonlyMap<string, readonly Entity[]>
}

export interface Entity {
  readonly name: string
  /** Ours. */
  readonly id: string
}

export interface Order extends Entity {
  readonly invoices: number
}

export interface CrmAccess {
  readonly url: string
  readonly clientId: string
  readonly clientSecret: string
}

export async function readEffects(erp: ErpAccess, crm: CrmAccess): Promise<Effects> {
  const sales = await all(erp, 'sale.sale', ['comment', 'reference', 'state', 'invoices'])
  const orders = sales
    .filter(({ state }) => state !== 'draft' && state !== 'quotation' && state !== 'cancelled')
    .map(({ comment, reference, invoices }) => ({
      name: String(comment),
      id: String(reference),
      invoices: (invoices as unknown[]).length,
    }))
  const parties = await all(erp, 'party.party', ['name', 'code'])
  return {
    orders: byName(orders),
    accounts: byName(await accountsOf(crm)),
    parties: byName(parties.map(({ name, code }) => ({ name: String(name), id: String(code) }))),
  }
}

const byName = <One extends Entity>(entities: readonly One[]): ReadonlyMap<string, readonly One[]> =>
  Map.groupBy(
    entities.filter(({ name }) => isName(name)),
    ({ name }) => name,
  )

const all = async (erp: ErpAccess, model: string, fields: readonly string[]) =>
  (await callErp(erp, `model.${model}.search_read`, [[], 0, null, [['id', 'ASC']], fields])) as Record<
    string,
    unknown
  >[]

async function accountsOf({ url, clientId, clientSecret }: CrmAccess): Promise<readonly Entity[]> {
  const login = await fetch(`${url}/services/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
    }),
  })
  const { access_token: token } = (await login.json()) as { access_token: string }
  const found: Entity[] = []
  const query = encodeURIComponent('SELECT Name, External_Id__c FROM Account')
  let next: string | undefined = `/services/data/v68.0/query?q=${query}`
  while (next) {
    const page = await fetch(`${url}${next}`, { headers: { authorization: `Bearer ${token}` } })
    const { records, nextRecordsUrl } = (await page.json()) as {
      records: { Name: string; External_Id__c: string }[]
      nextRecordsUrl?: string
    }
    found.push(...records.map(({ Name, External_Id__c }) => ({ name: Name, id: External_Id__c })))
    next = nextRecordsUrl
  }
  return found
}
