/** A backend that notes what happened to it: an effect has an id, and with the same id it is the same effect. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

interface Effect {
  readonly key: string
  readonly number: number
  readonly effect: string
}

export interface Verdict {
  readonly lost: number
  readonly double: number
  readonly inversions: number
}

export class Effects {
  /** By event, the ids of its effects. */
  readonly #effects = new Map<string, Set<string>>()
  /** By key, the numbers as they first came. */
  readonly #order = new Map<string, number[]>()
  /** Of requests, those that are answered with 503. */
  readonly #faulty: number
  readonly #server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk) => chunks.push(chunk))
    incoming.on('end', () => {
      const isFaulty = Math.random() < this.#faulty
      if (!isFaulty) this.#note(JSON.parse(Buffer.concat(chunks).toString()) as Effect)
      outgoing.writeHead(isFaulty ? 503 : 204).end()
    })
  })

  constructor(faulty: number) {
    this.#faulty = faulty
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  get count(): number {
    return this.#effects.size
  }

  /** @param expected how many events there were */
  judge(expected: number): Verdict {
    const inversions = [...this.#order.values()].map(
      (numbers) => numbers.filter((number, index) => index > 0 && number < (numbers[index - 1] ?? 0)).length,
    )
    return {
      lost: expected - this.#effects.size,
      double: [...this.#effects.values()].filter(({ size }) => size > 1).length,
      inversions: inversions.reduce((sum, count) => sum + count, 0),
    }
  }

  close(): void {
    this.#server.closeAllConnections()
    this.#server.close()
  }

  #note({ key, number, effect }: Effect): void {
    const name = `${key} ${number}`
    const known = this.#effects.get(name)
    this.#effects.set(name, (known ?? new Set()).add(effect))
    const order = this.#order.get(key) ?? []
    this.#order.set(key, order)
    if (!known) order.push(number)
  }
}
