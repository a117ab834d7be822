/** The two backend calls of the home screen, as recorded: what every contender has to send. */
import type { Exchange, Recording } from './recording.ts'

export interface BackendCalls {
  readonly crm: Exchange
  readonly erp: Exchange
}

export function callsOf(recording: Recording): BackendCalls {
  const find = (part: string) => {
    const found = recording.find(({ key }) => key.includes(part))
    if (!found) throw new Error(`no call with ${part} was recorded`)
    return found
  }
  return { crm: find('/sobjects/Account/'), erp: find('sale.search_read') }
}

export const recorded = (): BackendCalls => callsOf(JSON.parse(process.env.RECORDING ?? '[]') as Recording)
