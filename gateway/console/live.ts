/** What goes on, as the gateway sends it while the console is open (`/console/live`). */
import { effect, signal } from '@preact/signals'
import type { Overview } from '#contracts/admin'
import { authorization } from './admin.ts'
import { signOut, token } from './session.ts'

export const overview = signal<Overview | undefined>(undefined)
/** Whether the gateway is heard. */
export const isLive = signal(false)

const AGAIN_MS = 2_000

/** Listens while somebody is signed in. `EventSource` cannot send a token; this can. */
export function watch(): void {
  effect(() => {
    if (token.value === undefined) return undefined
    const ending = new AbortController()
    void listen(ending.signal)
    return () => ending.abort()
  })
}

async function listen(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      const reply = await fetch('/console/live', { headers: authorization(), signal })
      if (reply.status === 401) signOut('The token is not valid, or not any more.')
      if (reply.ok && reply.body) await read(reply.body)
    } catch {
      // The gateway is away; it is asked again below.
    }
    isLive.value = false
    if (!signal.aborted) await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
  }
}

async function read(body: ReadableStream<Uint8Array>): Promise<void> {
  const reader = body
    .pipeThrough(new TextDecoderStream() as never)
    .getReader() as ReadableStreamDefaultReader<string>
  let kept = ''
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const events = (kept + part.value).split('\n\n')
    kept = events.pop() ?? ''
    for (const event of events) {
      const [, data] = /^data: (.*)$/m.exec(event) ?? []
      if (data === undefined) continue
      overview.value = JSON.parse(data) as Overview
      isLive.value = true
    }
  }
}
