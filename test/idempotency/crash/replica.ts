/** One process of the fixture gateway: `node --import ./failpoints.ts replica.ts`. */
import { readConfig } from '../../../gateway/config.ts'
import { startGateway } from '../../../gateway/gateway.ts'
import { createLog } from '../../../gateway/telemetry/log.ts'
import { apis, backends, consumers } from './fixture/apis.ts'

const config = readConfig(process.env)
const { internalUrl } = await startGateway({
  config,
  apis,
  backends,
  events: [],
  consumers,
  log: createLog({ level: config.logLevel }),
})
process.send?.({ url: internalUrl })
process.on('disconnect', () => process.exit())
