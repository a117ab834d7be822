/** Something the person at the command line can mend: printed as one sentence, without a stack. */
export class Mistake extends Error {
  override readonly name = 'Mistake'

  constructor(message: string) {
    super(message)
    this.stack = message
  }
}
