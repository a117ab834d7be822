/** The end of `strata start`: the first signal lets requests finish, and only who insists cuts them off. */
import type { Running } from '../main.ts'

/** One Ctrl-C comes from the terminal, and again from npm and others that pass signals on. */
const ECHO_MS = 1_000
/** How soon a signal must follow the last one to mean: now. */
const INSIST_MS = 5_000

export function stopOnSignals(running: Running): void {
  const { log } = running
  let askedAt: number | undefined
  let warnedAt: number | undefined
  const onSignal = (signal: NodeJS.Signals) => {
    const now = performance.now()
    if (askedAt === undefined) {
      askedAt = now
      void stop(running, signal)
    } else if (now - askedAt < ECHO_MS) log.info({ signal }, 'already stopping')
    else if (warnedAt === undefined || now - warnedAt > INSIST_MS) {
      warnedAt = now
      log.warn({ signal }, `already stopping; once more within ${INSIST_MS / 1000} s cuts requests off`)
    } else {
      log.warn({ signal }, 'stopped with requests in flight')
      process.exit(1)
    }
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, onSignal)
}

async function stop({ gateway, close, log }: Running, signal: NodeJS.Signals): Promise<void> {
  log.info({ signal, hosted: gateway.hosted }, 'finishing what is in flight')
  await close()
  log.info('stopped')
  process.exit(0)
}
