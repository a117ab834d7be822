/** What a walk through the protocol may do, and which rule it breaks on purpose. */

export interface Walk {
  /** `A`: the backend dedupes on the child key. `B`: it can only be asked whether the effect exists. */
  readonly effect: 'A' | 'B'
  /** @default 1 */
  readonly steps?: number
  /** @default 2 */
  readonly gateways?: number
  /** How often each adversarial move may happen. @default begins 4, crashes 2, expiries 2, losses 0, undos 1 */
  readonly bounds?: Partial<Bounds>
  /** When an operator who finds no effect declares it absent. @default never */
  readonly resolveAbsent?: 'never' | 'now' | 'network-drained' | 'all-drained'
  readonly broken?: Broken | undefined
}

export interface Bounds {
  readonly begins: number
  readonly crashes: number
  readonly expiries: number
  /** The store forgets a record it acknowledged. */
  readonly losses: number
  readonly undos: number
  readonly releases: number
}

export const boundsOf = (bounds: Partial<Bounds> = {}): Bounds => ({
  begins: 4,
  crashes: 2,
  expiries: 2,
  losses: 0,
  undos: 1,
  releases: 1,
  ...bounds,
})

/** Rules left out, to see that the walk would notice. */
export type Broken =
  /** The store does not compare tokens. */
  | 'unfenced'
  /** The call is sent although its intent was refused. */
  | 'intent-ignored'
  /** The call is sent before its intent is recorded. */
  | 'send-before-intent'
  /** An effect that may exist is not looked up. */
  | 'resend-on-resume'
  /** A step whose outcome is not known counts as not sent. */
  | 'undo-after-send'
  /** Giving up forgets the record, whatever was begun. */
  | 'release-forgets'
  /** No answer counts as success. */
  | 'complete-on-timeout'
  /** Whoever takes over does not read which steps are done. */
  | 'steps-forgotten'
