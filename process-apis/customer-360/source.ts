/** Asks a system without letting its failure be that of everybody. */
import type { Source } from '#contracts/process/customer-360/v1'

type Asked<Answer> =
  | { readonly state: 'ok'; readonly asOf: string; readonly answer: Answer }
  | { readonly state: 'unavailable'; readonly asOf: string; readonly error: unknown }

export async function ask<Answer>(question: Promise<Answer>): Promise<Asked<Answer>> {
  try {
    const answer = await question
    return { state: 'ok', asOf: now(), answer }
  } catch (error) {
    return { state: 'unavailable', asOf: now(), error }
  }
}

export const toSource = (system: Source['system'], { state, asOf }: Asked<unknown>): Source => ({
  system,
  state,
  asOf,
})

const now = () => new Date().toISOString()
