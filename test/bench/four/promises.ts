/**
 * What Strata promises of every request, from the parts a team on this stack takes: a verified caller at each service,
 * one log line, and a call that is repeated, broken off, limited in number and in time.
 */
import {
  bulkhead,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleAll,
  retry,
  TimeoutStrategy,
  timeout,
  wrap,
} from 'cockatiel'
import type { MiddlewareHandler } from 'hono'
import { sign, verify } from 'hono/jwt'
import { jwtVerify } from 'jose'
import pino from 'pino'
import { developmentIssuer } from '../../../gateway/security/issuer.ts'

export const arePromised = process.env.PROMISES === 'kept'

/** Shared by the services of one deployment; they run on loopback, for as long as the benchmark does. */
const key = 'the services of the benchmark share this key'

const { keys } = await developmentIssuer(process.env.STATE_DIRECTORY ?? '.strata')

/** The experience knows the issuer's tokens, the others those of the service above. */
export const callerIsKnown =
  (isExperience: boolean): MiddlewareHandler =>
  async (c, next) => {
    const token = c.req.header('authorization')?.slice('Bearer '.length) ?? ''
    if (isExperience) await jwtVerify(token, keys, { audience: 'strata' })
    else await verify(token, key, 'HS256')
    await next()
  }

export const serviceToken = () => sign({ sub: 'service', exp: Math.floor(Date.now() / 1000) + 3600 }, key)

const log = pino(pino.destination('/dev/null'))

export const oneLogLine: MiddlewareHandler = async (c, next) => {
  const startedAt = performance.now()
  await next()
  log.info({ path: c.req.path, status: c.res.status, ms: performance.now() - startedAt }, 'request')
}

/** One for each system that is called. */
export const protection = () =>
  wrap(
    retry(handleAll, { maxAttempts: 3, backoff: new ExponentialBackoff() }),
    circuitBreaker(handleAll, { halfOpenAfter: 5_000, breaker: new ConsecutiveBreaker(5) }),
    bulkhead(50, 50),
    timeout(10_000, TimeoutStrategy.Cooperative),
  )
