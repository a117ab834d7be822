/** What the console makes of what it is told: rows of a trace, changes of an editor, places on the map. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Span } from '../../contracts/generated/admin.ts'
import { labelsOf } from '../../gateway/console/map/labels.ts'
import { layoutOf } from '../../gateway/console/map/layout.ts'
import { waterfallOf } from '../../gateway/console/map/waterfall.ts'
import { mergePatchOf } from '../../gateway/console/parts/merge-patch.ts'
import { mergePatch } from '../../gateway/hub/merge-patch.ts'

const span = (spanId: string, parentId: string, offsetMs: number, durationMs?: number): Span => ({
  spanId,
  parentId,
  kind: spanId.startsWith('a') ? 'attempt' : 'hop',
  api: 'backend/erp/v1',
  operation: 'findSales',
  startedAt: '2026-03-09T08:15:00.000Z',
  offsetMs,
  ...(durationMs !== undefined && { durationMs }),
})

test('time belongs to the span that waited for nobody', () => {
  const { rows, totalMs, slowest } = waterfallOf([
    span('root', 'elsewhere', 0, 100),
    span('slow', 'root', 10, 80),
    span('beside', 'root', 10, 30),
    span('a2', 'slow', 60, 20),
    span('a1', 'slow', 15, 10),
  ])
  expect(totalMs).toBe(100)
  expect(rows.map(({ span: { spanId }, depth, attempt, ownMs }) => [spanId, depth, attempt, ownMs])).toEqual([
    ['root', 0, undefined, 20],
    ['slow', 1, undefined, 50],
    ['a1', 2, 1, 10],
    ['a2', 2, 2, 20],
    ['beside', 1, undefined, 30],
  ])
  expect(slowest?.span.spanId).toBe('slow')
})

test('what goes on lasts until the end', () => {
  const { rows } = waterfallOf([span('root', '', 0, 100), span('open', 'root', 40)])
  expect(rows.map(({ durationMs, ownMs }) => [durationMs, ownMs])).toEqual([
    [100, 40],
    [60, 60],
  ])
})

const json = fc.letrec<{ any: unknown; object: Record<string, unknown> }>((tie) => ({
  any: fc.oneof(fc.boolean(), fc.integer(), fc.string(), fc.array(fc.integer()), tie('object')),
  object: fc.dictionary(
    fc.string().filter((name) => name !== '__proto__'),
    tie('any'),
    { maxKeys: 4 },
  ),
}))

test('a patch makes of what was what shall be, and says nothing of what stays', () => {
  fc.assert(
    fc.property(json.object, json.object, (before, after) => {
      const patch = mergePatchOf(before, after)
      expect(mergePatch(before, patch ?? {})).toEqual(after)
      expect(mergePatchOf(before, before)).toBeUndefined()
    }),
  )
})

test('no two stand in one place, and what belongs together stands on one height', () => {
  const nodes = [
    { id: 'x', column: 'system' },
    { id: 'y', column: 'system' },
    { id: 'a', column: 'backend' },
    { id: 'b', column: 'backend' },
  ] as const
  const lines = [
    { from: 'x', to: 'b' },
    { from: 'y', to: 'a' },
  ]
  const { places } = layoutOf(nodes, lines)
  expect(new Set([...places.values()].map(({ x, y }) => `${x} ${y}`)).size).toBe(4)
  for (const { from, to } of lines) expect(places.get(from)?.y).toBe(places.get(to)?.y)
})

test('figures of lines that cross do not stand upon each other', () => {
  const nodes = [
    { id: 'x', column: 'process' },
    { id: 'y', column: 'process' },
    { id: 'a', column: 'system' },
    { id: 'b', column: 'system' },
  ] as const
  const lines = ['x', 'y'].flatMap((from) => ['a', 'b'].map((to) => ({ from, to })))
  const places = [...labelsOf(lines, layoutOf(nodes, lines)).values()]
  for (const [index, one] of places.entries())
    for (const other of places.slice(index + 1))
      expect(Math.abs(one.x - other.x) >= 58 || Math.abs(one.y - other.y) >= 23).toBe(true)
})
