/** Every place at which an operation of every kind can fail, with every way to fail there. */
import type { Action } from './failpoints.ts'
import type { Fault } from './fixture/works.ts'

/** What the backend does while the request is made; it goes right again after that. */
interface Trouble {
  readonly path: string
  readonly fault: Fault
  readonly times?: number
}

export interface Situation {
  readonly operation: 'keyed' | 'lookup' | 'opaque' | 'saga'
  /** As failpoints are named, or `effect /path`: done, and not answered yet. */
  readonly place: string
  readonly passes?: number
  readonly trouble?: Trouble
}

export interface Case extends Situation {
  readonly action: Action
  /** Where the client repeats its request. */
  readonly retryAt: 'victim' | 'other'
}

const around = (...commands: string[]) =>
  commands.flatMap((command) => [`before ${command}`, `after ${command}`])
const calls = (...paths: string[]) =>
  paths.flatMap((path) => [`send ${path}`, `effect ${path}`, `reply ${path}`])

const at = (
  operation: Situation['operation'],
  places: readonly string[],
  rest: Partial<Situation> = {},
): Situation[] => places.map((place) => ({ operation, place, ...rest }))

const down = (path: string): Trouble => ({ path, fault: 'down', times: 2 })

export const situations: readonly Situation[] = [
  ...at('keyed', [...around('begin', 'complete'), ...calls('/keyed')]),
  ...at('keyed', around('release'), { trouble: down('/keyed') }),
  ...at('lookup', [...around('begin', 'complete'), ...calls('/drafts', '/confirmations')]),
  ...at('lookup', around('release'), { trouble: down('/confirmations') }),
  ...at('opaque', [...around('begin', 'intend', 'complete'), ...calls('/opaque')]),
  ...at('opaque', around('withdraw'), { trouble: { path: '/opaque', fault: 'busy', times: 2 } }),
  ...at('opaque', around('park'), { trouble: { path: '/opaque', fault: 'reset' } }),
  ...at('saga', [...around('begin', 'intend', 'complete'), ...calls('/reservations', '/payments')]),
  ...at('saga', around('intend'), { passes: 1 }),
  ...at('saga', around('postpone'), { trouble: down('/payments') }),
  ...at('saga', [...around('note'), ...calls('/cancellations'), 'before complete', 'after complete'], {
    trouble: { path: '/payments', fault: 'refused', times: 1e9 },
  }),
  ...at('saga', around('note'), { passes: 1, trouble: { path: '/payments', fault: 'refused', times: 1e9 } }),
]

const actions: readonly Action[] = ['kill', 'stop', 'throw', 'reset']
const places = ['victim', 'other'] as const

/** All of them. */
export const matrix: readonly Case[] = situations.flatMap((situation) =>
  actions.flatMap((action) => places.map((retryAt): Case => ({ ...situation, action, retryAt }))),
)

/** Each place once, each action at every fourth: different ones in each part. */
export const sample = (part: number): readonly Case[] =>
  matrix.filter((_, index) => {
    const situation = Math.floor(index / 8)
    return index % 8 === (situation * 3 + part) % 8
  })

export const nameOf = ({ operation, place, passes, trouble, action, retryAt }: Case): string =>
  [
    `${operation}: ${action} ${place}`,
    passes ? `after ${passes}` : '',
    trouble ? `while ${trouble.path} is ${trouble.fault}` : '',
    `repeated at the ${retryAt === 'victim' ? 'same' : 'other'} replica`,
  ]
    .filter(Boolean)
    .join(', ')
