/** Reads a record from the fields of its hash, as the scripts write them. */
import type { RecordState, Step, WriteRecord } from '../record.ts'

/** @param flat names and values in turn */
export function decodeRecord(flat: readonly Buffer[]): WriteRecord | undefined {
  const fields = new Map<string, Buffer>()
  for (let at = 0; at < flat.length; at += 2) fields.set(String(flat[at]), flat[at + 1] as Buffer)
  if (!fields.has('state')) return undefined
  const text = (name: string) => String(fields.get(name) ?? '')
  const number = (name: string) => Number(text(name))
  return {
    state: text('state') as RecordState,
    operation: text('operation'),
    traceId: text('traceId'),
    fingerprint: text('fingerprint'),
    token: text('token'),
    owner: text('owner'),
    dueAt: number('dueAt'),
    renewableUntil: number('renewableUntil'),
    windowUntil: number('windowUntil'),
    createdAt: number('createdAt'),
    attempts: number('attempts'),
    deferred: text('deferred') === '1',
    steps: stepsOf(fields),
    request: fields.get('request'),
    reason: text('reason'),
    settledAt: number('settledAt'),
    reply: fields.get('reply'),
    endedAt: number('endedAt'),
    expiresAt: number('expiresAt'),
    resolvedBy: text('resolvedBy'),
  }
}

const STEP = 'step:'

function stepsOf(fields: ReadonlyMap<string, Buffer>): readonly Step[] {
  const steps = [...fields]
    .filter(([field]) => field.startsWith(STEP))
    .map(([field, value]) => {
      const [, ordinal, phase, at, key = ''] = /^(\d+) (\w+) (\d+) (.*)$/s.exec(String(value)) ?? []
      const name = field.slice(STEP.length)
      const step = { name, key, phase: phase as Step['phase'], at: Number(at) }
      return { ordinal: Number(ordinal), step: { ...step, result: fields.get(`result:${name}`) } }
    })
  return steps.sort((a, b) => a.ordinal - b.ordinal).map(({ step }) => step)
}
