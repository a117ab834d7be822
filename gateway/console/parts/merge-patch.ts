/** What an editor changed, as a JSON Merge Patch (RFC 7396): what was hidden in the text stays as it is. */

type Json = unknown
type JsonObject = Readonly<Record<string, Json>>

/** @returns `undefined` when nothing is different */
export function mergePatchOf(before: JsonObject, after: JsonObject): JsonObject | undefined {
  const patch: Record<string, Json> = {}
  for (const name of Object.keys(before)) if (!Object.hasOwn(after, name)) patch[name] = null
  for (const [name, value] of Object.entries(after)) {
    const was = before[name]
    const change =
      isObject(was) && isObject(value) ? mergePatchOf(was, value) : isSame(was, value) ? undefined : value
    if (change !== undefined) patch[name] = change
  }
  return Object.keys(patch).length ? patch : undefined
}

const isSame = (a: Json, b: Json): boolean => JSON.stringify(a) === JSON.stringify(b)

const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
