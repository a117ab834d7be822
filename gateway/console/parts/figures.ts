/** Figures as people read them: no more digits than matter. */

export interface Ends {
  readonly ok: number
  readonly refused: number
  readonly failed: number
}

export const callsOf = ({ ok, refused, failed }: Ends): number => ok + refused + failed

export const shareFailed = (ends: Ends): number => {
  const calls = callsOf(ends)
  return calls === 0 ? 0 : ends.failed / calls
}

export function rate(calls: number, seconds: number): string {
  if (calls === 0 || seconds === 0) return '0/s'
  const perSecond = calls / seconds
  if (perSecond >= 100) return `${Math.round(perSecond)}/s`
  if (perSecond >= 0.95) return `${perSecond.toFixed(1)}/s`
  return `${Math.max(1, Math.round(perSecond * 60))}/min`
}

export function duration(ms: number | undefined): string {
  if (ms === undefined) return '–'
  if (ms < 1) return '< 1 ms'
  if (ms < 10) return `${ms.toFixed(1)} ms`
  if (ms < 1_000) return `${Math.round(ms)} ms`
  if (ms < 60_000) return `${(ms / 1_000).toFixed(1)} s`
  return `${Math.round(ms / 60_000)} min`
}

export function percent(share: number): string {
  if (share === 0) return '0 %'
  const value = share * 100
  if (value < 0.1) return '< 0.1 %'
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} %`
}

export const whole = (value: number): string => value.toLocaleString('en')

/** Such as `3 min ago`. */
export function ago(at: string, now = Date.now()): string {
  const seconds = Math.round((now - Date.parse(at)) / 1_000)
  const [value, unit] = span(Math.abs(seconds))
  if (Math.abs(seconds) < 5) return 'now'
  return seconds >= 0 ? `${value} ${unit} ago` : `in ${value} ${unit}`
}

function span(seconds: number): readonly [number, string] {
  if (seconds < 90) return [seconds, 's']
  if (seconds < 90 * 60) return [Math.round(seconds / 60), 'min']
  if (seconds < 36 * 3_600) return [Math.round(seconds / 3_600), 'h']
  return [Math.round(seconds / 86_400), 'days']
}
