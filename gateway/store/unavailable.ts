/** The store did not answer as it must. Whether the command was carried out is not known. */

/** `unreachable`: no connection. `slow`: no answer in time. `full`: it takes no more writes. */
export type UnavailableReason = 'unreachable' | 'slow' | 'full'

export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable'
  readonly reason: UnavailableReason

  constructor(reason: UnavailableReason, message: string, options?: ErrorOptions) {
    super(message, options)
    this.reason = reason
  }
}
