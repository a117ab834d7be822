/**
 * An ERP that speaks Tryton JSON-RPC 6.0. The first segment of a path is the RPC method (what follows
 * tells variants of one method apart), the body its positional parameters; refusals come back under the statuses the server itself uses for them in its other style of answer.
 */
import type { Reply } from '../../../contracts/contract.ts'
import type { ContractData } from '../../../contracts/runtime/load.ts'
import type { Call } from '../../call.ts'
import type { Deadlines } from '../../deadlines.ts'
import { Problem } from '../../problem.ts'
import { exchange, type Purpose, purposeOf, type WireReply } from '../exchange.ts'
import type { Pools } from '../pools.ts'
import { Session } from '../session.ts'
import { brief } from './brief.ts'
import type { Transport } from './transport.ts'
import { refuseUnwell } from './unwell.ts'

export interface TrytonOptions {
  readonly url: string
  /** Such as `/erp/`. */
  readonly rpcPath: string
  readonly user: string
  readonly password: string
}

interface Login {
  readonly authorization: string
  /** Added to the context of every call. */
  readonly context: Readonly<Record<string, unknown>>
}

const LOGIN_MS = 3_000
const language = 'en'

const asItIs = (reply: WireReply) => reply

export function tryton(
  options: TrytonOptions,
  contract: ContractData,
  pools: Pools,
  deadlines: Deadlines,
): Transport {
  const pool = pools.of(options.url)
  const session = new Session(() => brief(deadlines, LOGIN_MS, login))

  const post = <Result extends { readonly status: number }>(
    method: string,
    params: string,
    authorization: string | undefined,
    purpose: Purpose,
    call: Call,
    read: (reply: WireReply) => Result | Promise<Result>,
  ) => {
    // Exactly these three members: with any other the server answers in its other style.
    const body = `{"id":1,"method":"${method}","params":${params}}`
    const headers = ['content-type', 'application/json', 'accept', 'application/json']
    if (authorization) headers.push('authorization', authorization)
    return exchange(pool, { method: 'POST', path: options.rpcPath, headers, body }, purpose, call, read)
  }

  const loggingIn = {
    name: `${contract.id} login`,
    owner: contract.owner,
    changes: false,
    limitMs: LOGIN_MS,
  }

  async function login(call: Call): Promise<Login> {
    const credentials = JSON.stringify([options.user, { password: options.password }, language])
    const reply = await post('common.db.login', credentials, undefined, loggingIn, call, asItIs)
    // 429 is a lock-out after wrong passwords, not a matter of health.
    if (reply.status !== 429) refuseUnwell(loggingIn, reply)
    const [userId, key] = (
      reply.status === 200 ? (envelopeOf(contract, reply).result ?? []) : []
    ) as unknown[]
    if (typeof key !== 'string')
      throw new Problem('upstream-auth-failed', `${contract.id} refused the login with ${reply.status}`, {
        owner: contract.owner,
      })
    const authorization = `Session ${Buffer.from(`${options.user}:${userId}:${key}`).toString('base64')}`
    const preferences = await post(
      'model.res.user.get_preferences',
      '[true,{}]',
      authorization,
      loggingIn,
      call,
      asItIs,
    )
    refuseUnwell(loggingIn, preferences)
    const { company } = (envelopeOf(contract, preferences).result ?? {}) as { company?: unknown }
    return { authorization, context: { language, company } }
  }

  return {
    send(target) {
      const [, method = ''] = target.operation.path.split('/')
      const purpose = purposeOf(target)
      const finish = (reply: WireReply) => classify(contract, purpose, reply)

      return function sendToTryton({ body }, call) {
        return session.run(
          call,
          ({ authorization, context }, read) =>
            post(method, paramsOf(body as readonly unknown[], context), authorization, purpose, call, read),
          finish,
        )
      }
    },
  }
}

/** The last positional parameter is the context: the caller's keys win over those of the login. */
function paramsOf(params: readonly unknown[], context: Login['context']): string {
  const last = params.length - 1
  return JSON.stringify(
    params.map((param, index) => (index === last ? { ...context, ...(param as object) } : param)),
  )
}

function classify(contract: ContractData, purpose: Purpose, wire: WireReply): Reply {
  const { owner } = contract
  const { name } = purpose
  const { status } = wire
  if (status === 401) throw new Problem('upstream-auth-failed', `${name} refused a new login`, { owner })
  refuseUnwell(purpose, wire)
  if (status !== 200) throw new Problem('contract-broken', `${name} answered ${status}`, { owner })
  const { result, error } = envelopeOf(contract, wire)
  return error === undefined ? { status: 200, body: result } : refusal(name, owner, error)
}

/** Statuses of the server's own HTTP style of answer. */
const statusOf: Readonly<Record<string, number>> = {
  UserError: 400,
  UserWarning: 409,
  ConcurrencyException: 423,
}

function refusal(name: string, owner: ContractData['owner'], error: unknown): Reply {
  const [exception, details] = Array.isArray(error) ? (error as unknown[]) : []
  const status = statusOf[String(exception)]
  // Without a known class it is a bare exception text: a mistake in our call, or a changed model. Never repeated.
  if (status === undefined)
    throw new Problem('contract-broken', `${name} failed inside the ERP`, {
      owner,
      cause: new Error(String(exception)),
    })
  const message = Array.isArray(details) ? details[exception === 'UserWarning' ? 1 : 0] : details
  return { status, body: { exception, message: String(message) } }
}

function envelopeOf(
  { id, owner }: ContractData,
  { status, text }: WireReply,
): { result?: unknown; error?: unknown } {
  try {
    const envelope: unknown = JSON.parse(text)
    if (typeof envelope === 'object' && envelope !== null && ('result' in envelope || 'error' in envelope))
      return envelope
  } catch {}
  throw new Problem('contract-broken', `${id} answered ${status} with no JSON-RPC reply`, { owner })
}
