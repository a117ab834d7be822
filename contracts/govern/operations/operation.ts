/** Operations as they take effect: everything inherited and referred to is in its place. */
import type { Json } from '../../runtime/document.ts'

export interface Operation {
  readonly kind: 'operation' | 'webhook' | 'callback'
  /** As people name it: `GET /orders/{orderId}`. */
  readonly name: string
  readonly method: string
  readonly template: string
  /** Where it answers: base address and path, one for each server. */
  readonly addresses: readonly Address[]
  readonly pointer: string
  readonly parameters: readonly Parameter[]
  readonly body: Body | undefined
  readonly responses: readonly Response[]
  /** Any of these is enough. */
  readonly security: readonly Credentials[]
  readonly callbacks: readonly Operation[]
  readonly operationId: string | undefined
  readonly tags: readonly string[]
  readonly deprecated: boolean
  readonly sunset: string | undefined
}

export interface Address {
  /** Scheme and host; empty when it is where the document is. */
  readonly origin: string
  readonly base: string
}

export interface Media {
  readonly type: string
  /** Pointer of the schema; `undefined` when anything goes. */
  readonly schema: string | undefined
  readonly encoding: Json
  readonly pointer: string
}

export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header' | 'cookie'
  readonly required: boolean
  readonly style: string
  readonly explode: boolean
  readonly allowReserved: boolean
  readonly schema: string | undefined
  /** When the value is a document of its own. */
  readonly media: string | undefined
  readonly pointer: string
  readonly example: Json | undefined
}

export interface Body {
  readonly required: boolean
  readonly media: readonly Media[]
  readonly pointer: string
}

export interface Response {
  /** `200`, `2XX` or `default`. */
  readonly status: string
  readonly media: readonly Media[]
  readonly headers: readonly Parameter[]
  readonly pointer: string
}

/** What all has to be shown at once: scopes by what goes over the wire. */
export type Credentials = Readonly<Record<string, readonly string[]>>

/** The same for paths that differ in the names of their variables only. */
export const shapeOf = (path: string): string => path.replaceAll(/\{[^}]*\}/g, '{}')
