/** Finds one's way in a document, through references. */
import { at, step } from '../../runtime/document.ts'
import { isNode } from '../proof/project.ts'

export type Node = Readonly<Record<string, unknown>>

export interface Place {
  readonly node: Node
  readonly pointer: string
}

export class Reader {
  readonly root: unknown

  constructor(root: unknown) {
    this.root = root
  }

  at(pointer: string): Node {
    const node = at(this.root as never, pointer)
    return isNode(node) ? node : {}
  }

  child(place: Place, key: string): Place | undefined {
    return this.#followed(place.node[key], step(place.pointer, key))
  }

  /** The objects under an object's keys. */
  entries(place: Place | undefined): readonly (readonly [string, Place])[] {
    if (!place) return []
    return Object.keys(place.node).flatMap((key) => {
      const found = this.child(place, key)
      return found ? [[key, found] as const] : []
    })
  }

  /** The objects of a list. */
  items(place: Place | undefined): readonly Place[] {
    const list: unknown = place?.node
    if (!place || !Array.isArray(list)) return []
    return list.flatMap((item, index) => this.#followed(item, step(place.pointer, index)) ?? [])
  }

  #followed(node: unknown, pointer: string): Place | undefined {
    let place = { node, pointer }
    for (let hops = 0; isNode(place.node) && typeof place.node.$ref === 'string' && hops < 50; hops++)
      place = { node: at(this.root as never, place.node.$ref), pointer: place.node.$ref }
    return typeof place.node === 'object' && place.node !== null ? (place as Place) : undefined
  }
}
