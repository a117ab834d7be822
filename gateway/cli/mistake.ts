/** Something the person at the command line can mend: printed as one sentence, without a stack. */
export class Mistake extends Error {
  override readonly name = 'Mistake'
}
