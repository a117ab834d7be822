/** What the schemas of a contract say. */
import { at } from '../../contracts/runtime/document.ts'
import type { ContractData } from '../../contracts/runtime/load.ts'

/** The words of an enumeration. @param name such as `OrderStatus`, or `Step/properties/state` */
export const wordsOf = ({ document }: ContractData, name: string): readonly string[] =>
  (at(document, `#/components/schemas/${name}`) as { readonly enum: readonly string[] }).enum
