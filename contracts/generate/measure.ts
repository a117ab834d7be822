/** Refuses what no person writes: values inside themselves, endless nesting, aliases that multiply. */

export interface Limits {
  readonly depth: number
  readonly values: number
}

/** Says what is too much about parsed YAML or JSON; an alias counts wherever it stands. */
export function tooMuch(root: unknown, { depth, values }: Limits): string | undefined {
  let seen = 0
  const open = new Set<object>()
  const visit = (node: unknown, level: number): string | undefined => {
    if (typeof node !== 'object' || node === null) return undefined
    if (open.has(node)) return 'a value contains itself (a YAML alias leads back to its anchor)'
    if (level > depth) return `nested deeper than ${depth} levels`
    if (++seen > values) return `more than ${values} values`
    open.add(node)
    for (const part of Object.values(node)) {
      const found = visit(part, level + 1)
      if (found) return found
    }
    open.delete(node)
    return undefined
  }
  return visit(root, 0)
}
