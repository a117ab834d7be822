/** How the text of one setting becomes a value, and what is wrong with it when it cannot. */
import { readFileSync } from 'node:fs'
import { network } from './security/client-address.ts'

export interface Setting<Value> {
  readonly meaning: string
  /** For docs; `undefined` means there is none. */
  readonly preset?: string
  /** Can also be given as a file: `NAME_FILE`. */
  readonly secret?: boolean
  /** @throws Error that says what the value must be */
  read(text: string): Value
}

export type Environment = Readonly<Record<string, string | undefined>>

/** @param mistakes gets a line when the value cannot be used */
export function readSetting(
  name: string,
  setting: Setting<unknown>,
  env: Environment,
  mistakes: string[],
): unknown {
  try {
    const value =
      env[name] ||
      (setting.secret && env[`${name}_FILE`]
        ? readFileSync(env[`${name}_FILE`] as string, 'utf8').trim()
        : undefined)
    return value === undefined || value === '' ? undefined : setting.read(value)
  } catch (error) {
    mistakes.push(`${name}: ${(error as Error).message}`)
    return undefined
  }
}

export const text = (value: string) => value

export const port = (value: string) => {
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65_535) throw new Error('must be a port from 0 to 65535')
  return Number(value)
}

/** The longest delay a timer can have. */
const COUNT_MAX = 2 ** 31 - 1

export const countFrom = (min: number) => (value: string) => {
  if (!/^(?:0|[1-9]\d{0,9})$/.test(value) || Number(value) < min || Number(value) > COUNT_MAX)
    throw new Error(`must be a whole number from ${min} to ${COUNT_MAX}`)
  return Number(value)
}

export const count = countFrom(1)

export const ratio = (value: string) => {
  if (!/^(0(\.\d+)?|1(\.0+)?)$/.test(value)) throw new Error('must be a number from 0 to 1')
  return Number(value)
}

/** As it is written: who compares it does so letter by letter. */
export const url = (value: string) => {
  if (!/^https?:\/\//.test(value) || !URL.canParse(value)) throw new Error('must be an http or https URL')
  return value
}

export const mailServer = (value: string) => {
  if (!/^smtps?:\/\//.test(value) || !URL.canParse(value)) throw new Error('must be an smtp or smtps URL')
  return value
}

/** @param pathSetting where to write the path instead */
export const origin = (pathSetting?: string) => (value: string) => {
  const { origin, href } = new URL(url(value))
  if (href !== `${origin}/`) {
    const instead = pathSetting ? `; the path belongs into ${pathSetting}` : ''
    throw new Error(`must be scheme, host and port, without a path, query or password${instead}`)
  }
  return origin
}

export const oneOf =
  <Value extends string>(...allowed: readonly Value[]) =>
  (value: string) => {
    if (!allowed.includes(value as Value)) throw new Error(`must be one of ${allowed.join(', ')}`)
    return value as Value
  }

export const list = (value: string) => {
  const items = value
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
  if (items.length === 0) throw new Error('must name something')
  return items
}

export const networks = (value: string) => list(value).map(network)
