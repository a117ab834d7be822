/** What the lint finds, as it is printed with `--json`. */

export interface Finding {
  readonly rule: string
  /** As `contracts/system/erp/v1.yaml`. */
  readonly file: string
  readonly line: number
  readonly column: number
  /** What is wrong, and how to mend it. */
  readonly message: string
  /** Why it matters: the purpose of the rule. */
  readonly why: string
}

export interface Findings {
  /** How many contracts were read. */
  readonly contracts: number
  readonly findings: readonly Finding[]
}
