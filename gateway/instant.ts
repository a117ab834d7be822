/** An instant as text (RFC 3339). Many fall into one millisecond: its text is made once. */

let writtenMs = 0
let written = ''

/** @param ms since 1970 */
export function toInstant(ms: number): string {
  const whole = Math.floor(ms)
  if (whole !== writtenMs) {
    writtenMs = whole
    written = new Date(whole).toISOString()
  }
  return written
}
