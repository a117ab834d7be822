/** The vocabulary of a contract: what generated modules are made of, and what handlers and clients are typed by. */
import type { Publishing } from './event.ts'
import type { ProblemSlug } from './problems.ts'
import type { ContractData } from './runtime/load.ts'
import type { Route } from './runtime/route.ts'

/** `admin` is the gateway's own. */
export type Layer = 'backend' | 'system' | 'process' | 'experience' | 'admin'

/** Names an API version everywhere: file under `contracts/`, URL prefix, import, log field, metric label. */
export type ContractId = `${Exclude<Layer, 'admin'>}/${string}/v${number}` | 'admin' | 'hub'

/** Answers for an API: alerts, dead letters and 5xx problems carry it. */
export interface Owner {
  readonly team: string
  readonly contact: string
  readonly oncall: string
}

/** A contract and the code that keeps it. */
export interface Api {
  readonly contract: ContractData
  /** Its operations for @hono/zod-openapi, made on demand. */
  readonly routes: () => Readonly<Record<string, Route>>
  readonly handlers: Readonly<Record<string, Handler>>
}

// biome-ignore lint/suspicious/noExplicitAny: the one place where handlers of different contracts meet
export type Handler = (request: any, context: any) => Promise<Reply> | Reply

/** What an operation answers, before and after it crosses a layer. `body` is plain JSON data and never changed. */
export interface Reply {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** What every handler is given besides the clients of its contract's `x-uses`. */
export interface Context {
  /** The customer the end user proved to be (claim `customer_id`). Reading it without such a claim answers 403. */
  readonly customerId: string
  /** The registered consumer whose call this is, as in `contracts/consumers.yaml`. */
  readonly consumer: string
  /** Aborted when the deadline passes or the caller is gone. */
  readonly signal: AbortSignal
  /** A new id `PREFIX-` + ULID; the same one each time the request comes with the same `Idempotency-Key`. */
  mint(prefix: string): string
  /** What became of a request that was answered with 202. Nothing when its caller was somebody else. */
  operation(operationId: string): Promise<AcceptedOperation | undefined>
}

/** What the handler of a saga is given besides. `Name` are the steps of its contract's `x-saga`. */
export interface Steps<Name extends string, StepContext> {
  /**
   * Takes one step of the saga, once: when the saga runs again, the step that is done only gives its result again.
   * `act` calls through the context it is given, whose keys are those of the step.
   */
  step<Result>(
    name: Name,
    act: (context: StepContext) => Promise<Result>,
    options?: StepOptions<StepContext, Result>,
  ): Promise<Result>
}

export interface StepOptions<StepContext, Result> {
  /**
   * Takes the step back when the saga is refused or its time is over.
   *
   * @param result `undefined` when it is not known whether the step acted
   */
  readonly compensate?: (context: StepContext, result: Result | undefined) => Promise<unknown>
}

/** A request that goes on after its caller was answered with 202; `shared/operation.yaml` describes it. */
export interface AcceptedOperation {
  readonly operationId: string
  /** `refused`: it could not be completed, and what had been done was taken back. `parked`: an operator decides. */
  readonly state: 'pending' | 'completed' | 'refused' | 'parked'
  readonly steps: readonly {
    readonly step: string
    readonly state: 'pending' | 'done' | 'undone' | 'not-needed'
  }[]
  /** Of what was made, as a path inside the API. */
  readonly location?: string
  /** Why it was refused. */
  readonly problem?: {
    readonly type: string
    readonly title: string
    readonly status: number
    readonly detail?: string
  }
}

/** What the handler of an operation with `x-optional` is given besides. `Parts` are the clients of each part. */
export interface Gathering<Parts> {
  /**
   * Asks for all parts at once, and does without those whose systems fail. When all fail, so does this.
   */
  gather<Asks extends { readonly [Name in keyof Parts]: (clients: Parts[Name]) => Promise<unknown> }>(
    asks: Asks & { readonly [Name in Exclude<keyof Asks, keyof Parts>]: never },
  ): Promise<{
    /** `undefined`: its system failed. */
    readonly parts: { readonly [Name in keyof Parts]: Awaited<ReturnType<Asks[Name]>> | undefined }
    /** For the answer: which systems it comes from, and which could not be asked. */
    readonly sources: readonly SourceState<keyof Parts & string>[]
  }>
}

/** One system an answer comes from. */
export interface SourceState<System extends string> {
  readonly system: System
  readonly state: 'ok' | 'unavailable'
  /** When the system said so, or was given up. */
  readonly asOf: string
}

/** The API owner's side of a contract: one function for each operation. */
export type Handlers<
  Operations,
  Uses,
  Defaults = object,
  Parts = object,
  Sagas = object,
  Publishes = object,
> = {
  readonly [Id in keyof Operations]: (
    request: ServedRequest<Operations[Id], Id extends keyof Defaults ? Defaults[Id] : never>,
    context: Context &
      Uses &
      (Id extends keyof Parts ? Gathering<Parts[Id]> : unknown) &
      (Id extends keyof Publishes ? Publishing<Publishes[Id]> : unknown) &
      (Id extends keyof Sagas ? Steps<Sagas[Id] & string, Context & Uses> : unknown),
  ) => Promise<ReplyOf<Operations[Id]>> | ReplyOf<Operations[Id]>
}

/** The caller's side of a contract: one function for each operation. */
export type Client<Operations> = {
  readonly [Id in keyof Operations]: (request: RequestOf<Operations[Id]>) => Promise<ReplyOf<Operations[Id]>>
}

/** What an operation is called with: only the parts its contract declares. */
export type RequestOf<Operation> = Simplify<
  Part<Operation, 'path', 'params'> &
    Part<Operation, 'query', 'query'> &
    Part<Operation, 'header', 'headers'> &
    Part<Operation, 'cookie', 'cookies'> &
    BodyPart<Operation>
>

/** As `RequestOf`, with every query parameter that has a default present. */
export type ServedRequest<Operation, Defaulted> = [Defaulted] extends [never]
  ? RequestOf<Operation>
  : Simplify<
      Omit<RequestOf<Operation>, 'query'> & {
        readonly query: RequestOf<Operation> extends { readonly query?: infer Query }
          ? WithDefaults<NonNullable<Query>, Defaulted>
          : never
      }
    >

/** What an operation answers: one member for each status its contract names. `default` is the gateway's. */
export type ReplyOf<Operation> = Operation extends { responses: infer Responses }
  ? {
      [Status in keyof Responses & number]: {
        readonly status: Status
        readonly headers?: Readonly<Record<string, string>>
      } & Content<Responses[Status]>
    }[keyof Responses & number]
  : never

/** A reply body of one status, for mapping functions. */
export type BodyOf<Operation, Status extends number> =
  Extract<ReplyOf<Operation>, { status: Status }> extends { body: infer Body } ? Body : never

/** A problem reply as a contract declares it: the slug is part of the type. */
export interface ProblemBody<Slug extends ProblemSlug = ProblemSlug> {
  readonly type: `/problems/${Slug}`
  readonly title: string
  readonly status: number
  readonly detail?: string
}

type Simplify<T> = { readonly [Key in keyof T]: T[Key] } & {}

type Parameters<Operation> = Operation extends { parameters: infer P } ? P : object

type Part<Operation, In extends string, Name extends string> =
  Parameters<Operation> extends Record<In, infer Value>
    ? [Value] extends [undefined]
      ? object
      : Named<Name, Value>
    : Parameters<Operation> extends Partial<Record<In, infer Value>>
      ? [Exclude<Value, undefined>] extends [never]
        ? object
        : { readonly [Key in Name]?: Without<Exclude<Value, undefined>> }
      : object

type Named<Name extends string, Value> = keyof Without<Value> extends never
  ? object
  : Partial<Without<Value>> extends Without<Value>
    ? { readonly [Key in Name]?: Without<Value> }
    : { readonly [Key in Name]: Without<Value> }

/** The gateway's own headers are no business of handlers. */
type Without<Value> = Omit<Value, 'Idempotency-Key'>

type BodyPart<Operation> = Operation extends { requestBody: { content: infer Media } }
  ? { readonly body: Media[keyof Media] }
  : Operation extends { requestBody?: { content: infer Media } }
    ? { readonly body?: Media[keyof Media] }
    : object

type Content<Response> = Response extends { content: infer Media }
  ? [Media] extends [undefined]
    ? object
    : { readonly body: Media[keyof Media] }
  : object

type WithDefaults<Query, Defaulted> = Omit<Query, Defaulted & keyof Query> & {
  readonly [Key in Defaulted & keyof Query]-?: Exclude<Query[Key], undefined>
}
