/** The endpoint `/__faults` of a sandbox: GET lists the faults in force, POST adds one, DELETE clears them. */
import * as z from 'zod'
import { type Faults, faultSchema } from './faults.ts'
import type { SandboxReply, SandboxRequest } from './sandbox-server.ts'

export const FAULT_CONTROL_PATH = '/__faults'

export function controlFaults(faults: Faults, request: SandboxRequest): SandboxReply {
  switch (request.method) {
    case 'GET':
      return json(200, faults.list())
    case 'DELETE':
      faults.clear()
      return json(200, faults.list())
    case 'POST':
      return addFault(faults, request)
    default:
      return json(405, { error: 'use GET, POST or DELETE' }, { allow: 'GET, POST, DELETE' })
  }
}

function addFault(faults: Faults, { headers, text }: SandboxRequest): SandboxReply {
  // A web page cannot send this type to another origin without asking first, and nobody answers that question.
  if (!headers['content-type']?.startsWith('application/json')) {
    return json(415, { error: 'send application/json' })
  }
  const fault = faultSchema.safeParse(parsed(text))
  if (!fault.success) return json(400, { error: z.prettifyError(fault.error) })
  faults.set(fault.data)
  return json(201, faults.list())
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function json(status: number, value: unknown, headers: Record<string, string> = {}): SandboxReply {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(value) }
}
