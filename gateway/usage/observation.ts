/**
 * Watches one run of a handler: the replies it gets are wrapped, so that each field it takes is noted. What leaves the
 * handler, as its answer, in a request or as the result of a step, is unwrapped, and noted as passed on.
 */
import type { Reply } from '../../contracts/contract.ts'
import type { ContractData } from '../../contracts/runtime/load.ts'
import type { Call } from '../call.ts'
import type { OperationRequest, Send } from '../hop/policy.ts'
import type { Edge, Place } from './edge.ts'
import type { Use } from './reads.ts'

/** Tells runs apart. */
let runs = 0

export class Observation {
  readonly #edgeTo: (contract: ContractData, operation: string) => Edge
  readonly #raw = new WeakMap<object, object>()
  readonly #places = new WeakMap<object, Place>()
  readonly #run = ++runs

  constructor(edgeTo: (contract: ContractData, operation: string) => Edge) {
    this.#edgeTo = edgeTo
  }

  /** Calls an operation for the handler. */
  async through(
    send: Send,
    contract: ContractData,
    operation: string,
    request: OperationRequest,
    call: Call,
  ): Promise<Reply> {
    const reply = await send(this.settle(request), call)
    if (reply.status >= 400) return reply
    const edge = this.#edgeTo(contract, operation)
    edge.ask()
    return { ...reply, body: this.#wrap(reply.body, edge.whole) }
  }

  /** A value without wrappers; what it has of replies is passed on. */
  settle<Value>(value: Value): Value {
    if (typeof value !== 'object' || value === null) return value
    const raw = this.#raw.get(value)
    if (raw) {
      this.#places.get(raw)?.note('copies', this.#run)
      return raw as Value
    }
    return isPlain(value) ? this.#settleParts(value) : value
  }

  /** A value that was settled, and goes on being watched. */
  watch<Value>(value: Value): Value {
    const place = typeof value === 'object' && value !== null ? this.#places.get(value) : undefined
    if (place) return this.#wrap(value, place)
    if (!isReply(value)) return value
    const body = this.watch(value.body)
    return body === value.body ? value : { ...value, body }
  }

  #settleParts<Value extends object>(value: Value): Value {
    let copy: Record<string, unknown> | unknown[] | undefined
    for (const key of Object.keys(value)) {
      const part = (value as Record<string, unknown>)[key]
      const settled = this.settle(part)
      if (settled === part) continue
      copy ??= (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown> | unknown[]
      ;(copy as Record<string, unknown>)[key] = settled
    }
    return (copy ?? value) as Value
  }

  #wrap<Value>(value: Value, place: Place): Value {
    if (typeof value !== 'object' || value === null || !isPlain(value)) return value
    this.#places.set(value, place)
    const proxy = new Proxy(Array.isArray(value) ? [] : {}, this.#traps(value, place)) as object
    this.#raw.set(proxy, value)
    return proxy as Value
  }

  /** The real target is not the proxy's own: a frozen one could not be shown with its parts wrapped. */
  #traps(value: object, place: Place): ProxyHandler<object> {
    const isList = Array.isArray(value)
    /** Members that are being copied: first their descriptor is asked for, then their value. */
    const copying = new Set<PropertyKey>()
    const wrapped = new Map<PropertyKey, unknown>()
    const visit = (key: PropertyKey, use: Use): unknown => {
      const part = Reflect.get(value, key)
      if (typeof key === 'symbol' || (isList && key === 'length')) return part
      // What is not there is used as well by who asks for it.
      if (!Object.hasOwn(value, key) && (isList || !place.knows(String(key)))) return part
      const below = place.below(isList ? '*' : String(key))
      if (!isList) below.note(use, this.#run)
      if (typeof part !== 'object' || part === null) return part
      const known = wrapped.get(key)
      if (known !== undefined) return known
      const wrapper = this.#wrap(part, below)
      wrapped.set(key, wrapper)
      return wrapper
    }
    return {
      get: (_, key) => visit(key, copying.delete(key) ? 'copies' : 'reads'),
      has(_, key) {
        visit(key, 'reads')
        return Reflect.has(value, key)
      },
      ownKeys: () => Reflect.ownKeys(value),
      getOwnPropertyDescriptor(_, key) {
        const descriptor = Reflect.getOwnPropertyDescriptor(value, key)
        if (!descriptor || (isList && key === 'length'))
          return descriptor && { ...descriptor, writable: true }
        copying.add(key)
        return { ...descriptor, value: visit(key, 'copies'), configurable: true }
      },
      set: (_, key, part) => {
        wrapped.delete(key)
        return Reflect.set(value, key, this.settle(part))
      },
      deleteProperty(_, key) {
        wrapped.delete(key)
        return Reflect.deleteProperty(value, key)
      },
    }
  }
}

const isReply = (value: unknown): value is Reply =>
  typeof value === 'object' && value !== null && typeof (value as Reply).status === 'number'

/** Lists, and objects as JSON has them. */
function isPlain(value: object): boolean {
  if (Array.isArray(value)) return true
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
