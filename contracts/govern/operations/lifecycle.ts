/** Announcements: deprecation and sunset, and the names that only generated code knows. */
import type { Comparing } from './exchange.ts'
import type { Operation } from './operation.ts'

export const today = (): string => new Date().toISOString().slice(0, 10)

export function compareLifecycle(comparing: Comparing, old: Operation, next: Operation): void {
  const facts = { pointer: next.pointer, part: 'operation' } as const
  const report = (rule: string, name?: string) =>
    comparing.report(rule, next, 'request', name === undefined ? facts : { ...facts, name })
  if (next.deprecated && !old.deprecated) report('operation-deprecated')
  if (next.sunset !== undefined && Number.isNaN(Date.parse(next.sunset)))
    report('sunset-malformed', next.sunset)
  else if (
    old.sunset !== undefined &&
    next.sunset !== undefined &&
    Date.parse(next.sunset) < Date.parse(old.sunset)
  )
    report('sunset-earlier')
  if (old.sunset !== undefined && next.sunset === undefined && next.deprecated) report('sunset-removed')
}

export function compareNames(comparing: Comparing, old: Operation, next: Operation): void {
  const facts = { pointer: next.pointer, part: 'operation' } as const
  if (old.operationId !== next.operationId)
    comparing.report('operation-id-changed', next, 'request', {
      ...facts,
      name: next.operationId ?? 'nothing',
    })
  if (old.tags.join() !== next.tags.join()) comparing.report('tags-changed', next, 'request', facts)
}
