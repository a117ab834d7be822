/**
 * Watches one run of a handler: the replies it gets are wrapped, so that each field it takes is noted. What leaves the
 * handler, as its answer, in a request or as the result of a step, is unwrapped, and noted as passed on.
 */
import type { Reply } from '../../contracts/contract.ts'
import type { ContractData } from '../../contracts/runtime/load.ts'
import type { Call } from '../call.ts'
import type { OperationRequest, Send } from '../hop/policy.ts'
import type { Edge, Use } from './reads.ts'

/** Where a value came from. */
interface Origin {
  readonly edge: Edge
  readonly pointer: string
}

/** Deeper, replies are rarely told apart. */
const DEPTH_MAX = 12

export class Observation {
  readonly #edgeTo: (contract: ContractData, operation: string) => Edge
  readonly #raw = new WeakMap<object, object>()
  readonly #origins = new WeakMap<object, Origin>()
  readonly #noted = new Set<string>()

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
    edge.note('asks', '')
    return { ...reply, body: this.#wrap(reply.body, { edge, pointer: '' }) }
  }

  /** A value without wrappers; what it has of replies is passed on. */
  settle<Value>(value: Value): Value {
    if (typeof value !== 'object' || value === null) return value
    const raw = this.#raw.get(value)
    if (raw) {
      this.#noteOrigin(raw)
      return raw as Value
    }
    return isPlain(value) ? this.#settleParts(value) : value
  }

  /** A value that was settled, and goes on being watched. */
  watch<Value>(value: Value): Value {
    const origin = typeof value === 'object' && value !== null ? this.#origins.get(value) : undefined
    if (origin) return this.#wrap(value, origin)
    if (!isReply(value)) return value
    const body = this.watch(value.body)
    return body === value.body ? value : { ...value, body }
  }

  #settleParts<Value extends object>(value: Value): Value {
    let copy: Record<string, unknown> | unknown[] | undefined
    for (const [key, part] of Object.entries(value)) {
      const settled = this.settle(part)
      if (settled === part) continue
      copy ??= (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown> | unknown[]
      ;(copy as Record<string, unknown>)[key] = settled
    }
    return (copy ?? value) as Value
  }

  #wrap<Value>(value: Value, origin: Origin): Value {
    if (typeof value !== 'object' || value === null || !isPlain(value)) return value
    this.#origins.set(value, origin)
    const proxy = new Proxy(Array.isArray(value) ? [] : {}, this.#traps(value, origin)) as object
    this.#raw.set(proxy, value)
    return proxy as Value
  }

  /** The real target is not the proxy's own: a frozen one could not be shown with its parts wrapped. */
  #traps(value: object, origin: Origin): ProxyHandler<object> {
    const isList = Array.isArray(value)
    /** Members that are being copied: first their descriptor is asked for, then their value. */
    const copying = new Set<PropertyKey>()
    const wrapped = new Map<PropertyKey, unknown>()
    const visit = (key: PropertyKey, use: Use): unknown => {
      const part = Reflect.get(value, key)
      if (typeof key === 'symbol' || (isList && key === 'length')) return part
      // What is not there is used as well by who asks for it.
      if (!Object.hasOwn(value, key) && (isList || !origin.edge.names.has(String(key)))) return part
      const place = isList ? origin : this.#below(origin, String(key))
      if (!isList) this.#note(use, place)
      if (!wrapped.has(key)) wrapped.set(key, this.#wrap(part, isList ? this.#below(origin, '*') : place))
      return wrapped.get(key)
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

  #below({ edge, pointer }: Origin, name: string): Origin {
    const step = edge.names.has(name) ? name.replaceAll('~', '~0').replaceAll('/', '~1') : '*'
    return { edge, pointer: pointer.split('/').length > DEPTH_MAX ? pointer : `${pointer}/${step}` }
  }

  #noteOrigin(raw: object): void {
    const origin = this.#origins.get(raw)
    if (origin) this.#note('copies', origin)
  }

  /** Once in a run. */
  #note(use: Use, { edge, pointer }: Origin): void {
    const { contract, operation } = edge.used
    const name = `${contract.id} ${operation.id} ${use} ${pointer}`
    if (this.#noted.has(name)) return
    this.#noted.add(name)
    edge.note(use, pointer)
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
