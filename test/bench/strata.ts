/** Strata, all layers in one process, as `npm start` runs it; its log goes where it costs no disk. */
import { readConfig } from '../../gateway/config.ts'
import { run } from '../../gateway/main.ts'
import { createLog } from '../../gateway/telemetry/log.ts'
import { measured } from './child.ts'

const config = { ...readConfig(process.env), stateDirectory: process.env.STATE_DIRECTORY ?? '.strata' }
const { gateway } = await run(config, createLog({ level: 'info', destination: '/dev/null' }))
measured(gateway.publicUrl ?? '')
