/** The log: pino lines on standard output. A person at a terminal sees them at once, a collector gets them buffered. */
import pino, { type Logger } from 'pino'

export type Log = Logger

const FLUSH_MS = 250

export interface LogOptions {
  readonly level: string
  /** Where lines go: a path or a file descriptor. @default standard output */
  readonly destination?: string | number
}

export function createLog({ level, destination = 1 }: LogOptions): Log {
  const interactive = destination === 1 && process.stdout.isTTY
  const stream = pino.destination({
    dest: destination,
    sync: interactive,
    minLength: interactive ? 0 : 16_000,
  })
  if (!interactive) {
    setInterval(() => stream.flush(), FLUSH_MS).unref()
    process.on('exit', () => {
      try {
        stream.flushSync()
      } catch {}
    })
  }
  return pino(
    {
      level,
      base: null,
      timestamp: isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: publicPart },
      redact: ['*.password', '*.clientSecret', '*.authorization', '*.token'],
    },
    stream,
  )
}

/** Of an error only what is known to be no secret: those of clients and stores carry the options they were made with. */
function publicPart(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const { type, message, stack, code, slug, upstream, errors } = errorOf(error) as Record<string, unknown>
  return { type, message, stack, code, slug, upstream, errors }
}

const errorOf = pino.stdSerializers.err

let writtenMs = 0
let written = ''

/** The time member of a line. Many lines fall into one millisecond: its text is made once. */
export function isoTime(): string {
  const now = Date.now()
  if (now !== writtenMs) {
    writtenMs = now
    written = `,"time":"${new Date(now).toISOString()}"`
  }
  return written
}
