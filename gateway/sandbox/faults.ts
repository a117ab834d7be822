/** The misbehaviours a sandbox can be told to show, so that a demo or a test can break a backend on purpose. */
import * as z from 'zod'

const everyFault = {
  /** Only calls whose name contains this text: an HTTP method and path (CRM) or a path and RPC method (ERP). */
  match: z.string().optional(),
  /** How many matching calls misbehave before the fault is spent. @default unlimited; `expireSession` once */
  times: z.int().positive().optional(),
}
const field = z.string().min(1)

/** Of the objects that have the field, the share that shows the drift. @default 1 */
const share = z.number().positive().max(1).optional()

const drift = z.discriminatedUnion('change', [
  z.strictObject({
    ...everyFault,
    kind: z.literal('drift'),
    change: z.literal('rename'),
    field,
    to: field,
    share,
  }),
  z.strictObject({
    ...everyFault,
    kind: z.literal('drift'),
    change: z.literal('retype'),
    field,
    value: z.json(),
    share,
  }),
  z.strictObject({ ...everyFault, kind: z.literal('drift'), change: z.literal('null'), field, share }),
  /** Numbers times `by`, decimals of the ERP too. */
  z.strictObject({
    ...everyFault,
    kind: z.literal('drift'),
    change: z.literal('scale'),
    field,
    by: z.number(),
    share,
  }),
  /** A field nobody knows, in every object that has `field`. */
  z.strictObject({
    ...everyFault,
    kind: z.literal('drift'),
    change: z.literal('add'),
    field,
    name: field,
    value: z.json(),
    share,
  }),
])

export const faultSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...everyFault, kind: z.literal('latency'), ms: z.int().nonnegative() }),
  z.strictObject({ ...everyFault, kind: z.literal('hang') }),
  z.strictObject({ ...everyFault, kind: z.literal('status'), status: z.int().min(400).max(599) }),
  z.strictObject({ ...everyFault, kind: z.literal('dropAfterCommit') }),
  z.strictObject({ ...everyFault, kind: z.literal('throttle'), retryAfterSeconds: z.int().nonnegative() }),
  z.strictObject({ ...everyFault, kind: z.literal('expireSession') }),
  drift,
])

export type Fault = z.infer<typeof faultSchema>
export type Drift = z.infer<typeof drift>

/** The faults now in force in one sandbox. */
export class Faults {
  #active: { fault: Fault; timesLeft: number }[] = []

  set(fault: Fault): void {
    const timesLeft = fault.times ?? (fault.kind === 'expireSession' ? 1 : Number.POSITIVE_INFINITY)
    this.#active.push({ fault, timesLeft })
  }

  clear(): void {
    this.#active = []
  }

  /** The faults in force, `times` counted down. */
  list(): Fault[] {
    return this.#active.map(({ fault, timesLeft }) =>
      Number.isFinite(timesLeft) ? { ...fault, times: timesLeft } : fault,
    )
  }

  /** The faults that hit this call; each is used up by one. */
  take(call: string): Fault[] {
    const hits = this.#active.filter(({ fault }) => call.includes(fault.match ?? ''))
    for (const hit of hits) hit.timesLeft -= 1
    this.#active = this.#active.filter(({ timesLeft }) => timesLeft > 0)
    return hits.map(({ fault }) => fault)
  }
}

/** A copy of a JSON value in which every object with the drifting field shows the drift. */
export function drifted(value: unknown, drifts: readonly Drift[]): unknown {
  return drifts.reduce((current, change) => withDrift(current, change), value)
}

function withDrift(value: unknown, change: Drift): unknown {
  if (Array.isArray(value)) return value.map((item) => withDrift(item, change))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, item]) =>
      name === change.field && (change.share === undefined || Math.random() < change.share)
        ? driftedEntries(name, item, change)
        : [[name, withDrift(item, change)]],
    ),
  )
}

function driftedEntries(name: string, item: unknown, change: Drift): [string, unknown][] {
  switch (change.change) {
    case 'rename':
      return [[change.to, item]]
    case 'retype':
      return [[name, change.value]]
    case 'null':
      return [[name, null]]
    case 'scale':
      return [[name, scaled(item, change.by)]]
    case 'add':
      return [
        [name, item],
        [change.name, change.value],
      ]
  }
}

function scaled(value: unknown, by: number): unknown {
  if (typeof value === 'number') return value * by
  const { decimal } = (value ?? {}) as { decimal?: unknown }
  return typeof decimal === 'string'
    ? { ...(value as object), decimal: (Number(decimal) * by).toFixed(2) }
    : value
}
