/** Strata as it is, or one that remembers no request: what a key costs is the difference. */
import { readConfig } from '../../../gateway/config.ts'
import { Records } from '../../../gateway/idempotency/records.ts'
import { run } from '../../../gateway/main.ts'
import { createLog } from '../../../gateway/telemetry/log.ts'
import { measured } from '../child.ts'

if (process.env.REMEMBERS === 'nothing')
  Records.prototype.keep = (_contract, _operation, handle) => (request, call) => handle(request, call)

const config = { ...readConfig(process.env), stateDirectory: process.env.STATE_DIRECTORY ?? '.strata' }
const { gateway } = await run(config, createLog({ level: 'info', destination: '/dev/null' }))
measured(gateway.internalUrl)
