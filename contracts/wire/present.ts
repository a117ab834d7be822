/** What a system does not know is null in most of them, and absent in ours. */

type Missing = null | undefined

export type Present<T> = {
  [Key in keyof T as Missing & T[Key] extends never ? Key : never]: T[Key]
} & {
  [Key in keyof T as Missing & T[Key] extends never ? never : Key]?: NonNullable<T[Key]>
}

/** The same object without members that are null or undefined. */
export function present<T extends object>(value: T): Present<T> {
  for (const name in value)
    if (value[name] === null || value[name] === undefined) return withoutMissing(value)
  return value as Present<T>
}

function withoutMissing<T extends object>(value: T): Present<T> {
  const kept: Record<string, unknown> = {}
  for (const name in value) if (value[name] !== null && value[name] !== undefined) kept[name] = value[name]
  return kept as Present<T>
}
