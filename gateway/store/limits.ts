/** How large the parts of a record may be. Who exceeds a limit keeps less: a digest in place of the body. */
import type { Command } from './commands.ts'

/** Room for what sealing adds: version, key id, nonce, tag. */
const SEALED = 64

export const limits = {
  idChars: 128,
  textChars: 512,
  stepsMax: 64,
  requestBytes: (256 << 10) + SEALED,
  replyBytes: (256 << 10) + SEALED,
  resultBytes: (64 << 10) + SEALED,
  /** All events of one write. */
  eventsBytes: 256 << 10,
} as const

export class RecordTooLarge extends RangeError {
  override readonly name = 'RecordTooLarge'
  /** Which part: `request`, `reply`, `result`, `events`. */
  readonly part: string

  constructor(part: string, size: number, limit: number) {
    super(`${part} of ${size} is more than a record may hold (${limit})`)
    this.part = part
  }
}

/** @throws RecordTooLarge, or TypeError for what no caller may ever send */
export function checkLimits(id: string, command: Command): void {
  if (!/^[\w.:~-]+$/.test(id) || id.length > limits.idChars) throw new TypeError(`not an id: ${id}`)
  if ('token' in command && !/^[\w-]{22,64}$/.test(command.token))
    throw new TypeError('a token has 128 random bits')
  for (const [part, text] of Object.entries(command))
    if (typeof text === 'string' && text.length > limits.textChars)
      throw new RecordTooLarge(part, text.length, limits.textChars)
  if (command.name === 'begin') atMost('request', command.request?.length, limits.requestBytes)
  if (command.name === 'done') atMost('result', command.result?.length, limits.resultBytes)
  if ('reply' in command) {
    atMost('reply', command.reply.length, limits.replyBytes)
    const total = command.events?.reduce((sum, { body }) => sum + body.length, 0)
    atMost('events', total, limits.eventsBytes)
  }
}

function atMost(part: string, size = 0, limit: number): void {
  if (size > limit) throw new RecordTooLarge(part, size, limit)
}
