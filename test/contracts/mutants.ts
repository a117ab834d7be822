/** Values that are nearly what a schema allows: the same ones in each run, about half of them still allowed. */
type Tree = null | boolean | number | string | Tree[] | { [key: string]: Tree }
type Random = () => number
type Step = (node: Tree, random: Random) => Tree

/** Copies of a valid value with one or two random steps in each. */
export function* mutants(valid: unknown, count: number, seed: number): Generator<unknown> {
  const random = seeded(seed)
  for (let index = 0; index < count; index++) {
    let value = structuredClone(valid) as Tree
    for (let steps = 1 + below(2, random); steps > 0; steps--) value = mutated(value, random)
    yield value
  }
}

/** One step somewhere in the value: on its way down it may stop at each node. */
function mutated(node: Tree, random: Random): Tree {
  if (node !== null && typeof node === 'object' && random() < 0.8) {
    const keys = Object.keys(node)
    const key = keys[below(keys.length, random)]
    if (key !== undefined) {
      const parent = node as Record<string, Tree>
      parent[key] = mutated(parent[key] as Tree, random)
      return node
    }
  }
  if (random() < 0.15) return other(random)
  const steps = stepsOf(node)
  return pick(steps, random)(node, random)
}

const stepsOf = (node: Tree): readonly Step[] => {
  if (Array.isArray(node)) return arraySteps as readonly Step[]
  if (node === null) return [() => null, () => 'null', () => ({})]
  if (typeof node === 'object') return objectSteps as readonly Step[]
  if (typeof node === 'string') return stringSteps as readonly Step[]
  if (typeof node === 'number') return numberSteps as readonly Step[]
  return [(flag) => !flag, () => 'true', () => 1]
}

const objectSteps: readonly ((node: Record<string, Tree>, random: Random) => Tree)[] = [
  (node, random) => without(node, keyOf(node, random)),
  (node, random) => without(node, keyOf(node, random)),
  (node, random) => {
    const key = keyOf(node, random)
    return { ...without(node, key), [pick([`${key}s`, key.toUpperCase(), 'x'], random)]: node[key] ?? null }
  },
  (node, random) => ({ ...node, [pick(names, random)]: other(random) }),
  (node, random) => ({ ...node, [keyOf(node, random)]: other(random) }),
  (node) => Object.fromEntries(Object.entries(node).reverse()),
]

const arraySteps: readonly ((node: Tree[], random: Random) => Tree)[] = [
  (node) => node.slice(1),
  (node) => [...node, ...node.slice(0, 1)],
  (node) => [...node, ...Array.from({ length: 60 }, () => node[0] ?? null)],
  (node) => node.toReversed(),
  () => [],
  (node, random) => [...node, other(random)],
]

const stringSteps: readonly ((node: string, random: Random) => Tree)[] = [
  () => '',
  (node) => `${node}0`,
  (node) => node.slice(1),
  (node) => node.toLowerCase(),
  (node) => node.repeat(30),
  (node) => `${node}\n`,
  (node) => ` ${node}`,
  (node, random) => node.slice(0, -1) + pick(['A', '7', 'é', '🚲', '.', ' '], random),
  (_, random) => pick(strings, random),
]

const numberSteps: readonly ((node: number, random: Random) => Tree)[] = [
  (node) => -node,
  (node) => node + 1,
  (node) => node * 10,
  (node) => node + 0.5,
  (node) => node / 1000,
  () => 0,
  (_, random) => pick([5, 90, 91, 100, 100.01, 600, 605, 9999, 10000, 1e21, -180], random),
  (node) => String(node),
]

const names = ['x', 'note', 'remarks', 'bringBack', 'wantedAt', 's-1', 'n-1', 'kind', 'parts']
const strings = [
  'EUR',
  'CHF',
  'eur',
  'rider',
  'fleet',
  'frame',
  '2026-02-30',
  '2026-02-28T10:00:00Z',
  'a@b.example',
]
const anything: readonly Tree[] = [null, true, false, 0, 1, -1, 1.5, '', 'x', [], ['x'], {}, { x: 1 }]

const other = (random: Random) => structuredClone(pick(anything, random))

const keyOf = (node: object, random: Random) => pick(Object.keys(node), random) ?? 'x'

const without = (node: Record<string, Tree>, key: string) =>
  Object.fromEntries(Object.entries(node).filter(([own]) => own !== key))

const pick = <Item>(items: readonly Item[], random: Random) => items[below(items.length, random)] as Item

const below = (limit: number, random: Random) => Math.floor(random() * limit)

/** mulberry32 */
function seeded(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
