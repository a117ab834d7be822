/** JSON Merge Patch (RFC 7396): the members of a change take the place of those of a value; null takes them away. */
export function mergePatch(value: unknown, change: unknown): unknown {
  if (!isObject(change)) return change
  const merged: Record<string, unknown> = isObject(value) ? { ...value } : {}
  for (const [name, part] of Object.entries(change))
    if (part === null) delete merged[name]
    else merged[name] = mergePatch(Object.hasOwn(merged, name) ? merged[name] : undefined, part)
  return merged
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
