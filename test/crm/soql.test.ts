/** The sandbox reads SOQL as the CRM does: the same rows, the same refusals, and a literal never becomes a condition. */
import { expect, test } from 'vitest'
import { Refusal } from '../../gateway/sandbox/crm/exchange.ts'
import { objectTypes } from '../../gateway/sandbox/crm/schema.ts'
import { evaluate } from '../../gateway/sandbox/crm/soql/evaluate.ts'
import { parseSoql } from '../../gateway/sandbox/crm/soql/parse.ts'
import { Store } from '../../gateway/sandbox/crm/store.ts'

const store = new Store()
const day = (date: string) => new Date(`${date}T12:00:00Z`)
const addAccount = (External_Id__c: string, Name: string, date: string, more = {}) =>
  store.insert(objectTypes.Account, { Name, External_Id__c, ...more }, day(date))

const first = addAccount('A', "Ann's", '2026-01-01', { Phone: '1', BillingCountryCode: 'DE' })
addAccount('B', 'bob', '2026-01-02', { Phone: '2' })
addAccount('C', '50% off', '2026-01-03', { BillingCountryCode: 'FR' })
addAccount('D', 'back\\slash', '2026-01-03')
store.insert(objectTypes.Contact, { LastName: 'Child', External_Id__c: 'K', AccountId: first.id })
store.insert(objectTypes.Contact, { LastName: 'Orphan', External_Id__c: 'O' })

/** The external ids of what a query finds, one letter each. */
function found(query: string): string {
  const { rows } = evaluate(parseSoql(query), store)
  return rows.map(({ values }) => values.External_Id__c).join('')
}

test.each([
  ['', 'ABCD'],
  ["WHERE Name = 'BOB'", 'B'],
  ["WHERE Name != 'bob'", 'ACD'],
  ["where name <> 'bob' and phone = '1'", 'A'],
  ["WHERE Name = 'Ann\\'s'", 'A'],
  ["WHERE Name = 'back\\\\slash'", 'D'],
  ["WHERE Name > 'a' AND Name < 'c'", 'ABD'],
  ["WHERE Name LIKE '%s%'", 'AD'],
  ["WHERE Name LIKE '50\\%%'", 'C'],
  ["WHERE Name LIKE 'b_b'", 'B'],
  ["WHERE Name LIKE 'b\\_b'", ''],
  ['WHERE Phone = null', 'CD'],
  ['WHERE Phone != NULL', 'AB'],
  ["WHERE Phone != '1'", 'BCD'],
  ["WHERE Phone > '1'", 'B'],
  ["WHERE External_Id__c IN ('a', 'C', 'x')", 'AC'],
  ["WHERE External_Id__c NOT IN ('a', 'C')", 'BD'],
  ["WHERE NOT (Name = 'bob' OR Phone = '1')", 'CD'],
  ["WHERE (Name = 'bob' OR Phone = '1') AND BillingCountry = 'Germany'", 'A'],
  ['WHERE IsDeleted = false', 'ABCD'],
  [`WHERE Id = '${first.id}'`, 'A'],
  [`WHERE Id = '${first.id.slice(0, 15)}'`, 'A'],
  ['WHERE LastModifiedDate >= 2026-01-02T12:00:00Z', 'BCD'],
  ['WHERE LastModifiedDate > 2026-01-02T13:00:00+01:00', 'CD'],
  ['WHERE LastModifiedDate = 2026-01-03T12:00:00.000Z', 'CD'],
  ['ORDER BY Name', 'CADB'],
  ['ORDER BY Name DESC', 'BDAC'],
  ['ORDER BY Phone, Name DESC', 'DCAB'],
  ['ORDER BY Phone DESC NULLS LAST, Name', 'BACD'],
  ['ORDER BY LastModifiedDate DESC, Id DESC LIMIT 2 OFFSET 1', 'CB'],
])('SELECT Id FROM Account %s', (clauses, ids) => {
  expect(found(`SELECT Id FROM Account ${clauses}`)).toBe(ids)
})

test.each([
  ["WHERE Account.External_Id__c = 'a'", 'K'],
  ['WHERE Account.Name = null', 'O'],
  [`WHERE AccountId = '${first.id}'`, 'K'],
  ['ORDER BY Account.Name DESC NULLS LAST', 'KO'],
])('SELECT Account.Name FROM Contact %s', (clauses, ids) => {
  expect(found(`SELECT Account.Name FROM Contact ${clauses}`)).toBe(ids)
})

test.each([
  // A quote nobody escaped ends the literal, as it would in the CRM: the caller's text becomes a condition.
  ["WHERE Name = 'x' OR Name != ''", 'ABCD'],
  // So does one whose backslash was not escaped.
  ["WHERE Name = '\\\\' OR Name != ''", 'ABCD'],
  // An escaped quote does not.
  ["WHERE Name = '\\' OR Name != '", ''],
  ["WHERE Name = '\\\\\\' OR Name != \\''", ''],
  ["WHERE Name = 'and Phone = null'", ''],
  // What does not add up to a query is none.
  ["WHERE Name = '\\\\' OR Name != \\''", 'MALFORMED_QUERY'],
  ["WHERE Name = ''; DELETE FROM Account", 'MALFORMED_QUERY'],
  ["WHERE Name = 'x' -- '", 'MALFORMED_QUERY'],
  ["WHERE Name = 'x' LIMIT 1 WHERE Name != ''", 'MALFORMED_QUERY'],
  ["WHERE Name IN ('x') OR Name != '')", 'MALFORMED_QUERY'],
])('an injection does what it says, no more: %s', (clauses, outcome) => {
  expect(outcomeOf(`SELECT Id FROM Account ${clauses}`)).toBe(outcome)
})

test.each([
  ['SELECT FROM Account', 'MALFORMED_QUERY'],
  ['SELECT Id', 'MALFORMED_QUERY'],
  ['SELECT Id FROM Account WHERE', 'MALFORMED_QUERY'],
  ["SELECT Id FROM Account WHERE Name = 'open", 'MALFORMED_QUERY'],
  ["SELECT Id FROM Account WHERE Name = 'a\\z'", 'MALFORMED_QUERY'],
  ["SELECT Id FROM Account WHERE Name = 'a\\%'", 'MALFORMED_QUERY'],
  ['SELECT Id FROM Account WHERE Name = bob', 'MALFORMED_QUERY'],
  ['SELECT Id FROM Account WHERE Name IN ()', 'MALFORMED_QUERY'],
  ["SELECT Id FROM Account WHERE Name = 'a' AND Name = 'b' OR Name = 'c'", 'MALFORMED_QUERY'],
  ['SELECT Id FROM Account WHERE CreatedDate > 2026-13-01T00:00:00Z', 'MALFORMED_QUERY'],
  ['SELECT Id FROM Account LIMIT -1', 'MALFORMED_QUERY'],
  ['SELECT Id FROM Account OFFSET 2001', 'NUMBER_OUTSIDE_VALID_RANGE'],
  ['SELECT Id FROM Nope', 'INVALID_TYPE'],
  ['SELECT Id FROM Account WHERE Nope = null', 'INVALID_FIELD'],
  ['SELECT Id FROM Account ORDER BY Nope', 'INVALID_FIELD'],
  ['SELECT Id FROM Account WHERE Owner.Name = null', 'INVALID_FIELD'],
  ['SELECT Id FROM Account WHERE Name = 5', 'INVALID_FIELD'],
  ["SELECT Id FROM Account WHERE CreatedDate > '2026-01-01T00:00:00Z'", 'INVALID_FIELD'],
  ["SELECT Id FROM Account WHERE Id = 'x'", 'INVALID_QUERY_FILTER_OPERATOR'],
])('%s is refused', (query, errorCode) => {
  expect(outcomeOf(query)).toBe(errorCode)
})

/** The rows found, or the code of the refusal. */
function outcomeOf(query: string): string {
  try {
    return found(query)
  } catch (failure) {
    if (failure instanceof Refusal) return failure.errorCode
    throw failure
  }
}
