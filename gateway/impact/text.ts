/** What would break, in words: one sentence, then who and how it is known. */
import type { AffectedApi, AffectedConsumer, Impact, Verdict } from './affected.ts'

export interface Writing {
  /** Rows under headings. */
  table(headings: readonly string[], rows: readonly (readonly (string | number)[])[]): string
  readonly now: number
}

export function impactText(impact: Impact, { table, now }: Writing): string {
  const { apis, consumers, days } = impact
  const paragraphs = [
    sentenceOf(impact, now),
    ...(impact.field === undefined ? [] : [`It is in the replies of ${carriersOf(impact)}.`]),
    ...(apis.length
      ? [
          table(
            ['api', 'owner', 'what', 'operations', 'looked at'],
            apis.map((one) => [
              one.api,
              one.owner,
              wordsOf(one, now, impact.field === undefined),
              one.operations.join(', ') || '-',
              one.looked,
            ]),
          ),
        ]
      : []),
    ...(consumers.length
      ? [
          table(
            ['consumer', 'calls a day', `in ${days} days`, 'last'],
            consumers.map(({ consumer, callsPerDay, calls, lastSeen }) => [
              consumer,
              rateOf(callsPerDay),
              calls,
              agoOf(lastSeen, now),
            ]),
          ),
        ]
      : []),
    days === undefined
      ? 'No gateway was asked: this is what contracts allow, not what happens. Name one with --url.'
      : 'Seen in some of the calls: what was not seen may still happen. Calls are counted, all of them.',
  ]
  return paragraphs.join('\n\n')
}

/** As somebody would say it: what breaks, what may, and what does not. */
function sentenceOf({ api, field, apis, consumers, days }: Impact, now: number): string {
  const what = field === undefined ? `Removing ${api}` : `Removing \`${field}\` from ${api}`
  const named = (...verdicts: readonly Verdict[]) =>
    apis
      .filter(({ verdict }) => verdicts.includes(verdict))
      .map((one) => `${one.api} (${wordsOf(one, now, field === undefined)})`)
  const broken = [
    ...named('reads', 'copies', 'behind'),
    ...consumers.map((one) => `consumer ${one.consumer} (${callsOf(one)})`),
  ]
  const may = named('unseen')
  const unused = named('unused')
  if (broken.length + may.length + unused.length === 0) return `${what} breaks nobody that is known.`
  return [
    ...(broken.length ? [`${what} breaks ${broken.join(', ')}.`] : []),
    ...(may.length ? [`${broken.length ? 'It' : what} may break ${may.join(', ')}.`] : []),
    ...(unused.length
      ? [`${broken.length || may.length ? 'It' : what} leaves alone ${unused.join(', ')}.`]
      : []),
    ...(days === undefined || broken.length ? [] : ['No call was seen that would break.']),
  ].join(' ')
}

function wordsOf({ verdict, lastSeen, looked }: AffectedApi, now: number, isWhole: boolean): string {
  const last = lastSeen === undefined ? '' : `, last ${agoOf(lastSeen, now)}`
  switch (verdict) {
    case 'reads':
      return `reads it${last}`
    case 'copies':
      return `passes it on${last}`
    case 'behind':
      return isWhole ? `calls it${last}` : 'not used, but calls what breaks'
    case 'unused':
      return `not used in ${looked} calls`
    case 'unseen':
      return 'uses the API, no call with it was seen'
  }
}

function callsOf({ callsPerDay }: AffectedConsumer): string {
  const rate = rateOf(callsPerDay)
  return `${rate} ${rate === '1' ? 'call' : 'calls'}/day`
}

const rateOf = (perDay: number): string =>
  perDay >= 10 || Number.isInteger(perDay) ? grouped(Math.round(perDay)) : String(Math.ceil(perDay * 10) / 10)

const CARRIERS_SHOWN = 6

function carriersOf({ carriers }: Impact): string {
  const names = carriers.map(({ operation, pointer }) => `${operation} ${pointer}`)
  const rest = names.length - CARRIERS_SHOWN
  return [...names.slice(0, CARRIERS_SHOWN), ...(rest > 0 ? [`${rest} more`] : [])].join(', ')
}

export const grouped = (count: number): string => count.toLocaleString('en-US')

/** How long ago, in the largest unit that says enough. */
export function agoOf(instant: string, now: number): string {
  const seconds = Math.max(0, (now - Date.parse(instant)) / 1_000)
  for (const [unit, size, from] of units)
    if (seconds >= from) return `${Math.floor(seconds / size)} ${unit} ago`
  return 'just now'
}

const units = [
  ['days', 86_400, 2 * 86_400],
  ['h', 3_600, 2 * 3_600],
  ['min', 60, 90],
  ['s', 1, 10],
] as const
