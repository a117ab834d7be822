/** The small things all pages are made of. */
import type { ComponentChildren } from 'preact'
import type { Asked } from '../admin.ts'
import { ago } from './figures.ts'

export type Tone = 'ok' | 'warn' | 'bad' | 'quiet'

/** A word that says how something is; never by its colour alone. */
export const Badge = ({ tone, children }: { tone: Tone; children: ComponentChildren }) => (
  <span class={`badge ${tone}`}>{children}</span>
)

export const ApiLink = ({ api }: { api: string }) =>
  /^(backend|system|process|experience)\//.test(api) ? (
    <a class="id" href={`/console/api?id=${api}`}>
      {api}
    </a>
  ) : (
    <span class="id">{api}</span>
  )

export const Time = ({ at }: { at: string }) => (
  <time dateTime={at} title={at}>
    {ago(at)}
  </time>
)

/** What scrolls by itself where it does not fit; it has to be reached by keyboard, too. */
export const Scroll = ({
  name,
  kind = '',
  children,
}: {
  name: string
  kind?: string
  children: ComponentChildren
}) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: otherwise nobody without a pointer could scroll it
  <section class={`scroll ${kind}`} aria-label={name} tabIndex={0}>
    {children}
  </section>
)

export const Table = ({
  name,
  columns,
  children,
}: {
  name: string
  /** With `#` in front: figures, set to the right. With `.wide`: only where there is room. */
  columns: readonly string[]
  children: ComponentChildren
}) => (
  <Scroll name={name}>
    <table>
      <caption class="unseen">{name}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" class={kindOf(column)}>
              {column.replace(/^#|^\.wide /, '')}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </Scroll>
)

const kindOf = (column: string): string | undefined =>
  column.startsWith('#') ? 'figure' : column.startsWith('.wide ') ? 'wide' : undefined

export const Json = ({ name, value }: { name: string; value: unknown }) => (
  <Scroll name={name}>
    <pre>{JSON.stringify(value, null, 2)}</pre>
  </Scroll>
)

/** What is shown as long as there is nothing else to show. */
export function Waiting({ asked }: { asked: Asked<unknown> }) {
  if (asked.refused)
    return (
      <p class="told" role="alert">
        {asked.refused.message}
      </p>
    )
  return asked.answer === undefined ? <p class="quiet">Loading …</p> : null
}

export const Nothing = ({ children }: { children: ComponentChildren }) => <p class="nothing">{children}</p>

/** The query of the address, and links that change one part of it. */
export const withQuery = (path: string, query: Readonly<Record<string, string | undefined>>): string => {
  const search = new URLSearchParams(
    Object.entries(query).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '',
    ),
  ).toString()
  return search === '' ? path : `${path}?${search}`
}
