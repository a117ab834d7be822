/** One process that tells the taker; it is killed at any moment. */
import { readConfig } from '../../../gateway/config.ts'
import { startGateway } from '../../../gateway/gateway.ts'
import { createLog } from '../../../gateway/telemetry/log.ts'
import { apis, backends, thingHappened } from './fixture.ts'

const config = readConfig(process.env)
await startGateway({
  config,
  apis,
  backends,
  events: [thingHappened],
  consumers: new Map(),
  log: createLog({ level: config.logLevel }),
})
process.send?.('ready')
process.on('disconnect', () => process.exit())
