/** The time of stores that have none of their own: the system's, but it never runs backwards. */

export function wallTime(system: () => number = Date.now): () => number {
  let latest = 0
  return () => {
    latest = Math.max(latest, system())
    return latest
  }
}
