/** How many different things there were, near enough, in 64 bytes: HyperLogLog. */

const REGISTERS = 64
const INDEX_BITS = 6
const ALPHA = 0.709

export class Distinct {
  readonly #registers: Uint8Array

  /** @param text of another one */
  constructor(text?: string) {
    this.#registers = new Uint8Array(REGISTERS)
    if (text) this.#registers.set(Buffer.from(text, 'base64').subarray(0, REGISTERS))
  }

  /** @param print 32 bits that tell one thing from another */
  add(print: number): void {
    const mixed = mix(print)
    const register = mixed >>> (32 - INDEX_BITS)
    const rank = Math.clz32((mixed << INDEX_BITS) | (1 << (INDEX_BITS - 1))) + 1
    if (rank > (this.#registers[register] as number)) this.#registers[register] = rank
  }

  merge(text: string): void {
    const other = Buffer.from(text, 'base64')
    for (let index = 0; index < REGISTERS; index++)
      this.#registers[index] = Math.max(this.#registers[index] as number, other[index] ?? 0)
  }

  get estimate(): number {
    let sum = 0
    let zeros = 0
    for (const rank of this.#registers) {
      sum += 2 ** -rank
      if (rank === 0) zeros++
    }
    const raw = (ALPHA * REGISTERS * REGISTERS) / sum
    return raw <= 2.5 * REGISTERS && zeros ? REGISTERS * Math.log(REGISTERS / zeros) : raw
  }

  toString(): string {
    return Buffer.from(this.#registers).toString('base64')
  }
}

/** The finaliser of MurmurHash3. */
function mix(print: number): number {
  let hash = print ^ (print >>> 16)
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

const DEPTH_MAX = 4
const ITEMS_MAX = 8

/** Tells values apart, mostly; of a long text, a few characters are looked at. */
export function printOf(value: unknown, depth = 0): number {
  switch (typeof value) {
    case 'string': {
      let print = value.length
      const step = Math.max(1, value.length >> 3)
      for (let index = value.length - 1; index >= 0; index -= step)
        print = (Math.imul(print, 31) + value.charCodeAt(index)) | 0
      return print
    }
    case 'number':
      return Math.trunc(value) === value ? value | 0 : Math.trunc(value * 1000) | 0
    case 'object':
      if (value === null || depth === DEPTH_MAX) return 7
      return Array.isArray(value)
        ? printOfAll(value.slice(0, ITEMS_MAX), value.length, depth)
        : printOfAll(Object.values(value), 17, depth)
    default:
      return value ? 3 : 5
  }
}

const printOfAll = (values: readonly unknown[], seed: number, depth: number): number =>
  values.reduce<number>((print, value) => (Math.imul(print, 31) + printOf(value, depth + 1)) | 0, seed)
