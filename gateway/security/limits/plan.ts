/** What the consumers of a plan may ask for, as `contracts/consumers.yaml` has it. */

export interface Limit {
  /** Named to callers in `RateLimit` and `RateLimit-Policy`. */
  readonly name: string
  readonly requests: number
  readonly seconds: number
  /** `customer`: each signed-in customer is counted apart. @default the consumer as a whole */
  readonly per?: 'consumer' | 'customer'
  /** `changes`: each operation that changes something is counted apart, the others are not. @default everything */
  readonly of?: 'everything' | 'changes'
}

export interface Plan {
  readonly description: string
  readonly limits: readonly Limit[]
}

export type Plans = Readonly<Record<string, Plan>>
