/** `/query`: runs SOQL and hands out the result in pages. */
import { randomUUID } from 'node:crypto'
import type { CrmContext } from './context.ts'
import { type CrmReply, type CrmRequest, header, ok, Refusal } from './exchange.ts'
import { attributesOf, toWireValue, type WireRecord, type WireValue } from './record.ts'
import { type Column, columnOf } from './soql/column.ts'
import { evaluate } from './soql/evaluate.ts'
import { parseSoql } from './soql/parse.ts'
import type { Row } from './store.ts'

interface Result {
  readonly locator: string
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  readonly pageSize: number
}

const pageSizeMin = 200
const pageSizeMax = 2000
/** Results kept for readers of their next pages; the oldest is dropped. */
const openResultsMax = 100

/** Makes the route: it remembers the results whose later pages may still be asked for. */
export function queryRoutes({ store, dataPath }: CrmContext) {
  const open = new Map<string, Result>()

  return function queryRoute(request: CrmRequest, cursor: string | undefined): CrmReply {
    if (cursor !== undefined) return nextPage(cursor)
    const query = parseSoql(request.parameters.get('q') ?? '')
    const { object, rows } = evaluate(query, store)
    if (query.select === 'count') return ok({ totalSize: rows.length, done: true, records: [] })
    const columns = query.select.map((path) => columnOf(object, path, store))
    return page({ locator: newLocator(), columns, rows, pageSize: pageSizeOf(request) }, 0)
  }

  function nextPage(cursor: string): CrmReply {
    const [locator = '', from = ''] = cursor.split('-')
    const result = open.get(locator)
    if (result && /^\d+$/.test(from)) return page(result, Number(from))
    throw new Refusal(400, 'INVALID_QUERY_LOCATOR', 'invalid query locator')
  }

  function page(result: Result, from: number): CrmReply {
    const { locator, columns, rows, pageSize } = result
    const records = rows.slice(from, from + pageSize).map((row) => selected(row, columns, dataPath))
    const next = from + pageSize
    if (next >= rows.length) return ok({ totalSize: rows.length, done: true, records })
    keep(result)
    const nextRecordsUrl = `${dataPath}/query/${locator}-${next}`
    return ok({ totalSize: rows.length, done: false, nextRecordsUrl, records })
  }

  function keep(result: Result): void {
    open.set(result.locator, result)
    const [oldest] = open.keys()
    if (open.size > openResultsMax && oldest !== undefined) open.delete(oldest)
  }
}

/** A record with the selected fields; those of the parent stand in an object of their own, null without a parent. */
function selected(row: Row, columns: readonly Column[], dataPath: string): WireRecord {
  const record: WireRecord = { attributes: attributesOf(row, dataPath) }
  for (const [relationship, group] of Map.groupBy(columns, (column) => column.relationship?.name)) {
    const values = Object.fromEntries(group.map(({ name, read }) => [name, toWireValue(read(row))]))
    if (relationship === undefined) Object.assign(record, values)
    else record[relationship] = parentRecord(group[0]?.relationship?.parentOf(row), values, dataPath)
  }
  return record
}

function parentRecord(parent: Row | undefined, values: Record<string, WireValue>, dataPath: string) {
  return parent ? { attributes: attributesOf(parent, dataPath), ...values } : null
}

function pageSizeOf(request: CrmRequest): number {
  const [, asked] = /batchSize=(\d+)/.exec(header(request, 'sforce-query-options') ?? '') ?? []
  return Math.max(pageSizeMin, Math.min(pageSizeMax, Number(asked ?? pageSizeMax)))
}

function newLocator(): string {
  return `01g${randomUUID().replaceAll('-', '').slice(0, 15)}`
}
