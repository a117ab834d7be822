/** A breaker that opens is a matter for the owner of the system behind it; one that closes again, too. */
import type { ContractData } from '../../contracts/runtime/load.ts'
import type { CircuitChange } from '../hop/policies/circuit.ts'
import type { Log } from '../telemetry/log.ts'
import type { Alerting } from './alerting.ts'

export const circuitAlerts =
  (alerting: Alerting, contractOf: (id: string) => ContractData | undefined, log: Log) =>
  (change: CircuitChange): void => {
    log.warn(change, 'circuit breaker')
    const [api = '', subject = ''] = change.upstream.split(' ')
    const contract = contractOf(api)
    if (!contract) return
    const about = { kind: 'circuit-open', api, subject } as const
    if (change.to === 'closed') alerting.resolve(about)
    else if (change.to === 'open')
      alerting.alert({
        ...about,
        owner: contract.owner,
        summary: `${contract.title} fails: calls that ${subject} are held back until it is well again`,
      })
  }
