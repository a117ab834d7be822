/** Whether a value satisfies a formula; `undefined` when a part that decides is not understood. */
import type { Json } from '../../runtime/document.ts'
import { compare, decimal, isMultiple } from './decimal.ts'
import { isOfFormat } from './formats.ts'
import { type About, type Formula, type Known, subjectOf, typeOf } from './formula.ts'
import { equal, lengthOf } from './values.ts'

type Answer = boolean | undefined

export function accepts(formula: Formula, value: Json): Answer {
  const { says } = formula
  switch (says.kind) {
    case 'always':
      return true
    case 'never':
      return false
    case 'all':
      return every(says.parts, (part) => accepts(part, value))
    case 'any':
      return some(says.parts, (part) => accepts(part, value))
    case 'one':
      return exactlyOne(says.parts.map((part) => accepts(part, value)))
    case 'not':
      return opposite(accepts(says.part, value))
    case 'reference':
      return accepts(says.target(), value)
    case 'types':
      return says.types.has(typeOf(value))
    case 'values':
      return says.values.some((one) => equal(one, value))
    case 'opaque':
      return undefined
    default:
      return typeOf(value) === subjectOf(says) ? about(says, value) : true
  }
}

function about(says: About, value: Json): Answer {
  if (typeof value === 'number') return aboutNumber(says, value)
  if (typeof value === 'string') return aboutString(says, value)
  return Array.isArray(value)
    ? aboutArray(says, value)
    : aboutObject(says, value as Readonly<Record<string, Json>>)
}

function aboutNumber(says: About, value: number): Answer {
  if (says.kind === 'multiple') return isMultiple(decimal(value), says.of)
  if (says.kind !== 'atLeast' && says.kind !== 'atMost') return true
  const order = compare(decimal(value), says.limit) * (says.kind === 'atLeast' ? 1 : -1)
  return says.open ? order > 0 : order >= 0
}

function aboutString(says: About, value: string): Answer {
  if (says.kind === 'length') return within(lengthOf(value), says)
  if (says.kind === 'pattern') return matches(says.source, value)
  return says.kind === 'format' ? isOfFormat(says.name, value) : true
}

function aboutArray(says: About, value: readonly Json[]): Answer {
  switch (says.kind) {
    case 'items':
      return within(value.length, says)
    case 'item':
      return says.index >= value.length || accepts(says.schema, value[says.index] as Json)
    case 'rest':
      return every(value.slice(says.from), (item) => accepts(says.schema, item))
    case 'contains': {
      const answers = value.map((item) => accepts(says.schema, item))
      const sure = answers.filter((answer) => answer === true).length
      const possible = sure + answers.filter((answer) => answer === undefined).length
      if (within(sure, says) && within(possible, says)) return true
      return possible < says.min || sure > says.max ? false : undefined
    }
    case 'unique':
      return value.every((item, index) => !value.slice(0, index).some((other) => equal(item, other)))
    default:
      return true
  }
}

function aboutObject(says: About, value: Readonly<Record<string, Json>>): Answer {
  const names = Object.keys(value)
  const valuesOf = (some: readonly string[], schema: Formula) =>
    every(some, (name) => accepts(schema, value[name] as Json))
  switch (says.kind) {
    case 'properties':
      return within(names.length, says)
    case 'required':
      return names.includes(says.name)
    case 'property':
      return names.includes(says.name) ? accepts(says.schema, value[says.name] as Json) : true
    case 'named':
      return every(names, (name) => {
        const match = matches(says.pattern, name)
        return match === false || accepts(says.schema, value[name] as Json)
          ? true
          : match === true
            ? false
            : undefined
      })
    case 'others': {
      const others = names.filter((name) => isOther(says.known, name))
      return valuesOf(others, says.schema)
    }
    case 'names':
      return every(names, (name) => accepts(says.schema, name))
    default:
      return true
  }
}

export const isOther = ({ names, patterns }: Known, name: string): boolean =>
  !names.has(name) && !patterns.some((pattern) => matches(pattern, name))

const expressions = new Map<string, RegExp | undefined>()

/** Compiled as validators do: by code points when the pattern allows it. */
export function expressionOf(source: string): RegExp | undefined {
  if (!expressions.has(source)) expressions.set(source, compiled(source, 'u') ?? compiled(source, ''))
  return expressions.get(source)
}

export const matches = (source: string, text: string): Answer => expressionOf(source)?.test(text)

function compiled(source: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(source, flags)
  } catch {
    return undefined
  }
}

const within = (count: number, { min, max }: { readonly min: number; readonly max: number }) =>
  count >= min && count <= max

const opposite = (answer: Answer): Answer => (answer === undefined ? undefined : !answer)

function every<Item>(items: readonly Item[], check: (item: Item) => Answer): Answer {
  let answer: Answer = true
  for (const item of items) {
    const one = check(item)
    if (one === false) return false
    if (one === undefined) answer = undefined
  }
  return answer
}

const some = <Item>(items: readonly Item[], check: (item: Item) => Answer): Answer =>
  opposite(every(items, (item) => opposite(check(item))))

function exactlyOne(answers: readonly Answer[]): Answer {
  const sure = answers.filter((answer) => answer === true).length
  if (sure > 1) return false
  return answers.includes(undefined) ? undefined : sure === 1
}
