/** A query answers records of whatever object it selects from; their type stands in their attributes. */
import type { QueryResult } from '#contracts/backend/crm/v1'

type Any = QueryResult['records'][number]

export const ofType = <Type extends Any['attributes']['type']>(type: Type, { records }: QueryResult) =>
  records.filter(
    (record): record is Extract<Any, { attributes: { type: Type } }> => record.attributes.type === type,
  )
