/** What a system does not know is null in most of them, and absent in ours. */

type Missing = null | undefined

export type Present<T> = {
  [Key in keyof T as Missing & T[Key] extends never ? Key : never]: T[Key]
} & {
  [Key in keyof T as Missing & T[Key] extends never ? never : Key]?: NonNullable<T[Key]>
}

/** The same object without members that are null or undefined. */
export const present = <T extends object>(value: T): Present<T> =>
  Object.fromEntries(
    Object.entries(value).filter(([, member]) => member !== null && member !== undefined),
  ) as Present<T>
