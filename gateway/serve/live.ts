/** What the console is sent while it is open: server-sent events (HTML Standard, 9.2), the same to all who watch. */
import { Problem } from '../problem.ts'
import type { Log } from '../telemetry/log.ts'

export interface LiveOptions {
  /** What is sent each time; asked for only while somebody watches. */
  read(): Promise<unknown>
  readonly log: Log
}

type Watcher = ReadableStreamDefaultController<Uint8Array>

const EVERY_MS = 2_000
const WATCHERS_MAX = 100
/** Then the browser comes again, and has to prove again who it is. */
const LASTS_MS = 5 * 60_000

export class Live {
  readonly #options: LiveOptions
  readonly #watchers = new Map<Watcher, NodeJS.Timeout>()
  #timer: NodeJS.Timeout | undefined
  #closed = false

  constructor(options: LiveOptions) {
    this.#options = options
  }

  /** @throws Problem `overloaded` when too many watch */
  open(): Response {
    if (this.#closed || this.#watchers.size >= WATCHERS_MAX)
      throw new Problem('overloaded', 'nobody else can watch now')
    let own: Watcher | undefined
    const stream = new ReadableStream<Uint8Array>({
      start: (watcher) => {
        own = watcher
        this.#watchers.set(watcher, setTimeout(() => this.#end(watcher), LASTS_MS).unref())
        this.#timer ??= setInterval(() => void this.#tell(), EVERY_MS).unref()
        void this.#tell()
      },
      cancel: () => {
        if (own) this.#forget(own)
      },
    })
    return new Response(stream, {
      headers: {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      },
    })
  }

  close(): void {
    this.#closed = true
    for (const watcher of this.#watchers.keys()) this.#end(watcher)
  }

  async #tell(): Promise<void> {
    try {
      const event = new TextEncoder().encode(
        `event: overview\ndata: ${JSON.stringify(await this.#options.read())}\n\n`,
      )
      // Who does not read what was sent gets nothing more until it has.
      for (const watcher of this.#watchers.keys()) if ((watcher.desiredSize ?? 0) > 0) watcher.enqueue(event)
    } catch (err) {
      this.#options.log.warn({ err }, 'the console cannot be told what goes on')
    }
  }

  #end(watcher: Watcher): void {
    this.#forget(watcher)
    watcher.close()
  }

  #forget(watcher: Watcher): void {
    clearTimeout(this.#watchers.get(watcher))
    this.#watchers.delete(watcher)
    if (this.#watchers.size) return
    clearInterval(this.#timer)
    this.#timer = undefined
  }
}
