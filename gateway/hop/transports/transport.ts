/** How one kind of system is spoken to. A new kind of backend is a new file beside this one. */
import type { Send, Target } from '../policy.ts'

export interface Transport {
  /** Made once for each operation, at start-up. */
  send(target: Target): Send
}
